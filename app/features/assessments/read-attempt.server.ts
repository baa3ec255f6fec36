import type { Authorised } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { frozenPlan, testedModuleOf } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { closeOverdueOf } from './close-overdue.server'
import { isTimeOver } from './rules/time'

type By = Authorised<'learning.follow'>

/**
 * An attempt of the person's own with the module it tests, as it stands now: one whose time is over is closed first.
 * An open one is there only while its enrolment is followed; an ended one stays readable.
 * @returns null when there is no such attempt of theirs
 */
export async function readOwnAttempt(by: By, id: string) {
  const found = await readAttempt(by, id)
  if (!found || found.submittedAt) return found && withModule(found)
  if (found.enrolment.activeKey !== by.actorId) return null
  if (!isTimeOver(found.dueAt, by.now)) return withModule(found)
  await closeOverdueOf(found.enrolmentId, by.now)
  const closed = await readAttempt(by, id)
  return closed && withModule(closed)
}

function readAttempt(by: By, id: string) {
  if (!by.actorId) return null
  return database.attempt.findFirst({
    where: { id, enrolment: { personId: by.actorId } },
    select: {
      id: true,
      enrolmentId: true,
      moduleSlug: true,
      number: true,
      dueAt: true,
      submittedAt: true,
      closedBy: true,
      correct: true,
      total: true,
      cut: true,
      passed: true,
      enrolment: { select: { versionId: true, profile: true, activeKey: true } },
    },
  })
}

/** Adds the frozen module, its place among those that the profile takes, and how many attempts there are in all. */
async function withModule(attempt: NonNullable<Awaited<ReturnType<typeof readAttempt>>>) {
  const { enrolmentId, moduleSlug, enrolment } = attempt
  const plan = await frozenPlan(enrolment.versionId)
  const taken = plan.modules.filter((module) => module.hours[enrolment.profile as Profile])
  const place = taken.findIndex(({ slug }) => slug === moduleSlug)
  const module = place < 0 ? undefined : testedModuleOf(plan, moduleSlug)
  if (!module) throw new Error(`Attempt ${attempt.id} tests no module of ${enrolment.versionId}`)
  const given = await database.assessmentUnlock.aggregate({
    where: { enrolmentId, moduleSlug },
    _sum: { attempts: true },
  })
  const attempts = module.assessment.attempts + (given._sum.attempts ?? 0)
  const test = module.final ? 'Test finale' : `Test del modulo ${place + 1}`
  return { attempt, module, label: `${test}, tentativo ${attempt.number} di ${attempts}` }
}
