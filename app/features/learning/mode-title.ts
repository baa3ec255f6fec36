import type { Mode } from '~/features/curriculum/rules/module-content'
import { modeNames } from '~/features/training-plan/plan-names'

/** A mode at the head of a row: "In aula". */
export function modeTitle(mode: Mode): string {
  const name = modeNames[mode]
  return name.charAt(0).toUpperCase() + name.slice(1)
}
