/** How one sees one's own practice of a criterion, in plain words of four steps. */
export const selfRatings = ['notYet', 'withHelp', 'withDoubts', 'confident'] as const
export type SelfRating = (typeof selfRatings)[number]

/** Before one was observed in a module, and after. */
export const selfMoments = ['before', 'after'] as const
export type SelfMoment = (typeof selfMoments)[number]

/**
 * The self-assessment that can be given now: `before` until an observation of the module was signed, `after` from then
 * on, each once. Undefined when there is none to give.
 * @param given the moments that were given already
 * @param observed an observation of the module was signed, whatever became of it
 */
export function openMoment(given: readonly string[], observed: boolean): SelfMoment | undefined {
  const moment: SelfMoment = observed ? 'after' : 'before'
  return given.includes(moment) ? undefined : moment
}

/** Why a self-assessment cannot be given; undefined when it can. */
export function refuseSelfAssessment(
  moment: SelfMoment,
  given: readonly string[],
  observed: boolean,
): 'already-given' | 'not-now' | undefined {
  if (given.includes(moment)) return 'already-given'
  return openMoment(given, observed) === moment ? undefined : 'not-now'
}
