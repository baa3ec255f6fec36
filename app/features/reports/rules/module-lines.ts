import type { Profile } from '~/features/auth/rules/profiles'
import { shownAggregates } from './shown-aggregate'

type CountedModule = {
  versionId: string
  province: string
  moduleSlug: string
  people: number
  completed: number
  testsPassed: number
  observationsMet: number
}
type VersionModules = {
  versionId: string
  modules: readonly { slug: string; title: string; hours: Partial<Record<Profile, unknown>>; observation?: unknown }[]
}

/** How far the people of a profile are in one module. */
export type ModuleLine = {
  slug: string
  title: string
  /** Those who follow a version in which their profile takes the module. */
  enrolled: number
  completed: number
  /** Null when fewer than five people are counted. */
  testsPassed: number | null
  /** Also null, with `observed` false, where no version asks for observations. */
  observationsMet: number | null
  observed: boolean
}

/**
 * A line for each module that the profile takes in any of the versions, in the order in which the versions have them.
 * Completion is always told. Tests and observations only where neither those of a smaller group nor
 * those of the few who have not completed could be reckoned from them (shownAggregates).
 *
 * @param counts of everybody in reach, by version, province and module; "" is the plan, whose people are those enrolled
 * @param province the one looked at; undefined for all of them together
 */
export function moduleLines(
  versions: readonly VersionModules[],
  counts: readonly CountedModule[],
  profile: Profile,
  province: string | undefined,
): ModuleLine[] {
  const provinces = [...new Set(counts.map((row) => row.province))]
  return titlesOf(versions, profile).map(([slug, title]) => {
    const taking = versions.filter(({ modules }) => modules.some((one) => one.slug === slug && one.hours[profile]))
    const ids = new Set(taking.map(({ versionId }) => versionId))
    const observed = taking.some(({ modules }) => modules.some((one) => one.slug === slug && one.observation))
    const groups = provinces.map((code) => {
      const here = counts.filter((row) => row.province === code)
      const sum = (module: string, of: (row: CountedModule) => number) =>
        here.reduce((total, row) => total + (row.moduleSlug === module && ids.has(row.versionId) ? of(row) : 0), 0)
      return {
        code,
        people: sum('', (row) => row.people),
        completed: sum(slug, (row) => row.completed),
        testsPassed: sum(slug, (row) => row.testsPassed),
        observationsMet: sum(slug, (row) => row.observationsMet),
      }
    })
    const chosen = groups.filter(({ code }) => province === undefined || code === province)
    const shown = (of: (group: (typeof groups)[number]) => number) => {
      const { counts: each, whole } = shownAggregates(
        groups.map((group) => ({
          people: group.people,
          open: group.people - group.completed,
          count: of(group),
        })),
      )
      return province === undefined ? whole : (each[provinces.indexOf(province)] ?? null)
    }
    return {
      slug,
      title,
      enrolled: chosen.reduce((total, { people }) => total + people, 0),
      completed: chosen.reduce((total, { completed }) => total + completed, 0),
      testsPassed: shown((group) => group.testsPassed),
      observationsMet: observed ? shown((group) => group.observationsMet) : null,
      observed,
    }
  })
}

/** The modules that the profile takes, each once, with the title that the first of the versions gives it. */
function titlesOf(versions: readonly VersionModules[], profile: Profile): [string, string][] {
  const titles = new Map<string, string>()
  for (const { modules } of versions) {
    for (const { slug, title, hours } of modules) if (hours[profile] && !titles.has(slug)) titles.set(slug, title)
  }
  return [...titles]
}
