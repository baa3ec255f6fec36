import type { BasisItem } from '~/features/curriculum/rules/basis-items'
import type { ModuleStanding, Proof } from './rules/module-standing'
import type { NextStepWords } from './rules/next-step-words'
import type { OwnObservationWords } from './rules/own-observations-words'

/** What the learner's pages show: plain data, without questions and keys. */

/** Where a module or lesson stands on the route. */
export type StopState = 'done' | 'now' | 'todo'

/** A mode with its hours in words. */
export type ModeView = { name: string; text: string }

export type ModuleRow = {
  slug: string
  number: number
  /** The final test of the plan. */
  final?: true
  title: string
  shortTitle: string
  state: StopState
  stateText: string
  hours: string
  standing: ModuleStanding
}

export type PlanView = {
  kick: string
  step: NextStepWords
  modules: ModuleRow[]
  /** Signed observations of one's own that one has not yet acknowledged. */
  toAcknowledge: { id: string; text: string }[]
  hours: { done: string; required: string; percent: number; modes: ModeView[] }
}

/** A page of the guide. */
export type GuideLink = { to: string; id?: string; label: string }

export type LessonRow = { slug: string; title: string; minutes: number; readOn: string | null }

export type CriterionView = { id: string; critical: boolean; texts: { who: string | null; text: string }[] }

export type ObservationView = { rule: string; settings: string[]; criteria: CriterionView[] }

export type ActivityView = {
  id: string
  title: string
  time: string
  purpose: string
  product: string
  /** For those who lead it: they hold the cases that learners meet only in the room. */
  leading?: { steps: string[]; trainer: string }
}

export type ModuleView = {
  slug: string
  title: string
  shortTitle: string
  final: boolean
  summary: string
  kick: string
  objectives: string[]
  lessons: LessonRow[]
  /** Hours by mode, of one's own profile or of each. */
  hours: { who: string | null; modes: ModeView[] }[]
  testRule: string
  prerequisites: { slug: string; title: string }[]
  activities: ActivityView[]
  observation: ObservationView | null
  phases: GuideLink[]
  tasks: GuideLink[]
  acts: GuideLink[]
  leps: string[]
  hasJobAid: boolean
}

/** How a learner stands in a module that they follow. */
export type OwnStanding = {
  standing: ModuleStanding
  stateText: string
  /** What can be opened of the test now. */
  test: { proof: Proof; link: { label: string; to: string } | null }
  observations: { missing: string | null; signed: OwnObservationWords[] }
}

/** What there is to do, or to read, of one's self-assessment of a module. */
export type SelfAssessmentLink = { text: string; label: string; to: string }

export type LessonView = {
  module: { slug: string; title: string; shortTitle: string; number: number }
  slug: string
  title: string
  lead: string
  minutes: number
  number: number
  outline: { slug: string; title: string; state: StopState }[]
  headings: { id: string; text: string }[]
  html: string
  see: GuideLink[]
  basis: BasisItem[]
  /** Null for those who read without following. */
  own: { readOn: string | null } | null
}
