import type { Day } from '~/lib/dates'
import type { LearnerVerdict, ReviewState, ReviewVerdict } from './rules/disagreement'
import type { ProfileCriterion } from './rules/observable-module'
import type { ActionOutcome, ObservationKind, Rating, SupervisionLevel } from './rules/observation'
import type { OutcomeGate } from './rules/outcome-gates'

/** What the page of a signed observation shows: plain data, and no more than its reader may see. */

/** Proof of an act: what was done, by whom, when, and the digest of its row in the chain. */
export type Receipt = { title: string; number: number; by: string; at: Date; digest: string }

/** Another observation in the same line of corrections. */
export type LinkedObservation = { id: string; number: number }

export type OutcomeView = {
  criteria: number
  observed: number
  /** How many of them had to be observed. */
  least: number
  /** In percent; null when nothing was observed. */
  score: number | null
  cutPercent: number
  sufficient: boolean
  failed: OutcomeGate[]
  hasCritical: boolean
  level: SupervisionLevel
}

export type RatedCriterionView = ProfileCriterion & { rating: Rating; note: string | null }

/** What the learner, the author and who reviews see besides the outcome. */
export type ObservationDetails = {
  setting: string | null
  informed: boolean
  criteria: RatedCriterionView[]
  feedback: { strength: string; change: string; action: string; actionOn: Day }
  earlierAction: { text: string | null; observationId: string; outcome: ActionOutcome } | null
  /** Why this one took the place of an earlier one. */
  reason: string | null
}

export type AnswerView<Verdict> = { verdict: Verdict; at: Date; by: string; comment: string | null }

/** What was answered; the same readers see it. */
export type AnswersView = {
  learner: AnswerView<LearnerVerdict> | null
  review: AnswerView<ReviewVerdict> | null
  receipts: Receipt[]
}

export type ObservationView = {
  id: string
  number: number
  module: { slug: string; title: string }
  form: string
  learner: { firstName: string; name: string; entry: string }
  observer: string
  kind: ObservationKind
  observedOn: Day
  outcome: OutcomeView
  /** `voided` or `corrected` when a later row has taken its place. */
  state: 'standing' | 'corrected' | 'voided'
  voided: { at: Date; by: string; reason: string | null } | null
  earlier: LinkedObservation | null
  later: LinkedObservation | null
  review: ReviewState
  /** Null for those who see the outcome alone; `erased` when retention has taken the texts away. */
  details: ObservationDetails | 'erased' | null
  answers: AnswersView | null
  reader: { isLearner: boolean; isAuthor: boolean; mayReview: boolean }
}
