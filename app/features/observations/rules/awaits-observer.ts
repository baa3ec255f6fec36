import type { ObservationRule } from '~/features/curriculum/rules/module-content'
import { type SignedRow, standingObservations } from './requirement'
import { requirementStanding } from './requirement-standing'

/**
 * True when one more observation by this observer would bring the requirement of a module nearer. Where all that is
 * missing must come from somebody new, who has observed already with success is not waited for.
 *
 * @param rows all signed rows of one enrolment and module, in the order in which they were signed
 */
export function awaitsObserver(
  rows: readonly SignedRow[],
  rule: Pick<ObservationRule, 'required' | 'observers'>,
  observerId: string,
): boolean {
  const { missing, byOthers } = requirementStanding(rows, rule)
  if (missing === 0) return false
  const counts = standingObservations(rows).some((row) => row.sufficient && row.observerId === observerId)
  return !counts || missing > byOthers
}
