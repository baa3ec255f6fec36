import { latestKept } from '~/lib/latest-kept'
import { database } from '~/platform/database/client.server'
import { frozenPlan } from './frozen-plan.server'
import { findPartNames } from './part-names.server'
import { differenceOfPlans, type PlanDifference } from './rules/plan-difference'

// Submitted versions never change, so neither does their difference; the last pairs that were read are kept.
const known = latestKept<PlanDifference>(20)

/** What a submitted version changes with respect to another; worked out once. */
export function findDifference(beforeId: string, afterId: string): Promise<PlanDifference> {
  return known(`${beforeId} ${afterId}`, () => workOut(beforeId, afterId))
}

/**
 * The version that another one is compared with: the one in force while it is voted on, or the one that was in force
 * when it was decided. Undefined for the first.
 */
export async function findComparedVersion(
  versionId: string,
  closedAt: Date | null,
): Promise<{ id: string; number: number } | undefined> {
  const decision = await database.planDecision.findFirst({
    where: { outcome: 'approved', versionId: { not: versionId }, ...(closedAt && { closedAt: { lt: closedAt } }) },
    orderBy: [{ closedAt: 'desc' }, { versionId: 'desc' }],
    select: { version: { select: { id: true, number: true } } },
  })
  return decision?.version
}

async function workOut(beforeId: string, afterId: string) {
  const [before, after, names] = await Promise.all([frozenPlan(beforeId), frozenPlan(afterId), findPartNames()])
  return differenceOfPlans(before, after, names)
}
