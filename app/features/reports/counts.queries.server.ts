import type { Authorised } from '~/features/auth/authorise.server'
import { covers } from '~/features/auth/rules/grants'
import type { Profile } from '~/features/auth/rules/profiles'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { findEntries, findProvinces } from '~/features/territory/territory.queries.server'
import { database } from '~/platform/database/client.server'
import type { WeekCount } from './rules/trend'

type Numbers<T> = { [K in keyof T]: T[K] extends string ? string : number | bigint }

/** People of an entry who follow a version, and those who have completed the plan, or one module of it. */
export type EntryCount = { versionId: string; entryId: string; enrolled: number; completed: number }

/** What the people of a profile have done of one module of a version, or of the plan ("" as the module). */
export type ModuleCount = {
  versionId: string
  /** "" for people who belong to no entry. */
  province: string
  moduleSlug: string
  people: number
  completed: number
  testsPassed: number
  observationsMet: number
  online: number
  classroom: number
  remote: number
  collaborative: number
  onTheJob: number
}

/** The entries where somebody may look at progress, in the order of the act. */
export async function findEntriesInReach(by: Authorised<'progress.read'>) {
  const entries = await findEntries()
  return entries.filter(({ id }) => by.scopes.some((scope) => covers(scope, scopeOfHome(id))))
}

/** The provinces that lie in reach as a whole, in the order of the act. */
export async function findProvincesInReach(by: Authorised<'progress.read'>) {
  const provinces = await findProvinces()
  return provinces.filter(({ code }) => by.scopes.some((scope) => covers(scope, { kind: 'province', province: code })))
}

/**
 * How many people of each entry follow each version, and how many of them have completed it, or the module asked for.
 * Read from the counts that triggers keep: as many rows as there are entries, whatever the number of people.
 *
 * @param entryIds the entries in reach; "" stands for people who belong to none
 * @param moduleSlug "" for the whole plan
 */
export async function countByEntry(
  profile: Profile,
  entryIds: readonly string[],
  moduleSlug: string,
): Promise<EntryCount[]> {
  const rows = await database.$queryRaw<Numbers<EntryCount>[]>`
    SELECT "versionId", "entryId",
      SUM(CASE WHEN "moduleSlug" = '' THEN "people" ELSE 0 END) AS "enrolled",
      SUM(CASE WHEN "moduleSlug" = ${moduleSlug} THEN "completed" ELSE 0 END) AS "completed"
    FROM "ProgressCount"
    WHERE "profile" = ${profile} AND "moduleSlug" IN ('', ${moduleSlug})
      AND "entryId" IN (SELECT value FROM json_each(${JSON.stringify(entryIds)}))
    GROUP BY "versionId", "entryId"`
  return rows.map(asNumbers<EntryCount>)
}

/** What has been done of each module by the people of these entries, by province and the version that they follow. */
export async function countByModule(profile: Profile, entryIds: readonly string[]): Promise<ModuleCount[]> {
  const rows = await database.$queryRaw<Numbers<ModuleCount>[]>`
    SELECT "versionId", substr("entryId", 1, max(instr("entryId", '.') - 1, 0)) AS "province", "moduleSlug",
      SUM("people") AS "people", SUM("completed") AS "completed",
      SUM("testsPassed") AS "testsPassed", SUM("observationsMet") AS "observationsMet",
      SUM("online") AS "online", SUM("classroom") AS "classroom", SUM("remote") AS "remote",
      SUM("collaborative") AS "collaborative", SUM("onTheJob") AS "onTheJob"
    FROM "ProgressCount"
    WHERE "profile" = ${profile} AND "entryId" IN (SELECT value FROM json_each(${JSON.stringify(entryIds)}))
    GROUP BY "versionId", "province", "moduleSlug"`
  return rows.map(asNumbers<ModuleCount>)
}

/**
 * Completions by week in these provinces ("" stands for people who belong to no entry).
 * @param moduleSlug "" for the whole plan
 */
export async function countByWeek(
  profile: Profile,
  provinces: readonly string[],
  moduleSlug: string,
): Promise<WeekCount[]> {
  const rows = await database.$queryRaw<Numbers<WeekCount>[]>`
    SELECT "monday", SUM("completed") AS "completed" FROM "CompletionWeek"
    WHERE "moduleSlug" = ${moduleSlug} AND "profile" = ${profile}
      AND "province" IN (SELECT value FROM json_each(${JSON.stringify(provinces)}))
    GROUP BY "monday"`
  return rows.map(asNumbers<WeekCount>)
}

/** SQLite gives sums as big integers; ours fit. */
function asNumbers<T>(row: Numbers<T>): T {
  const pairs = Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value])
  return Object.fromEntries(pairs) as T
}
