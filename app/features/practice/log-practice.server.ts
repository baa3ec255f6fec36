import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { type Day, dayOf } from '~/lib/dates'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import { minutesOfDay } from './minutes-of-day.server'
import { type Companion, type PracticeRefusal, practiceRefusals, refusePractice } from './rules/practice'
import { trainedBy } from './rules/trained-by'

export type NewPractice = {
  moduleSlug: string
  heldOn: Day
  minutes: number
  /** Ids of tasks (Navigator) or acts (operatore). */
  tasks: readonly string[]
  alongside: Companion
  note?: string
}

/**
 * Logs practice on the job of one's own: it waits for a trainer, and counts for nothing until then.
 * @returns its id; `no-plan` (never enrolled, or left), or a reason of refusePractice
 */
export async function logPractice(
  by: Authorised<'learning.follow'>,
  practice: NewPractice,
): Promise<Result<string, 'no-plan' | PracticeRefusal>> {
  const { actorId, requestId, now, today } = by
  const { moduleSlug, heldOn, minutes, tasks, alongside, note } = practice
  return transact(async (tx) => {
    const enrolment = await tx.enrolment.findUnique({
      where: { activeKey: actorId ?? '' },
      select: { id: true, personId: true, versionId: true, profile: true, enrolledAt: true },
    })
    if (!enrolment) return refusal('no-plan', 'Adesso non segui un piano: le ore si annotano mentre lo segui')
    const profile = enrolment.profile as Profile
    const module = moduleOf(await frozenPlan(enrolment.versionId), moduleSlug)
    const refused = refusePractice(practice, {
      required: module && requirementsOf(module, profile)?.minutes.onTheJob,
      trained: module ? trainedBy(module, profile) : [],
      enrolledOn: dayOf(enrolment.enrolledAt),
      today,
      taken: await minutesOfDay(tx, enrolment.personId, heldOn),
    })
    if (refused) return refusal(refused, practiceRefusals[refused])
    const id = randomUUID()
    const entry = { id, enrolmentId: enrolment.id, moduleSlug, heldOn, minutes, alongside, note: note ?? null }
    await tx.practiceEntry.create({
      data: { ...entry, tasks: JSON.stringify(tasks), state: 'pending', createdAt: now },
      select: { id: true },
    })
    const act = { action: 'practice.log', objectType: 'person', objectId: enrolment.personId }
    await writeAudit(tx, { actorId, requestId, ...act, payload: { entry: id, enrolment: enrolment.id } }, now)
    return success(id)
  })
}
