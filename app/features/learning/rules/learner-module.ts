import type { AssessmentState } from '~/features/assessments/rules/assessment-state'
import type { Profile } from '~/features/auth/rules/profiles'
import type { AssessmentRule, Mode, ObservationRule } from '~/features/curriculum/rules/module-content'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import type { OwnObservation } from '~/features/observations/own-observations'
import type { FrozenModule } from '~/features/training-plan/frozen-plan'
import type { Day } from '~/lib/dates'

/** What the evidence so far adds up to in a module (evidence/rules/fold). */
export type ModuleFacts = {
  minutesByMode: Record<Mode, number>
  observationMet: boolean
  completedAt: Date | null
}

/** A lesson of a module, by its place in it. */
export type LearnerLesson = { slug: string; title: string; minutes: number; number: number; readOn: Day | undefined }

/** A module as its learner stands in it; `number` is its place among those that the profile takes. */
export type LearnerModule = {
  number: number
  slug: string
  title: string
  shortTitle: string
  /** The final test of the plan, which is no module among the others. */
  final?: true
  prerequisites: readonly string[]
  lessons: LearnerLesson[]
  /** Minutes that it asks of the profile, and minutes there are: no more of a mode than it asks. */
  minutesRequired: Record<Mode, number>
  minutesDone: Record<Mode, number>
  assessment: AssessmentRule
  test: AssessmentState
  /** Undefined when it asks for no observation. */
  observation: ObservationRule | undefined
  observationMet: boolean
  /** All signed rows of the module, in the order in which they were signed. */
  observations: readonly OwnObservation[]
  completedAt: Date | null
}

type Known = {
  progress: readonly (ModuleFacts & { moduleSlug: string })[]
  completedLessons: ReadonlyMap<string, ReadonlyMap<string, Day>>
  tests: ReadonlyMap<string, AssessmentState>
  observations: readonly OwnObservation[]
}

/** The modules that a profile takes, in the order of the plan, each as the learner stands in it. */
export function learnerModules(modules: readonly FrozenModule[], profile: Profile, known: Known): LearnerModule[] {
  const progress = new Map(known.progress.map((row) => [row.moduleSlug, row]))
  return modules
    .filter((module) => module.hours[profile])
    .map((module, index) =>
      learnerModule(module, profile, {
        number: index + 1,
        facts: progress.get(module.slug),
        read: known.completedLessons.get(module.slug),
        test: known.tests.get(module.slug),
        observations: known.observations.filter(({ moduleSlug }) => moduleSlug === module.slug),
      }),
    )
}

type Place = {
  number: number
  facts: ModuleFacts | undefined
  read: ReadonlyMap<string, Day> | undefined
  test: AssessmentState | undefined
  observations: readonly OwnObservation[]
}

function learnerModule(module: FrozenModule, profile: Profile, place: Place): LearnerModule {
  const { number, facts, read, test, observations } = place
  const required = requirementsOf(module, profile)?.minutes ?? noMinutes
  const done = (mode: Mode) => Math.min(facts?.minutesByMode[mode] ?? 0, required[mode])
  return {
    number,
    slug: module.slug,
    title: module.title,
    shortTitle: module.shortTitle,
    ...(module.final && { final: true }),
    prerequisites: module.prerequisites,
    lessons: module.lessons.map(({ slug, title, minutes }, index) => ({
      slug,
      title,
      minutes,
      number: index + 1,
      readOn: read?.get(slug),
    })),
    minutesRequired: required,
    minutesDone: {
      online: done('online'),
      classroom: done('classroom'),
      remote: done('remote'),
      collaborative: done('collaborative'),
      onTheJob: done('onTheJob'),
    },
    assessment: module.assessment,
    test: test ?? { kind: 'lessons-first' },
    observation: module.observation && module.observation.required > 0 ? module.observation : undefined,
    observationMet: facts?.observationMet ?? false,
    observations,
    completedAt: facts?.completedAt ?? null,
  }
}

const noMinutes: Record<Mode, number> = { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }
