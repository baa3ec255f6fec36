import type { Day } from '~/lib/dates'

/** What an observer says of a criterion. The last two are left out of the score. */
export const ratings = ['met', 'partly', 'notMet', 'notObserved', 'notApplicable'] as const
export type Rating = (typeof ratings)[number]

/** With a person at the desk, in a simulation, or talking a case through. */
export const observationKinds = ['real', 'simulation', 'discussion'] as const
export type ObservationKind = (typeof observationKinds)[number]

/**
 * What the learner may do next time, from watching to guiding others: a prospective judgement, apart from the
 * criteria (ten Cate 2020, 10.1097/ACM.0000000000003427).
 */
export const supervisionLevels = [1, 2, 3, 4, 5] as const
export type SupervisionLevel = (typeof supervisionLevels)[number]

/** What became of the action that an earlier observation agreed on. */
export const actionOutcomes = ['done', 'partly', 'notDone'] as const
export type ActionOutcome = (typeof actionOutcomes)[number]

export type RatedCriterion = { rating: Rating; note?: string }

/** What an observation says: kept under a salted digest, so that retention can erase it. */
export type ObservationBody = {
  /** Where it was: one of the form's settings. */
  setting?: string
  /** The person at the desk was told that an observer is there and did not object: asked of real cases alone. */
  informed?: true
  /** Rating by id of the criterion. */
  ratings: Record<string, RatedCriterion>
  level: SupervisionLevel
  /** One thing done well, one to change, one agreed action with the day by which it is to be done. */
  strength: string
  change: string
  action: string
  actionOn: Day
  /** The action of the observation before this one in the same module, and what became of it. */
  earlierAction?: { observationId: string; outcome: ActionOutcome }
}

/** The payload of a signed row: an observation, with the reason when it takes the place of another; or the reason alone of a row that voids one. */
export type SignedPayload = (ObservationBody & { reason?: string }) | { reason: string }

/** What was written so far; anything may be missing. */
export type DraftBody = Partial<Omit<ObservationBody, 'ratings'>> & {
  kind?: ObservationKind
  observedOn?: Day
  ratings?: Record<string, { rating?: Rating; note?: string }>
}
