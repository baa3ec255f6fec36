import { type Authorised, reaches } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { findEndedAttempts } from './assessment.queries.server'
import { closeOverdueOf } from './close-overdue.server'
import { readAssessmentFacts } from './read-assessment-facts.server'
import { assessmentState } from './rules/assessment-state'

/**
 * A learner's test as a trainer in scope sees it before unlocking: attempts with their scores, earlier unlocks, and
 * whether there is anything to unlock.
 * @returns null when nobody in scope follows such a module
 */
export async function findUnlockCase(by: Authorised<'assessment.unlock'>, enrolmentId: string, moduleSlug: string) {
  const enrolment = await database.enrolment.findUnique({
    where: { id: enrolmentId },
    select: {
      id: true,
      versionId: true,
      profile: true,
      activeKey: true,
      person: {
        select: { id: true, firstName: true, lastName: true, homeEntryId: true, homeEntry: { select: { name: true } } },
      },
    },
  })
  if (!enrolment?.activeKey || !reaches(by, scopeOfHome(enrolment.person.homeEntryId))) return null
  await closeOverdueOf(enrolmentId, by.now)
  const plan = await frozenPlan(enrolment.versionId)
  const learner = { id: enrolmentId, profile: enrolment.profile as Profile }
  const facts = (await readAssessmentFacts(database, learner, plan)).get(moduleSlug)
  const module = moduleOf(plan, moduleSlug)
  if (!facts || !module) return null
  const unlocks = await database.assessmentUnlock.findMany({
    where: { enrolmentId, moduleSlug },
    orderBy: { at: 'asc' },
    select: { id: true, at: true, reason: true, by: { select: { firstName: true, lastName: true } } },
  })
  const { firstName, lastName, homeEntry } = enrolment.person
  return {
    person: { name: `${firstName} ${lastName}`, entry: homeEntry?.name ?? '' },
    isSelf: enrolment.person.id === by.actorId,
    moduleTitle: module.title,
    exhausted: assessmentState(facts, by.now).kind === 'exhausted',
    attempts: await findEndedAttempts(enrolmentId, moduleSlug),
    unlocks: unlocks.map((unlock) => ({ ...unlock, by: `${unlock.by.firstName} ${unlock.by.lastName}` })),
  }
}
