import type { Profile } from '~/features/auth/rules/profiles'

/** The five ways in which a module is learnt (docs/content-format.md). */
export const modes = ['online', 'classroom', 'remote', 'collaborative', 'onTheJob'] as const
export type Mode = (typeof modes)[number]

/** Hours of a module by mode: whole or halves. */
export type Hours = Record<Mode, number>

export const levels = ['remember', 'understand', 'apply'] as const
export type Level = (typeof levels)[number]

/** Where something rests: on facts, or on good practice. */
export type Ground = { facts?: string[]; practice?: true }

export type Objective = { id: string; text: string }

/** A lesson as it is written; `see` names phases, tasks and acts of the guide. */
export type LessonText = {
  slug: string
  title: string
  lead: string
  minutes: number
  objectives: string[]
  see: string[]
  markdown: string
}

export type AnswerOption = { id: string; text: string }

/** A question as a learner may see it: without its key. */
export type Question = Ground & {
  id: string
  objective: string
  level: Level
  /** Ids of the matrix and of the targets that it tests. */
  tests: string[]
  stem: string
  options: AnswerOption[]
}

/** What must not reach a browser before the review rule says so. */
export type QuestionKey = { option: string; explanation: string }

export type KeyedQuestion = Question & { key: QuestionKey }

/** How many questions the draw takes from an objective, or from one level of it. */
export type BlueprintCell = { objective: string; level?: Level; count: number }

export type AssessmentRule = {
  blueprint: BlueprintCell[]
  /** Right answers needed. */
  cut: number
  attempts: number
  /** Hours to wait after the first failed attempt, after the second…; the last one holds for those that follow. */
  waitHours: number[]
  timeLimitMinutes?: number
}

/** When the observation requirement of a module is met. */
export type ObservationRule = { required: number; observers: number; cutPercent: number }

/** An act that can be seen; a variant that is missing means that the criterion is not for that profile. */
export type Criterion = Ground & {
  id: string
  critical: boolean
  observes: string[]
  operatore?: string
  navigator?: string
  met: string
  partly: string
  notMet: string
}

export type ObservationForm = { title: string; settings: string[]; criteria: Criterion[] }

export type CollaborativeActivity = Ground & {
  id: string
  title: string
  minutes: number
  purpose: string
  steps: string[]
  product: string
  trainer: string
}

export type JobAid = { title: string; lead: string; markdown: string }

/** What a module trains: ids of the matrix and of content/targets.yaml. */
export type Trains = { tasks: string[]; acts: string[]; leps: string[]; topics: string[]; areas: string[] }

/** What describes a module, apart from its texts, questions and rules. */
export type ModuleHead = {
  slug: string
  title: string
  shortTitle: string
  summary: string
  phases: number[]
  trains: Trains
  objectives: Objective[]
  exerciseMinutes: number
  /** Why the cut of the test is where it is. */
  cutReason?: string
  /** Set in the final test of the plan alone (rules/final-test). */
  final?: true
}

/** What the composition of a plan may change of a module; what `content/` says is where it starts from. */
export type ModuleSettings = {
  /** A profile that is left out does not take the module. */
  hours: Partial<Record<Profile, Hours>>
  /** Modules whose test must be passed before this one's opens. */
  prerequisites: string[]
  assessment: AssessmentRule
  observation?: ObservationRule
}

/** A module as `content/modules/<slug>` holds it, checked. */
export type ModuleContent = ModuleHead &
  ModuleSettings & {
    lessons: LessonText[]
    questions: KeyedQuestion[]
    form?: ObservationForm
    activities: CollaborativeActivity[]
    jobAid?: JobAid
  }

/** What a plan is to cover: tasks and acts of the matrix, and the three lists of content/targets.yaml. */
export const coverageKinds = ['task', 'act', 'lep', 'topic', 'area'] as const
export type CoverageKind = (typeof coverageKinds)[number]

/** `content/plan.yaml`: the modules in order, what their hours add up to, how big a class is. */
export type PlanOutline = {
  title: string
  /** Their slugs; that of the final test is the last, where there is one. */
  modules: string[]
  classSize: number
  totals: Partial<Record<Profile, Hours>>
  /** What the modules together are declared to cover whole: a gap there is refused. */
  covers: readonly CoverageKind[]
}

export type Target = { id: string; title: string; facts: string[] }

/** `content/targets.yaml`: what a plan covers beside the matrix. */
export type Targets = {
  leps: (Target & { audience: 'people' | 'companies' })[]
  topics: Target[]
  areas: Target[]
}
