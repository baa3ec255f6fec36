import { database, sql } from '~/platform/database/client.server'
import { differingRows } from '~/platform/database/differing-rows.server'

/**
 * Compares the disagreements that are kept as waiting with those that no review, correction or voiding has closed.
 * @returns the number of the first observation that should wait and does not, or waits and should not (0 when there is
 *   no such observation); null when all agree
 */
export async function findWrongOpenReview(): Promise<number | null> {
  const waiting = sql`
    SELECT r."observationId", r."seq" AS "responseSeq" FROM "ObservationResponse" r
    WHERE r."verdict" = 'disagreed'
      AND NOT EXISTS (
        SELECT 1 FROM "ObservationResponse" v WHERE v."observationId" = r."observationId" AND v."slot" = 'review'
      )
      AND NOT EXISTS (SELECT 1 FROM "Observation" c WHERE c."corrects" = r."observationId")`
  const kept = sql`SELECT "observationId", "responseSeq" FROM "OpenReview"`
  const [found] = await database.$queryRaw<{ seq: number | bigint }[]>`
    SELECT COALESCE(o."seq", 0) AS "seq"
    FROM (${differingRows(waiting, kept)}) d LEFT JOIN "Observation" o ON o."id" = d."observationId"
    ORDER BY 1 LIMIT 1`
  return found ? Number(found.seq) : null
}
