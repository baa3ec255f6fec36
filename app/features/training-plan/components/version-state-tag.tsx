import { Tag, type TagState } from '~/ui/tag'
import type { VersionState } from '../rules/version-state'
import { versionStateNames } from '../version-state-names'

const tagStates: Record<VersionState, TagState | undefined> = {
  draft: undefined,
  'in-review': 'half',
  'in-force': 'ok',
  superseded: 'off',
  returned: 'bad',
  undecided: 'warn',
}

/** The state of a version in words, with the mark that repeats it. */
export function VersionStateTag({ state }: { state: VersionState }) {
  return <Tag state={tagStates[state]}>{versionStateNames[state]}</Tag>
}
