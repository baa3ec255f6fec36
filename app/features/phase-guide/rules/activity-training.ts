import type { Profile } from '~/features/auth/rules/profiles'
import type { Criterion, Hours, Trains } from '~/features/curriculum/rules/module-content'

type LessonOf = { slug: string; title: string }
type TrainingLesson = LessonOf & { see: readonly string[] }

/** What a plan's module must say of itself; the final test trains nothing, and so is never among them. */
type PlannedModule = {
  slug: string
  title: string
  trains: Trains
  hours: Partial<Record<Profile, Hours>>
  lessons: readonly TrainingLesson[]
  questions: readonly { tests: readonly string[] }[]
  form?: { settings: readonly string[]; criteria: readonly Criterion[] }
  observation?: { required: number }
}

/** What a module does for one task or act. */
export type ModuleTraining = {
  slug: string
  title: string
  /** The lessons of the module that say they are about it. */
  naming: LessonOf[]
  /** The other lessons of the module. */
  others: LessonOf[]
  /** How many questions of the module's bank test it. */
  questions: number
  /** The criteria that observe it, in the words of its profile; none when the module asks for no observation. */
  criteria: { id: string; critical: boolean; text: string }[]
  /** Where these can be observed. */
  settings: string[]
}

/** What a plan does for one task or act: the modules that train it, and what other modules say of it. */
export type ActivityTraining = {
  modules: ModuleTraining[]
  elsewhere: { module: { slug: string; title: string }; lessons: LessonOf[] }[]
}

/** Whose work it is: tasks are the Navigator's, acts the operator's (Allegato 1, par. 3.2). */
export function profileOfActivity(id: string): Profile {
  return /^F\d\.C/.test(id) ? 'operatore' : 'navigator'
}

/**
 * What trains, tests and observes a task or an act in a plan, by the modules that its profile takes: the same counts as
 * the coverage that the Cabina approved (curriculum/rules/coverage).
 */
export function activityTraining(modules: readonly PlannedModule[], id: string): ActivityTraining {
  const profile = profileOfActivity(id)
  const taken = modules.filter(({ hours }) => hours[profile] !== undefined)
  const trains = ({ trains: { tasks, acts } }: PlannedModule) => tasks.includes(id) || acts.includes(id)
  return {
    modules: taken.filter(trains).map((module) => trainingBy(module, id, profile)),
    elsewhere: taken
      .filter((module) => !trains(module))
      .map(({ slug, title, lessons }) => ({ module: { slug, title }, lessons: lessons.filter(names(id)).map(shown) }))
      .filter(({ lessons }) => lessons.length > 0),
  }
}

function trainingBy(module: PlannedModule, id: string, profile: Profile): ModuleTraining {
  const { slug, title, lessons, questions, form, observation } = module
  const observed = form && observation && observation.required > 0 ? form : undefined
  const criteria = (observed?.criteria ?? []).flatMap(({ id: criterion, critical, observes, ...variants }) => {
    const text = variants[profile]
    return text !== undefined && observes.includes(id) ? [{ id: criterion, critical, text }] : []
  })
  return {
    slug,
    title,
    naming: lessons.filter(names(id)).map(shown),
    others: lessons.filter((lesson) => !names(id)(lesson)).map(shown),
    questions: questions.filter(({ tests }) => tests.includes(id)).length,
    criteria,
    settings: criteria.length > 0 ? [...(observed?.settings ?? [])] : [],
  }
}

const names = (id: string) => (lesson: TrainingLesson) => lesson.see.includes(id)

function shown({ slug, title }: TrainingLesson): LessonOf {
  return { slug, title }
}
