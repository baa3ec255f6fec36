import type { ObservationRule } from '~/features/curriculum/rules/module-content'
import { type SignedRow, standingObservations } from './requirement'

/** How far the observation requirement of a module is: `missing` observations at the least, of which `others` by somebody new. */
export type RequirementStanding = { required: number; reached: number; missing: number; byOthers: number }

/**
 * How far signed observations bring the requirement of a module: met when nothing is missing, exactly when
 * completingObservation finds one.
 * @param rows all signed rows of one enrolment and module
 */
export function requirementStanding(
  rows: readonly SignedRow[],
  { required, observers }: Pick<ObservationRule, 'required' | 'observers'>,
): RequirementStanding {
  const counting = standingObservations(rows).filter(({ sufficient }) => sufficient)
  const byOthers = Math.max(observers - new Set(counting.map(({ observerId }) => observerId)).size, 0)
  const missing = required === 0 ? 0 : Math.max(required - counting.length, byOthers)
  return { required, reached: Math.max(required - missing, 0), missing, byOthers: missing === 0 ? 0 : byOthers }
}
