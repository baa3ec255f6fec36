import type { Profile } from '~/features/auth/rules/profiles'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { findPlanInForce, frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'

/** The version in force, if any, and every other that somebody of a profile still follows: the one in force first. */
export async function findFollowedPlans(profile: Profile): Promise<FrozenPlan[]> {
  const [inForce, rows] = await Promise.all([
    findPlanInForce(),
    database.progressCount.findMany({
      where: { profile, moduleSlug: '', people: { gt: 0 } },
      distinct: ['versionId'],
      select: { versionId: true },
    }),
  ])
  const ids = new Set([...(inForce ? [inForce.id] : []), ...rows.map(({ versionId }) => versionId)])
  return Promise.all([...ids].map((id) => frozenPlan(id)))
}

/** A module as those who take it know it: its title, and the versions in which the profile takes it. */
export type TakenModule = { slug: string; title: string; versions: ReadonlySet<string> }

/** The module among these versions that a profile takes; undefined when none has it. */
export function takenModule(plans: readonly FrozenPlan[], profile: Profile, slug: string): TakenModule | undefined {
  const taking = plans.filter((plan) => moduleOf(plan, slug)?.hours[profile])
  const title = taking.map((plan) => moduleOf(plan, slug)?.title)[0]
  return title === undefined ? undefined : { slug, title, versions: new Set(taking.map(({ versionId }) => versionId)) }
}
