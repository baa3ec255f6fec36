import type { Profile } from '~/features/auth/rules/profiles'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'

/** The versions that somebody follows in which a profile takes a module, with the module's title; undefined when none is. */
export async function findVersionsTaking(
  profile: Profile,
  moduleSlug: string,
): Promise<{ versions: Set<string>; title: string } | undefined> {
  const rows = await database.progressCount.findMany({
    where: { profile, moduleSlug: '', people: { gt: 0 } },
    distinct: ['versionId'],
    select: { versionId: true },
  })
  const plans = await Promise.all(rows.map(({ versionId }) => frozenPlan(versionId)))
  const taking = plans.filter((plan) => moduleOf(plan, moduleSlug)?.hours[profile])
  const title = taking.map((plan) => moduleOf(plan, moduleSlug)?.title)[0]
  return title === undefined ? undefined : { versions: new Set(taking.map(({ versionId }) => versionId)), title }
}
