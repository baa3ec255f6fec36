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
  { id: enrolmentId, profile }: Enrolled,
  plan: FrozenPlan,
): Promise<Map<string, AssessmentFacts>> {
  const attempts = await reader.attempt.findMany({
    where: { enrolmentId },
    orderBy: { number: 'asc' },
    select: { id: true, moduleSlug: true, number: true, submittedAt: true, dueAt: true, passed: true },
  })
  const unlocks = await reader.assessmentUnlock.findMany({
    where: { enrolmentId },
    select: { moduleSlug: true, attempts: true },
  })
  const progress = await reader.moduleProgress.findMany({
    where: { enrolmentId },
    select: { moduleSlug: true, lessonsDone: true, lessonsRequired: true, assessmentPassed: true },
  })
  const taken = plan.modules.filter((module) => module.hours[profile])
  const passed = new Set(progress.filter((row) => row.assessmentPassed).map((row) => row.moduleSlug))
  const passedAttempts = new Map(attempts.filter((row) => row.passed).map((row) => [row.moduleSlug, row.submittedAt]))
  const otherwise = [...passed].some((slug) => !passedAttempts.has(slug))
    ? await readPassedSince(reader, enrolmentId)
    : new Map<string, Date>()

  const factsOf = ({ slug, lessons, prerequisites, assessment }: FrozenModule): AssessmentFacts => {
    const own = attempts.filter(({ moduleSlug }) => moduleSlug === slug)
    const row = progress.find(({ moduleSlug }) => moduleSlug === slug)
    const passedSince = passedAttempts.get(slug) ?? otherwise.get(slug)
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

/** When the evidence that a test is passed was recorded, by module: a recognition, or what stands in its place. */
async function readPassedSince(reader: FactsReader, enrolmentId: string): Promise<Map<string, Date>> {
  const rows = await reader.evidence.findMany({
    where: { enrolmentId, kind: { in: ['recognition', 'assessment'] } },
    orderBy: { seq: 'desc' },
    select: { id: true, moduleSlug: true, kind: true, subject: true, recordedAt: true, corrects: true, isVoid: true },
  })
  const standing = standingRows(rows).filter(({ kind, subject }) => kind === 'assessment' || subject === 'assessment')
  return new Map(standing.map(({ moduleSlug, recordedAt }) => [moduleSlug, recordedAt]))
}
