import type { Profile } from '~/features/auth/rules/profiles'
import type { RegisterBody, RegisterMode } from '~/features/classroom/rules/register'
import type { RecognisedSubject } from '~/features/evidence/rules/evidence'
import type { ObservationBody, ObservationKind } from '~/features/observations/rules/observation'
import type { Companion, PracticeState } from '~/features/practice/rules/practice'
import type { Day } from '~/lib/dates'

/** Somebody who follows the plan, as the acts name them. */
export type EnrolledLearner = {
  personId: string
  enrolmentId: string
  profile: Profile
  /** Where they belong when the history begins. */
  entryId: string
  enrolledAt: Date
}

/** What is said of one question: right, wrong, or left open; and whether it was marked to be looked at again. */
export type PlannedAnswer = { given: 'right' | 'wrong' | 'none'; at: Date; flagged: boolean }

export type PlannedAttempt = {
  id: string
  learner: EnrolledLearner
  module: string
  number: number
  /** The draw itself is the product's own, from this seed. */
  seed: string
  startedAt: Date
  /** By place in the draw. */
  answers: PlannedAnswer[]
  closedBy: 'learner' | 'time'
}

export type PlannedPractice = {
  id: string
  learner: EnrolledLearner
  module: string
  heldOn: Day
  minutes: number
  tasks: string[]
  alongside: Companion
  note?: string
}

export type PlannedRegister = {
  id: string
  trainerId: string
  module: string
  mode: RegisterMode
  heldOn: Day
  startsAt: number
  endsAt: number
  /** Whose rows stand in the body, in the same order. */
  learners: EnrolledLearner[]
  body: RegisterBody
  /** The register that this one takes the place of, and why. */
  corrects?: { id: string; reason: string }
}

export type PlannedObservation = {
  id: string
  learner: EnrolledLearner
  module: string
  observerId: string
  kind: ObservationKind
  observedOn: Day
  body: ObservationBody
  /** The observation that this one takes the place of, and why. */
  corrects?: { id: string; reason: string }
}

export type PlannedRecognition = {
  /** Known to its own correction. */
  key: string
  learner: EnrolledLearner
  module: string
  subject: RecognisedSubject
  minutes?: number
  occurredOn: Day
  reason: string
  document: string
  byId: string
}

/** Something that happened, at a moment. Those of a history are played in the order of their moments. */
export type Act = { at: Date } & (
  | { kind: 'enrolled'; learner: EnrolledLearner; byId: string }
  | { kind: 'left'; learner: EnrolledLearner; byId: string; reason: string }
  | { kind: 'returned'; learner: EnrolledLearner; byId: string }
  | { kind: 'moved'; learner: EnrolledLearner; entryId: string; byId: string }
  | {
      kind: 'posted'
      learner: EnrolledLearner
      posting: { id: string; entryId: string; startsOn: Day; endsOn?: Day; reason: string }
      byId: string
    }
  | { kind: 'lesson'; learner: EnrolledLearner; module: string; lesson: string }
  | { kind: 'attempt-started'; attempt: PlannedAttempt }
  /** `at` is when it was noticed, where time closed it. */
  | { kind: 'attempt-ended'; attempt: PlannedAttempt }
  | { kind: 'unlocked'; learner: EnrolledLearner; module: string; byId: string; reason: string }
  | { kind: 'practice-logged'; practice: PlannedPractice }
  | {
      kind: 'practice-decided'
      practice: PlannedPractice
      outcome: Exclude<PracticeState, 'pending'>
      byId: string
      reason?: string
    }
  | { kind: 'register-signed'; register: PlannedRegister }
  | { kind: 'register-voided'; register: PlannedRegister; reason: string; id: string }
  | { kind: 'observation-signed'; observation: PlannedObservation }
  | { kind: 'observation-voided'; observation: PlannedObservation; reason: string; id: string; byId: string }
  | {
      kind: 'observation-answered'
      observation: PlannedObservation
      slot: 'learner' | 'review'
      verdict: 'acknowledged' | 'disagreed' | 'confirmed' | 'overturned'
      byId: string
      comment?: string
    }
  | {
      kind: 'self-assessed'
      learner: EnrolledLearner
      module: string
      moment: 'before' | 'after'
      ratings: Record<string, string>
    }
  | { kind: 'recognised'; recognition: PlannedRecognition }
  /** Without minutes it counts no more. */
  | { kind: 'recognition-corrected'; recognition: PlannedRecognition; minutes?: number; reason: string }
)
