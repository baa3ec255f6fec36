import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import type { PlanModule } from '~/features/training-plan/rules/plan-document'
import { database } from '~/platform/database/client.server'

type FollowedModule = Pick<PlanModule, 'slug' | 'title'> & { hours: PlanModule['hours'][] }

/**
 * The modules of the versions that somebody follows, each once: with the title of the latest version, and the hours
 * that each of the versions gives it.
 */
export async function findFollowedModules(): Promise<FollowedModule[]> {
  const versions = await database.planVersion.findMany({
    where: { enrolments: { some: { leftAt: null } } },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  const plans = await Promise.all(versions.map(({ id }) => frozenPlan(id)))
  const found = new Map<string, FollowedModule>()
  for (const { slug, title, hours } of plans.flatMap(({ modules }) => modules)) {
    found.set(slug, { slug, title, hours: [...(found.get(slug)?.hours ?? []), hours] })
  }
  return [...found.values()]
}
