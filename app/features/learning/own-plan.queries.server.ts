import type { Authorised } from '~/features/auth/authorise.server'
import { type ActiveEnrolment, findActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { findPlanInForce, frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { findLearnerModules } from './learner-modules.queries.server'
import type { LearnerModule } from './rules/learner-module'

/** The plan that somebody follows, and where they stand in it. */
export type OwnPlan = { enrolment: ActiveEnrolment; plan: FrozenPlan; modules: LearnerModule[] }

/** Why there is no plan to follow: it was left, nobody enrolled them yet, or there is no plan in force. */
export type NoPlan = { kind: 'left'; at: Date } | { kind: 'not-enrolled' } | { kind: 'no-plan' }

/** One's own plan by the version that the enrolment pins; null without an active enrolment. */
export async function findOwnPlan(by: Authorised<'learning.follow'>): Promise<OwnPlan | null> {
  const enrolment = by.actorId === null ? null : await findActiveEnrolment(by.actorId)
  if (!enrolment) return null
  const plan = await frozenPlan(enrolment.versionId)
  return { enrolment, plan, modules: await findLearnerModules(enrolment, plan, by.now) }
}

/** Why somebody without an active enrolment has no plan. */
export async function findWhyNoPlan(by: Authorised<'learning.follow'>): Promise<NoPlan> {
  const left = await database.enrolment.findFirst({
    where: { personId: by.actorId ?? '', leftAt: { not: null } },
    orderBy: { leftAt: 'desc' },
    select: { leftAt: true },
  })
  if (left?.leftAt) return { kind: 'left', at: left.leftAt }
  return (await findPlanInForce()) ? { kind: 'not-enrolled' } : { kind: 'no-plan' }
}
