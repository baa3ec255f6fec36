import type { Profile } from '~/features/auth/rules/profiles'
import { standingRows } from '~/features/evidence/rules/evidence'
import type { FrozenModule, FrozenPlan } from '~/features/training-plan/frozen-plan'
import type { Reader } from '~/platform/database/client.server'
import type { AssessmentFacts } from './rules/assessment-state'

/** Reads what is committed, or what a transaction sees. */
type FactsReader = Pick<Reader, 'attempt' | 'assessmentUnlock' | 'moduleProgress' | 'evidence'>
type Enrolled = { id: string; profile: Profile }

/**
 * What decides where a learner stands with each test of the plan: three reads for all modules together, and a fourth
 * when a test is passed without an attempt. An attempt that is over its time counts as open here: close it before.
 */
export async function readAssessmentFacts(
  reader: FactsReader,
  enrolled: Enrolled,
  plan: FrozenPlan,
): Promise<Map<string, AssessmentFacts>> {
  return (await readAssessmentFactsOf(reader, [{ ...enrolled, plan }])).get(enrolled.id) ?? new Map()
}

/** The same of several enrolments, in as many reads as of one; by enrolment, and by module. */
export async function readAssessmentFactsOf(
  reader: FactsReader,
  enrolments: readonly (Enrolled & { plan: FrozenPlan })[],
): Promise<Map<string, Map<string, AssessmentFacts>>> {
  const within = { enrolmentId: { in: enrolments.map(({ id }) => id) } }
  const attempts = await reader.attempt.findMany({
    where: within,
    orderBy: { number: 'asc' },
    select: {
      id: true,
      enrolmentId: true,
      moduleSlug: true,
      number: true,
      submittedAt: true,
      dueAt: true,
      passed: true,
    },
  })
  const unlocks = await reader.assessmentUnlock.findMany({
    where: within,
    select: { enrolmentId: true, moduleSlug: true, attempts: true },
  })
  const progress = await reader.moduleProgress.findMany({
    where: within,
    select: {
      enrolmentId: true,
      moduleSlug: true,
      lessonsDone: true,
      lessonsRequired: true,
      assessmentPassed: true,
    },
  })
  const byAttempt = new Set(attempts.filter(({ passed }) => passed).map(placeOf))
  const otherwise = progress
    .filter((row) => row.assessmentPassed && !byAttempt.has(placeOf(row)))
    .map(({ enrolmentId }) => enrolmentId)
  const passedSince = await readPassedSince(reader, otherwise)
  return new Map(
    enrolments.map(({ id, profile, plan }) => {
      const own = <Row extends { enrolmentId: string }>(rows: readonly Row[]) =>
        rows.filter(({ enrolmentId }) => enrolmentId === id)
      const rows = { attempts: own(attempts), unlocks: own(unlocks), progress: own(progress), passedSince }
      return [id, factsOfPlan(rows, profile, plan)] as const
    }),
  )
}

type Row = { enrolmentId: string; moduleSlug: string }
type Rows = {
  attempts: readonly (Row & {
    id: string
    number: number
    submittedAt: Date | null
    dueAt: Date | null
    passed: boolean | null
  })[]
  unlocks: readonly (Row & { attempts: number })[]
  progress: readonly (Row & { lessonsDone: number; lessonsRequired: number; assessmentPassed: boolean })[]
  /** Of tests that are passed without an attempt, by place. */
  passedSince: ReadonlyMap<string, Date>
}

/** Where a learner stands with each test that the profile takes, from the rows of one enrolment. */
function factsOfPlan(
  { attempts, unlocks, progress, passedSince: otherwise }: Rows,
  profile: Profile,
  plan: FrozenPlan,
): Map<string, AssessmentFacts> {
  const taken = plan.modules.filter((module) => module.hours[profile])
  const passed = new Set(progress.filter((row) => row.assessmentPassed).map((row) => row.moduleSlug))
  const passedAttempts = new Map(attempts.filter((row) => row.passed).map((row) => [row.moduleSlug, row.submittedAt]))

  const factsOf = ({ slug, lessons, prerequisites, assessment }: FrozenModule): AssessmentFacts => {
    const own = attempts.filter(({ moduleSlug }) => moduleSlug === slug)
    const row = progress.find(({ moduleSlug }) => moduleSlug === slug)
    const passedSince = passedAttempts.get(slug) ?? (row && otherwise.get(placeOf(row)))
    if (passed.has(slug) && !passedSince) throw new Error(`Nothing says why the test of ${slug} counts as passed`)
    return {
      rule: assessment,
      passedSince: (passed.has(slug) && passedSince) || null,
      lessonsRead: row ? row.lessonsDone >= row.lessonsRequired : lessons.length === 0,
      // A module that the profile does not take cannot stand before one that it takes.
      openPrerequisites: taken
        .filter((module) => prerequisites.includes(module.slug) && !passed.has(module.slug))
        .map(({ title }) => title),
      past: own.flatMap((attempt) =>
        attempt.submittedAt ? [{ ...attempt, submittedAt: attempt.submittedAt, passed: attempt.passed ?? false }] : [],
      ),
      open: own.find((attempt) => !attempt.submittedAt) ?? null,
      unlocked: unlocks
        .filter(({ moduleSlug }) => moduleSlug === slug)
        .reduce((total, unlock) => total + unlock.attempts, 0),
    }
  }
  return new Map(taken.map((module) => [module.slug, factsOf(module)]))
}

function placeOf({ enrolmentId, moduleSlug }: Row) {
  return `${enrolmentId} ${moduleSlug}`
}

/** When the evidence that a test is passed was recorded, by place: a recognition, or what stands in its place. */
async function readPassedSince(reader: FactsReader, enrolmentIds: readonly string[]): Promise<Map<string, Date>> {
  if (enrolmentIds.length === 0) return new Map()
  const rows = await reader.evidence.findMany({
    where: { enrolmentId: { in: [...new Set(enrolmentIds)] }, kind: { in: ['recognition', 'assessment'] } },
    orderBy: { seq: 'desc' },
    select: {
      id: true,
      enrolmentId: true,
      moduleSlug: true,
      kind: true,
      subject: true,
      recordedAt: true,
      corrects: true,
      isVoid: true,
    },
  })
  const standing = standingRows(rows).filter(({ kind, subject }) => kind === 'assessment' || subject === 'assessment')
  return new Map(standing.map((row) => [placeOf(row), row.recordedAt]))
}
