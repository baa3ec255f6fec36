import type {
  CollaborativeActivity,
  JobAid,
  LessonText,
  ModuleHead,
  ModuleSettings,
  ObservationForm,
  Question,
} from '~/features/curriculum/rules/module-content'

/** How many people an entry sends to training; `places` is what the act gives it (Allegato 1, par. 6). */
export type PlannedEntry = { entry: string; places: number; navigators: number; operators: number }

export type PlannedSizing = { classSize: number; entries: PlannedEntry[] }

/** What the plan manager composes and a draft stores: no texts, these come from the content until submission. */
export type Composition = {
  title: string
  modules: ({ slug: string } & ModuleSettings)[]
  sizing: PlannedSizing
}

/** A question in a frozen plan: its key stands there only as a salted digest. */
export type DocumentQuestion = Question & { keyDigest: string }

export type PlanModule = ModuleHead &
  ModuleSettings & {
    lessons: LessonText[]
    questions: DocumentQuestion[]
    form?: ObservationForm
    activities: CollaborativeActivity[]
    jobAid?: JobAid
  }

/** The canonical document of a version: what the Cabina votes on, and all that is delivered afterwards. */
export type PlanDocument = {
  format: 'rotta-plan/1'
  number: number
  title: string
  /** The day the norms are told at. */
  normsAt: string
  modules: PlanModule[]
  sizing: PlannedSizing
}
