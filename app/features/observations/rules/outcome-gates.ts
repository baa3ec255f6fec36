import { leastObservedPercent, type Outcome } from './outcome'

/** What an observation must pass to count: every critical criterion met, enough observed, a score at the plan's cut. */
export const outcomeGates = ['critical', 'observed', 'score'] as const
export type OutcomeGate = (typeof outcomeGates)[number]

/**
 * The gates that an observation did not pass: none for one that counts.
 * @param cutPercent 0 to 100, of the points that the observed criteria could give
 */
export function failedGates(outcome: Omit<Outcome, 'sufficient'>, cutPercent: number): OutcomeGate[] {
  const { criteria, observed, points, criticalMet } = outcome
  const failed: Record<OutcomeGate, boolean> = {
    critical: !criticalMet,
    observed: observed === 0 || observed * 100 < criteria * leastObservedPercent,
    score: points * 100 < observed * 2 * cutPercent,
  }
  return outcomeGates.filter((gate) => failed[gate])
}

/** How many of a form's criteria must be observed at least. */
export function leastObserved(criteria: number): number {
  return Math.ceil((criteria * leastObservedPercent) / 100)
}
