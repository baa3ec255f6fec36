import type { Authorised } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { modes } from '~/features/curriculum/rules/module-content'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { findPlanInForce } from '~/features/training-plan/frozen-plan.server'
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
import { findFollowedPlans, takenModule } from './followed-versions.server'
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
  const [entries, provinces, inForce, followed] = await Promise.all([
    findEntriesInReach(by),
    findProvincesInReach(by),
    findPlanInForce(),
    findFollowedPlans(profile),
  ])
  if (provincia && !provinces.some(({ code }) => code === provincia)) return null
  const module = modulo ? takenModule(followed, profile, modulo) : undefined
  if (modulo && !module) return null
  const chosen = provincia ? entries.filter(({ provinceCode }) => provinceCode === provincia) : entries
  // People without an entry are somewhere in the region: they count where the whole region is looked at.
  const everywhere = by.scopes.some(({ kind }) => kind === 'region')
  const homeless = everywhere ? [''] : []
  const ids = [...entries.map(({ id }) => id), ...homeless]
  const [byEntry, byModule] = await Promise.all([countByEntry(profile, ids, modulo ?? ''), countByModule(profile, ids)])
  const plans = new Map(followed.map((plan) => [plan.versionId, plan]))
  const counted = byEntry.filter(({ versionId }) => (module ? module.versions.has(versionId) : plans.has(versionId)))
  const provinceOf = new Map(entries.map(({ id, provinceCode }) => [id, provinceCode]))
  const byProvince = placeFigures(
    provinces.map(({ code, name, navigatorPlaces }) => ({ id: code, name, places: navigatorPlaces })),
    sums(counted, ({ entryId }) => provinceOf.get(entryId) ?? ''),
    profile,
  )
  const sumsByEntry = sums(counted, ({ entryId }) => entryId)
  const byPlace = placeFigures(
    chosen.map(({ id, name, navigatorPlaces }) => ({ id, name, places: navigatorPlaces })),
    sumsByEntry,
    profile,
  )
  const elsewhere = placeFigures(provincia ? [] : homeless.map(noEntry), sumsByEntry, profile)
  // Weeks are counted by province: of single entries there is no line to draw.
  const whole = provincia
    ? true
    : entries.every(({ provinceCode }) => provinces.some(({ code }) => code === provinceCode))
  const weekProvinces = provincia ? [provincia] : [...provinces.map(({ code }) => code), ...homeless]
  const weeks = whole ? await countByWeek(profile, weekProvinces, modulo ?? '') : []
  const name = placeName(provincia ? chosen[0]?.province.name : undefined, everywhere)
  return {
    filters,
    everywhere,
    version: inForce?.number ?? null,
    moduleTitle: module?.title ?? null,
    moduleOptions: moduleOptions(followed, profile),
    total: totalFigure([...byPlace, ...elsewhere], profile, name),
    provinces: byProvince,
    entries: provincia || !whole ? byPlace : null,
    elsewhere: elsewhere[0] ?? null,
    trend: whole ? cumulative(weeks, by.today) : null,
    modules: moduleLines(followed, byModule, profile, provincia),
    hours: hoursByMode(
      plans,
      byModule.filter(({ province }) => !provincia || province === provincia),
      profile,
      modulo,
    ),
  }
}

function placeName(province: string | undefined, everywhere: boolean) {
  if (province) return province
  return everywhere ? 'Lombardia' : 'Le tue sedi'
}

/** Who belongs to no entry: a line of its own, without places. */
function noEntry(id: string) {
  return { id, name: 'Senza sede', places: 0 }
}

/** The modules that the profile takes: of the version in force first, then of others that somebody still follows. */
function moduleOptions(plans: readonly FrozenPlan[], profile: Profile) {
  const titles = new Map<string, string>()
  for (const { slug, title, hours } of plans.flatMap(({ modules }) => modules)) {
    if (hours[profile] && !titles.has(slug)) titles.set(slug, title)
  }
  return [...titles].map(([value, label]) => ({ value, label }))
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

/** @param modulo of this module alone; undefined for the whole plan */
function hoursByMode(
  plans: ReadonlyMap<string, FrozenPlan>,
  counts: readonly ModuleCount[],
  profile: Profile,
  modulo: string | undefined,
) {
  const lines: ModeLine[] = modes.map((mode) => ({ mode, delivered: 0, planned: 0 }))
  for (const { versionId, moduleSlug, people, ...minutes } of counts) {
    const all = moduleSlug === '' ? (plans.get(versionId)?.modules ?? []) : []
    const modules = all.filter(({ slug }) => modulo === undefined || slug === modulo)
    const recorded = moduleSlug !== '' && (modulo === undefined || moduleSlug === modulo)
    for (const line of lines) {
      line.delivered += recorded ? minutes[line.mode] : 0
      line.planned += people * modules.reduce((sum, module) => sum + asked(module, profile, line.mode), 0)
    }
  }
  return lines.filter(({ delivered, planned }) => delivered > 0 || planned > 0)
}

function asked(module: FrozenPlan['modules'][number], profile: Profile, mode: ModeLine['mode']): number {
  return requirementsOf(module, profile)?.minutes[mode] ?? 0
}
