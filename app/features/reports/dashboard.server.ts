import type { Authorised } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { modes } from '~/features/curriculum/rules/module-content'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { findPlanInForce, frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import type { DashboardFilters } from './cabina-filters.schema'
import {
  countByEntry,
  countByModule,
  countByWeek,
  type EntryCount,
  findEntriesInReach,
  findProvincesInReach,
  type ModuleCount,
} from './counts.queries.server'
import { moduleLines } from './rules/module-lines'
import { type Counted, placeFigures, totalFigure } from './rules/place-figures'
import { cumulative } from './rules/trend'

/** Hours of a mode: minutes recorded, against those that the versions ask of the people who follow them. */
export type ModeLine = { mode: (typeof modes)[number]; delivered: number; planned: number }

/**
 * What the dashboard shows: completion by province, by entry of one province, by module, by week, hours by mode. Every
 * figure comes from the counts that triggers keep; none of it grows with the number of people.
 * @returns null when the filters name a province out of reach or a module that nobody follows
 */
export async function findDashboard(by: Authorised<'progress.read'>, filters: DashboardFilters) {
  const { profilo: profile, provincia, modulo } = filters
  const [entries, provinces, inForce] = await Promise.all([
    findEntriesInReach(by),
    findProvincesInReach(by),
    findPlanInForce(),
  ])
  const chosen = provincia ? entries.filter(({ provinceCode }) => provinceCode === provincia) : entries
  if (chosen.length === 0) return null
  // People without an entry are somewhere in the region: they count where the whole region is looked at.
  const everywhere = by.scopes.some(({ kind }) => kind === 'region')
  const homeless = everywhere ? [''] : []
  const ids = [...entries.map(({ id }) => id), ...homeless]
  const [byEntry, byModule] = await Promise.all([countByEntry(profile, ids, modulo ?? ''), countByModule(profile, ids)])
  const plans = await plansOf(
    [...byEntry, ...byModule].map(({ versionId }) => versionId),
    inForce?.id,
  )
  const module = modulo ? findModule(plans, modulo, profile) : null
  if (modulo && !module) return null
  const counted = modulo ? byEntry.filter(({ versionId }) => takes(plans.get(versionId), modulo, profile)) : byEntry
  const provinceOf = new Map(entries.map(({ id, provinceCode }) => [id, provinceCode]))
  const byProvince = placeFigures(
    provinces.map(({ code, name, navigatorPlaces }) => ({ id: code, name, places: navigatorPlaces })),
    sums(counted, ({ entryId }) => provinceOf.get(entryId) ?? ''),
    profile,
  )
  const byPlace = placeFigures(
    chosen.map(({ id, name, navigatorPlaces }) => ({ id, name, places: navigatorPlaces })),
    sums(counted, ({ entryId }) => entryId),
    profile,
  )
  const elsewhere = provincia ? undefined : sums(counted, ({ entryId }) => entryId).get('')
  const weekProvinces = provincia ? [provincia] : [...provinces.map(({ code }) => code), ...homeless]
  const weeks = await countByWeek(profile, weekProvinces, modulo ?? '')
  return {
    filters,
    everywhere,
    version: inForce?.number ?? null,
    moduleTitle: module?.title ?? null,
    moduleOptions: moduleOptions(plans, inForce?.id, profile),
    total: totalFigure(byPlace, profile, placeName(provincia ? chosen[0]?.province.name : undefined, everywhere)),
    provinces: byProvince,
    entries: provincia || provinces.length === 0 ? byPlace : null,
    elsewhere: elsewhere ?? { enrolled: 0, completed: 0 },
    trend: cumulative(weeks, by.today),
    modules: moduleLines([...plans.values()], byModule, profile, provincia),
    hours: hoursByMode(
      plans,
      byModule.filter(({ province }) => !provincia || province === provincia),
      profile,
    ),
  }
}

function placeName(province: string | undefined, everywhere: boolean) {
  if (province) return province
  return everywhere ? 'Lombardia' : 'Le tue sedi'
}

async function plansOf(versionIds: readonly string[], inForce: string | undefined): Promise<Map<string, FrozenPlan>> {
  const ids = [...new Set([...(inForce ? [inForce] : []), ...versionIds])]
  return new Map(await Promise.all(ids.map(async (id) => [id, await frozenPlan(id)] as const)))
}

function takes(plan: FrozenPlan | undefined, slug: string, profile: Profile): boolean {
  return plan !== undefined && moduleOf(plan, slug)?.hours[profile] !== undefined
}

function findModule(plans: ReadonlyMap<string, FrozenPlan>, slug: string, profile: Profile) {
  return [...plans.values()].flatMap((plan) => (takes(plan, slug, profile) ? (moduleOf(plan, slug) ?? []) : []))[0]
}

/** The modules that the profile takes: of the version in force first, then of others that somebody still follows. */
function moduleOptions(plans: ReadonlyMap<string, FrozenPlan>, inForce: string | undefined, profile: Profile) {
  const first = inForce ? plans.get(inForce) : undefined
  const all = [...(first ? [first] : []), ...plans.values()].flatMap(({ modules }) => modules)
  const taken = all.filter(({ hours }) => hours[profile])
  return [...new Map(taken.map(({ slug, title }) => [slug, title]))].map(([value, label]) => ({ value, label }))
}

function sums(counts: readonly EntryCount[], keyOf: (count: EntryCount) => string): Map<string, Counted> {
  const byKey = new Map<string, Counted>()
  for (const count of counts) {
    const key = keyOf(count)
    const before = byKey.get(key) ?? { enrolled: 0, completed: 0 }
    byKey.set(key, { enrolled: before.enrolled + count.enrolled, completed: before.completed + count.completed })
  }
  return byKey
}

function hoursByMode(plans: ReadonlyMap<string, FrozenPlan>, counts: readonly ModuleCount[], profile: Profile) {
  const lines: ModeLine[] = modes.map((mode) => ({ mode, delivered: 0, planned: 0 }))
  for (const { versionId, moduleSlug, people, ...minutes } of counts) {
    const modules = moduleSlug === '' ? (plans.get(versionId)?.modules ?? []) : []
    for (const line of lines) {
      line.delivered += moduleSlug === '' ? 0 : minutes[line.mode]
      line.planned += people * modules.reduce((sum, module) => sum + asked(module, profile, line.mode), 0)
    }
  }
  return lines.filter(({ delivered, planned }) => delivered > 0 || planned > 0)
}

function asked(module: FrozenPlan['modules'][number], profile: Profile, mode: ModeLine['mode']): number {
  return requirementsOf(module, profile)?.minutes[mode] ?? 0
}
