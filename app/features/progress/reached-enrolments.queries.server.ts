import type { Authorised } from '~/features/auth/authorise.server'
import { findEntriesWithin } from '~/features/territory/territory.queries.server'
import { database } from '~/platform/database/client.server'

/** `open`: the person's account is; who is deactivated cannot be met, and what they logged can still be decided. */
export type ReachedEnrolment = { id: string; open: boolean }

/**
 * The enrolments that people follow today who belong or work where the trainer acts: by home entry or by a posting of
 * the day (territory/workplaces, workingWithinReach); not the trainer's own.
 *
 * In SQL because the where of the model scans everybody who follows a plan: here each branch goes by the index of its
 * places, so that what it costs is the people of these places.
 */
export async function findReachedEnrolments(by: Authorised<'progress.train'>): Promise<ReachedEnrolment[]> {
  const entries = JSON.stringify((await findEntriesWithin(by)).map(({ id }) => id))
  const everywhere = by.scopes.some(({ kind }) => kind === 'region')
  // As one JSON value: thousands of rows cost less than as rows of a result.
  const [found] = await database.$queryRaw<{ reached: string }[]>`
    WITH "Reached" AS (
    SELECT e."id", p."deactivatedAt" IS NULL AS "open" FROM "Person" p CROSS JOIN "Enrolment" e ON e."activeKey" = p."id"
    WHERE p."homeEntryId" IN (SELECT value FROM json_each(${entries}))
      AND p."id" IS NOT ${by.actorId}
    UNION
    SELECT e."id", p."deactivatedAt" IS NULL AS "open" FROM "Posting" w
    CROSS JOIN "Person" p ON p."id" = w."personId"
    CROSS JOIN "Enrolment" e ON e."activeKey" = p."id"
    WHERE w."entryId" IN (SELECT value FROM json_each(${entries}))
      AND w."startsOn" <= ${by.today} AND (w."endsOn" IS NULL OR w."endsOn" >= ${by.today})
      AND p."id" IS NOT ${by.actorId}
    UNION
    SELECT e."id", p."deactivatedAt" IS NULL AS "open" FROM "Person" p CROSS JOIN "Enrolment" e ON e."activeKey" = p."id"
    WHERE ${everywhere} AND p."homeEntryId" IS NULL
      AND p."id" IS NOT ${by.actorId}
    )
    SELECT json_group_array(json_object('id', "id", 'open', "open")) AS "reached" FROM "Reached"`
  const reached = JSON.parse(found?.reached ?? '[]') as { id: string; open: number }[]
  return reached.map(({ id, open }) => ({ id, open: Boolean(open) }))
}
