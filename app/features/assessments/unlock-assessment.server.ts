import { randomUUID } from 'node:crypto'
import { type Authorised, reaches } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import { closeOverdueIn } from './close-overdue.server'
import { readAssessmentFacts } from './read-assessment-facts.server'
import { assessmentState } from './rules/assessment-state'

/** How many attempts an unlock gives. */
const attemptsGiven = 1

/**
 * Gives one more attempt to a learner who has none left; the reason is kept with it for good, and stands in no log.
 * @returns `absent` (nobody in scope follows such a module), `own-test` (nobody unlocks for oneself), `not-exhausted`
 */
export async function unlockAssessment(
  by: Authorised<'assessment.unlock'>,
  wanted: { enrolmentId: string; moduleSlug: string; reason: string },
): Promise<Result<null, 'absent' | 'own-test' | 'not-exhausted'>> {
  const { enrolmentId, moduleSlug, reason } = wanted
  const { actorId, requestId, now } = by
  return transact(async (tx) => {
    const enrolment = await tx.enrolment.findUnique({
      where: { id: enrolmentId },
      select: {
        id: true,
        personId: true,
        versionId: true,
        profile: true,
        activeKey: true,
        person: { select: { homeEntryId: true } },
      },
    })
    const inReach = enrolment?.activeKey && reaches(by, scopeOfHome(enrolment.person.homeEntryId))
    if (!enrolment || !inReach || !actorId) return refusal('absent', 'Questo test non c’è')
    if (enrolment.personId === actorId) {
      return refusal('own-test', 'Il tuo test lo sblocca un altro formatore della tua provincia')
    }
    await closeOverdueIn(tx, enrolmentId, now)
    const learner = { id: enrolmentId, profile: enrolment.profile as Profile }
    const facts = await readAssessmentFacts(tx, learner, await frozenPlan(enrolment.versionId))
    const known = facts.get(moduleSlug)
    if (!known) return refusal('absent', 'Questo test non c’è')
    if (assessmentState(known, now).kind !== 'exhausted') {
      return refusal('not-exhausted', 'Questo test non è da sbloccare: la persona ha ancora tentativi, o l’ha superato')
    }
    const unlock = {
      id: randomUUID(),
      enrolmentId,
      moduleSlug,
      byId: actorId,
      at: now,
      attempts: attemptsGiven,
      reason,
    }
    await tx.assessmentUnlock.create({ data: unlock, select: { id: true } })
    const payload = { unlock: unlock.id, module: moduleSlug, attempts: attemptsGiven }
    const act = { actorId, requestId, action: 'assessment.unlock', objectType: 'person', objectId: enrolment.personId }
    await writeAudit(tx, { ...act, payload }, now)
    return success(null)
  })
}
