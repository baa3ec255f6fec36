import { type Authorised, reaches } from '~/features/auth/authorise.server'
import { findEntries } from '~/features/territory/territory.queries.server'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'

const pageSize = 50

type OpenReview = {
  id: string
  number: number
  versionId: string
  moduleSlug: string
  observedOn: string
  disagreedAt: string
  personId: string
  firstName: string
  lastName: string
  entryName: string | null
  observer: string
}

/**
 * Disagreements that wait for a second trainer, among those whom one reaches at work today: the longest waiting first,
 * without one's own observations, nor those on oneself.
 * @param page from 1
 */
export async function findOpenReviews(by: Authorised<'observation.review'>, page: number) {
  const rows = await readOpenReviews(by, { limit: pageSize + 1, offset: (page - 1) * pageSize })
  const shown = await Promise.all(
    rows.slice(0, pageSize).map(async ({ versionId, personId: _, ...row }) => ({
      ...row,
      moduleTitle: moduleOf(await frozenPlan(versionId), row.moduleSlug)?.title ?? row.moduleSlug,
    })),
  )
  return { rows: shown, more: rows.length > pageSize }
}

/** All of them, for a count: who disagrees, and since when. */
export async function findAllOpenReviews(by: Authorised<'observation.review'>) {
  return readOpenReviews(by, { limit: -1, offset: 0 })
}

/**
 * Reads those that wait (OpenReview, which triggers keep), whatever their history.
 * @param page in rows; a limit of -1 is none (SQLite)
 */
async function readOpenReviews(
  by: Authorised<'observation.review'>,
  { limit, offset }: { limit: number; offset: number },
) {
  const entries = (await findEntries()).filter(({ id, provinceCode }) =>
    reaches(by, { kind: 'entry', entry: id, province: provinceCode }),
  )
  const inReach = JSON.stringify(entries.map(({ id }) => id))
  const everywhere = reaches(by, { kind: 'region' }) ? 1 : 0
  // CROSS JOIN holds SQLite to this order: from the disagreements to who disagrees.
  const rows = await database.$queryRaw<OpenReview[]>`
    SELECT o."id", o."seq" AS "number", e."versionId", o."moduleSlug", o."observedOn", r."at" AS "disagreedAt",
      p."id" AS "personId", p."firstName", p."lastName", n."name" AS "entryName",
      a."firstName" || ' ' || a."lastName" AS "observer"
    FROM "OpenReview" w
    CROSS JOIN "ObservationResponse" r ON r."seq" = w."responseSeq"
    CROSS JOIN "Observation" o ON o."id" = w."observationId"
    CROSS JOIN "Enrolment" e ON e."id" = o."enrolmentId"
    CROSS JOIN "Person" p ON p."id" = e."personId"
    CROSS JOIN "Person" a ON a."id" = o."observerId"
    LEFT JOIN "Entry" n ON n."id" = p."homeEntryId"
    WHERE o."observerId" IS NOT ${by.actorId}
      AND p."id" IS NOT ${by.actorId}
      AND (
        ${everywhere}
        OR p."homeEntryId" IN (SELECT value FROM json_each(${inReach}))
        OR EXISTS (
          SELECT 1 FROM "Posting" s WHERE s."personId" = p."id" AND s."startsOn" <= ${by.today}
            AND (s."endsOn" IS NULL OR s."endsOn" >= ${by.today})
            AND s."entryId" IN (SELECT value FROM json_each(${inReach}))
        )
      )
    ORDER BY w."responseSeq"
    LIMIT ${limit} OFFSET ${offset}`
  return rows.map((row) => ({ ...row, disagreedAt: new Date(row.disagreedAt) }))
}
