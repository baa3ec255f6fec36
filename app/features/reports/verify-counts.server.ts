import { database, sql } from '~/platform/database/client.server'
import { differingRows } from '~/platform/database/differing-rows.server'

/**
 * Counts the progress of everybody anew, and compares it with what the triggers keep (decision 0022).
 * @returns where a number differs: version, entry, profile and module of the count, or Monday, province, profile and
 *   module of the completions of a week; null when all agree
 */
export async function findWrongCount(): Promise<string | null> {
  return (await findWrongTotal()) ?? (await findWrongWeek())
}

async function findWrongTotal(): Promise<string | null> {
  // Sums as the triggers make them, of the same facts; a count that has come back to nothing may stand or not.
  const recounted = sql`
    SELECT "versionId", "entryId", "profile", "moduleSlug", count(*) AS "people", count("completedOn") AS "completed",
      sum("testsPassed") AS "testsPassed", sum("observationsMet") AS "observationsMet", sum("online") AS "online",
      sum("classroom") AS "classroom", sum("remote") AS "remote", sum("collaborative") AS "collaborative",
      sum("onTheJob") AS "onTheJob"
    FROM "ProgressFact" GROUP BY 1, 2, 3, 4`
  const kept = sql`
    SELECT "versionId", "entryId", "profile", "moduleSlug", "people", "completed", "testsPassed", "observationsMet",
      "online", "classroom", "remote", "collaborative", "onTheJob"
    FROM "ProgressCount" WHERE "people" <> 0`
  const [found] = await database.$queryRaw<{ place: string }[]>`
    SELECT concat_ws(' ', "versionId", "entryId", "profile", "moduleSlug") AS "place"
    FROM (${differingRows(recounted, kept)}) LIMIT 1`
  return found?.place ?? null
}

async function findWrongWeek(): Promise<string | null> {
  const recounted = sql`
    SELECT date("completedOn", 'weekday 0', '-6 days') AS "monday",
      substr("entryId", 1, max(instr("entryId", '.') - 1, 0)) AS "province", "profile", "moduleSlug",
      count(*) AS "completed"
    FROM "ProgressFact" WHERE "completedOn" IS NOT NULL GROUP BY 1, 2, 3, 4`
  const kept = sql`
    SELECT "monday", "province", "profile", "moduleSlug", "completed" FROM "CompletionWeek" WHERE "completed" <> 0`
  const [found] = await database.$queryRaw<{ place: string }[]>`
    SELECT concat_ws(' ', "monday", "province", "profile", "moduleSlug") AS "place"
    FROM (${differingRows(recounted, kept)}) LIMIT 1`
  return found?.place ?? null
}
