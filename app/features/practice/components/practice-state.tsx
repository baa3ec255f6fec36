import { Tag, type TagState } from '~/ui/tag'
import { stateNames } from '../practice-words'
import type { PracticeState } from '../rules/practice'

const marks: Record<PracticeState, TagState> = {
  pending: 'half',
  validated: 'ok',
  returned: 'warn',
  revoked: 'bad',
  withdrawn: 'off',
}

/** The state of a logged practice, in words and with its mark. */
export function PracticeStateTag({ state }: { state: PracticeState }) {
  return <Tag state={marks[state]}>{stateNames[state]}</Tag>
}
