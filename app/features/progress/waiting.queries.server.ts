import type { Authorised } from '~/features/auth/authorise.server'
import { findEntriesWithin } from '~/features/territory/territory.queries.server'
import { database } from '~/platform/database/client.server'

/** Something that waits for a trainer: of whom, and since when. */
export type Waiting = { personId: string; since: Date }

/** Practice that people in reach have logged and nobody has decided on yet, the oldest first. */
export async function findPracticeToValidate(reached: readonly string[]): Promise<Waiting[]> {
  const rows = await database.$queryRaw<{ personId: string; createdAt: string }[]>`
    SELECT e."personId", x."createdAt" FROM json_each(${JSON.stringify(reached)}) r
    CROSS JOIN "PracticeEntry" x ON x."state" = 'pending' AND x."enrolmentId" = r.value
    CROSS JOIN "Enrolment" e ON e."id" = x."enrolmentId"
    ORDER BY x."createdAt", x."id"`
  return rows.map(({ personId, createdAt }) => ({ personId, since: new Date(createdAt) }))
}

/**
 * Disagreements of people who belong or work where the trainer acts that a second trainer has still to review, the
 * oldest first: those of the list of reviews (observations, findOpenReviews). Reads as many rows as there ever were
 * disagreements.
 */
export async function findToReview(by: Authorised<'progress.train'>): Promise<Waiting[]> {
  const entries = JSON.stringify((await findEntriesWithin(by)).map(({ id }) => id))
  const everywhere = by.scopes.some(({ kind }) => kind === 'region')
  const rows = await database.$queryRaw<{ personId: string; at: string }[]>`
    SELECT p."id" AS "personId", a."at"
    FROM "ObservationResponse" a
    CROSS JOIN "Observation" o ON o."id" = a."observationId"
    CROSS JOIN "Enrolment" e ON e."id" = o."enrolmentId"
    CROSS JOIN "Person" p ON p."id" = e."personId"
    WHERE a."verdict" = 'disagreed'
      AND NOT EXISTS (
        SELECT 1 FROM "ObservationResponse" v WHERE v."observationId" = a."observationId" AND v."slot" = 'review'
      )
      AND NOT EXISTS (SELECT 1 FROM "Observation" c WHERE c."corrects" = o."id")
      AND o."observerId" IS NOT ${by.actorId} AND p."id" IS NOT ${by.actorId}
      AND (
        ${everywhere}
        OR p."homeEntryId" IN (SELECT value FROM json_each(${entries}))
        OR EXISTS (
          SELECT 1 FROM "Posting" w WHERE w."personId" = p."id" AND w."startsOn" <= ${by.today}
            AND (w."endsOn" IS NULL OR w."endsOn" >= ${by.today})
            AND w."entryId" IN (SELECT value FROM json_each(${entries}))
        )
      )
    ORDER BY a."seq"`
  return rows.map(({ personId, at }) => ({ personId, since: new Date(at) }))
}

/** What the trainer has begun and not yet signed. */
export async function countOwnDrafts(by: Authorised<'progress.train'>) {
  const me = by.actorId ?? ''
  const [observations, registers] = await Promise.all([
    database.observationDraft.count({ where: { observerId: me } }),
    database.registerDraft.count({ where: { trainerId: me } }),
  ])
  return { observations, registers }
}
