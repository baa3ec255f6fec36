import type { DocumentQuestion, PlanDocument, PlanModule } from './rules/plan-document'

/** A frozen lesson or question with the SHA-256 of its row: the version of it that was delivered. */
export type FrozenLesson = PlanModule['lessons'][number] & { hash: string }
export type FrozenQuestion = DocumentQuestion & { hash: string }

export type FrozenModule = Omit<PlanModule, 'lessons' | 'questions'> & {
  lessons: FrozenLesson[]
  questions: FrozenQuestion[]
}

/** A submitted version as its frozen rows hold it: the only thing that delivery reads. */
export type FrozenPlan = Omit<PlanDocument, 'modules'> & {
  versionId: string
  documentHash: string
  modules: FrozenModule[]
}
