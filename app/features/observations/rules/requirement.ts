import type { ObservationRule } from '~/features/curriculum/rules/module-content'

/** A signed row as the requirement reads it. */
export type SignedRow = {
  id: string
  observerId: string
  sufficient: boolean
  corrects: string | null
  isVoid: boolean
}

/** The signed observations that stand: taken over by no later row, and not a row that only voids another. */
export function standingObservations<R extends Pick<SignedRow, 'id' | 'corrects' | 'isVoid'>>(rows: readonly R[]): R[] {
  const taken = new Set(rows.map(({ corrects }) => corrects))
  return rows.filter((row) => !row.isVoid && !taken.has(row.id))
}

/**
 * The observation with which the requirement of a module was met: enough standing ones that count, by enough
 * different observers. Undefined while it is not met.
 *
 * @param rows all signed rows of one enrolment and module, in the order in which they were signed
 */
export function completingObservation<R extends SignedRow>(
  rows: readonly R[],
  { required, observers }: Pick<ObservationRule, 'required' | 'observers'>,
): R | undefined {
  if (required === 0) return undefined
  const counting = standingObservations(rows).filter(({ sufficient }) => sufficient)
  return counting.find((_, index) => {
    const soFar = counting.slice(0, index + 1)
    return soFar.length >= required && new Set(soFar.map(({ observerId }) => observerId)).size >= observers
  })
}
