import type { Mode } from '~/features/curriculum/rules/module-content'
import { recordedModes } from '~/features/evidence/rules/requirements'
import type { LearnerLesson, LearnerModule } from './learner-module'

export type MissingMinutes = { mode: Mode; minutes: number }

/** The one thing that a learner does next. */
export type NextStep =
  /** A test was begun and not yet handed in. */
  | { kind: 'test-continue'; module: LearnerModule; attemptId: string; dueAt: Date | null }
  /** `left` lessons of the module are unread after this one; `opensTest` when nothing else keeps its test closed. */
  | { kind: 'lesson'; module: LearnerModule; lesson: LearnerLesson; left: number; opensTest: boolean }
  | { kind: 'test'; module: LearnerModule; number: number; attempts: number }
  /** No attempt is left. */
  | { kind: 'unlock'; module: LearnerModule }
  | { kind: 'waiting-test'; module: LearnerModule; until: Date }
  /** Hours that whoever trains still has to record. */
  | { kind: 'hours'; module: LearnerModule; missing: MissingMinutes[] }
  | { kind: 'observation'; module: LearnerModule }
  | { kind: 'complete' }

/**
 * The next step of a learner. A test that was begun comes first of all. Then, in the order of the plan, what one can
 * do alone: the first unread lesson, or a test that is open; so the test of an earlier module comes before the lesson
 * of a later one. When nothing of this is left, what others must do: the unlocking of a test; then the test that
 * opens soonest by itself; then, in the order of the plan, hours to be recorded and observations to be arranged.
 *
 * @param modules those that the profile takes, in the order of the plan
 */
export function nextStep(modules: readonly LearnerModule[]): NextStep {
  const open = modules.filter((module) => module.completedAt === null)
  return (
    first(open, testBegun) ??
    first(open, (module) => lessonToRead(module, modules) ?? testToTake(module)) ??
    first(open, testToUnlock) ??
    soonestTest(open) ??
    first(open, (module) => hoursToRecord(module) ?? observationToArrange(module)) ?? { kind: 'complete' }
  )
}

/** The minutes of recorded modes that a module still lacks; reading the lessons is what fills the online ones. */
export function missingMinutes({ minutesRequired, minutesDone }: LearnerModule): MissingMinutes[] {
  return recordedModes
    .map((mode) => ({ mode, minutes: minutesRequired[mode] - minutesDone[mode] }))
    .filter(({ minutes }) => minutes > 0)
}

function first(
  modules: readonly LearnerModule[],
  stepOf: (module: LearnerModule) => NextStep | undefined,
): NextStep | undefined {
  for (const module of modules) {
    const step = stepOf(module)
    if (step) return step
  }
  return undefined
}

function testBegun(module: LearnerModule): NextStep | undefined {
  const { test } = module
  if (test.kind !== 'in-progress') return undefined
  return { kind: 'test-continue', module, attemptId: test.attemptId, dueAt: test.dueAt }
}

function lessonToRead(module: LearnerModule, all: readonly LearnerModule[]): NextStep | undefined {
  const [lesson, ...others] = module.lessons.filter(({ readOn }) => readOn === undefined)
  if (!lesson) return undefined
  const waitsFor = all.filter(({ slug, test }) => module.prerequisites.includes(slug) && test.kind !== 'passed')
  const opensTest = module.test.kind !== 'passed' && waitsFor.length === 0
  return { kind: 'lesson', module, lesson, left: others.length, opensTest }
}

function testToTake(module: LearnerModule): NextStep | undefined {
  const { test } = module
  return test.kind === 'ready' ? { kind: 'test', module, number: test.number, attempts: test.attempts } : undefined
}

function testToUnlock(module: LearnerModule): NextStep | undefined {
  return module.test.kind === 'exhausted' ? { kind: 'unlock', module } : undefined
}

function soonestTest(modules: readonly LearnerModule[]): NextStep | undefined {
  const waiting = modules.flatMap((module) =>
    module.test.kind === 'waiting' ? [{ kind: 'waiting-test' as const, module, until: module.test.until }] : [],
  )
  return waiting.sort((a, b) => a.until.getTime() - b.until.getTime())[0]
}

function hoursToRecord(module: LearnerModule): NextStep | undefined {
  const missing = missingMinutes(module)
  return missing.length > 0 ? { kind: 'hours', module, missing } : undefined
}

function observationToArrange(module: LearnerModule): NextStep | undefined {
  return module.observation && !module.observationMet ? { kind: 'observation', module } : undefined
}
