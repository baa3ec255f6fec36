import type { Profile } from '~/features/auth/rules/profiles'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { dayOf } from '~/lib/dates'
import type { Transaction } from '~/platform/database/client.server'
import type { EvidenceRow } from './rules/evidence'
import { foldEvidence, planCompletedAt } from './rules/fold'
import { type ModuleRequirements, requirementsOf } from './rules/requirements'

type Enrolled = { id: string; profile: Profile; completedAt: Date | null }

/**
 * Writes what the evidence of one module adds up to, and with it whether the plan is complete; in the transaction of
 * the evidence itself, so that no reader ever sees one without the other.
 * @param rows all evidence of this enrolment and module, in order
 */
export async function settleProgress(
  tx: Transaction,
  enrolled: Enrolled,
  plan: FrozenPlan,
  moduleSlug: string,
  requirements: ModuleRequirements,
  rows: readonly EvidenceRow[],
): Promise<void> {
  const enrolmentId = enrolled.id
  const values = settledValues(requirements, rows)
  await tx.moduleProgress.upsert({
    where: { enrolmentId_moduleSlug: { enrolmentId, moduleSlug } },
    create: { enrolmentId, moduleSlug, ...values },
    update: values,
    select: { moduleSlug: true },
  })
  const settled = await tx.moduleProgress.findMany({
    where: { enrolmentId },
    select: { moduleSlug: true, completedAt: true },
  })
  await settleCompletion(tx, enrolled, plan, settled)
}

/** What the row of a module's progress holds, from all of its evidence in order. */
export function settledValues(requirements: ModuleRequirements, rows: readonly EvidenceRow[]) {
  const state = foldEvidence(requirements, rows)
  return {
    ...state,
    minutesByMode: JSON.stringify(state.minutesByMode),
    completedAt: state.completedAt ?? null,
    completedOn: state.completedAt ? dayOf(state.completedAt) : null,
  }
}

/**
 * Writes whether the plan is complete, where that has changed.
 * @param modules the progress of the enrolment as it has just been written
 */
export async function settleCompletion(
  tx: Transaction,
  { id, profile, completedAt }: Enrolled,
  plan: FrozenPlan,
  modules: readonly { moduleSlug: string; completedAt: Date | null }[],
): Promise<void> {
  const completions = new Map(modules.map((row) => [row.moduleSlug, row.completedAt]))
  const taken = plan.modules.filter((module) => requirementsOf(module, profile))
  const planCompleted = planCompletedAt(taken.map(({ slug }) => completions.get(slug))) ?? null
  if (planCompleted?.getTime() === completedAt?.getTime()) return
  await tx.enrolment.update({
    where: { id },
    data: { completedAt: planCompleted, completedOn: planCompleted && dayOf(planCompleted) },
    select: { id: true },
  })
}
