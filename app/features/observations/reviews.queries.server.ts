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
  firstName: string
  lastName: string
  entryName: string | null
  observer: string
}

/**
 * Disagreements that wait for a second trainer, among those whom one reaches at work today: the longest waiting first,
 * without one's own observations, nor those on oneself. Reads every disagreement there has been, by their index, and no
 * other history: they are few.
 * @param page from 1
 */
export async function findOpenReviews(by: Authorised<'observation.review'>, page: number) {
  const entries = (await findEntries()).filter(({ id, provinceCode }) =>
    reaches(by, { kind: 'entry', entry: id, province: provinceCode }),
  )
  const inReach = JSON.stringify(entries.map(({ id }) => id))
  const everywhere = reaches(by, { kind: 'region' }) ? 1 : 0
  // CROSS JOIN holds SQLite to this order: from the disagreements to who disagrees.
  const rows = await database.$queryRaw<OpenReview[]>`
    SELECT o."id", o."seq" AS "number", e."versionId", o."moduleSlug", o."observedOn", r."at" AS "disagreedAt",
      p."firstName", p."lastName", n."name" AS "entryName", a."firstName" || ' ' || a."lastName" AS "observer"
    FROM "ObservationResponse" r
    CROSS JOIN "Observation" o ON o."id" = r."observationId"
    CROSS JOIN "Enrolment" e ON e."id" = o."enrolmentId"
    CROSS JOIN "Person" p ON p."id" = e."personId"
    CROSS JOIN "Person" a ON a."id" = o."observerId"
    LEFT JOIN "Entry" n ON n."id" = p."homeEntryId"
    WHERE r."verdict" = 'disagreed'
      AND NOT EXISTS (
        SELECT 1 FROM "ObservationResponse" v WHERE v."observationId" = r."observationId" AND v."slot" = 'review'
      )
      AND NOT EXISTS (SELECT 1 FROM "Observation" l WHERE l."corrects" = o."id")
      AND o."observerId" IS NOT ${by.actorId}
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
    ORDER BY r."seq"
    LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`
  const shown = await Promise.all(
    rows.slice(0, pageSize).map(async ({ versionId, ...row }) => ({
      ...row,
      moduleTitle: moduleOf(await frozenPlan(versionId), row.moduleSlug)?.title ?? row.moduleSlug,
      disagreedAt: new Date(row.disagreedAt),
    })),
  )
  return { rows: shown, more: rows.length > pageSize }
}
