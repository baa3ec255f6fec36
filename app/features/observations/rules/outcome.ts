import type { Profile } from '~/features/auth/rules/profiles'
import type { Criterion } from '~/features/curriculum/rules/module-content'
import type { RatedCriterion } from './observation'

/** Of the criteria of the profile, how many must have been observed for an observation to count, in percent. */
export const leastObservedPercent = 70

/** What the ratings of an observation add up to. */
export type Outcome = {
  /** Criteria that the form has for the profile. */
  criteria: number
  /** Those of them that were rated met, partly or not met. */
  observed: number
  /** Two for each met, one for each partly: halves without fractions. */
  points: number
  criticalMet: boolean
  /** Counts towards the requirement of the module. */
  sufficient: boolean
}

/** The criteria of a form that a profile is observed on. */
export function criteriaOf<C extends Pick<Criterion, Profile>>(
  form: { criteria: readonly C[] },
  profile: Profile,
): C[] {
  return form.criteria.filter((criterion) => criterion[profile] !== undefined)
}

/**
 * What the ratings add up to: met 1, partly ½, not met 0; not observed and not applicable are left out of the score.
 * An observation counts when every critical criterion is met, at least 70 % of the profile's criteria were observed,
 * and the score reaches the plan's cut (two gates: NNAAP; see design notes R10 and docs/decisions/0018).
 *
 * @param cutPercent 0 to 100, of the points that the observed criteria could give
 */
export function outcomeOf(
  criteria: readonly Pick<Criterion, 'id' | 'critical'>[],
  ratings: Readonly<Record<string, Pick<RatedCriterion, 'rating'> | undefined>>,
  cutPercent: number,
): Outcome {
  const given = criteria.map(({ id, critical }) => ({ critical, rating: ratings[id]?.rating ?? 'notObserved' }))
  const observed = given.filter(({ rating }) => rating === 'met' || rating === 'partly' || rating === 'notMet').length
  const points = given.reduce((sum, { rating }) => sum + pointsOf(rating), 0)
  const criticalMet = given.every(({ critical, rating }) => !critical || rating === 'met')
  const enough = observed > 0 && observed * 100 >= criteria.length * leastObservedPercent
  const sufficient = criticalMet && enough && points * 100 >= observed * 2 * cutPercent
  return { criteria: criteria.length, observed, points, criticalMet, sufficient }
}

/** The score in whole percent, rounded down: what was reached is never shown as more than it is. Null when nothing was observed. */
export function scorePercent({ points, observed }: Pick<Outcome, 'points' | 'observed'>): number | null {
  return observed === 0 ? null : Math.floor((points * 100) / (observed * 2))
}

function pointsOf(rating: string) {
  if (rating === 'met') return 2
  return rating === 'partly' ? 1 : 0
}
