import type { Authorised } from '~/features/auth/authorise.server'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { addDays, type Day } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import { daysAhead, isDue } from './rules/action-due'

/** An action agreed in an observation of the trainer's own, to come back to. */
export type AgreedAction = {
  observationId: string
  enrolmentId: string
  moduleTitle: string
  action: string
  actionOn: Day
}

/** Older observations are not looked at: what costs is the trainer's own observations of a year, whatever the history. */
const yearOfDays = 365

type Row = Omit<AgreedAction, 'moduleTitle'> & {
  moduleSlug: string
  versionId: string
  observationMet: number | boolean | null
}

/**
 * Actions from the trainer's own observations that fall due within a week or are overdue, by their day. An action is
 * open while its observation is the last of the module that stands (it returns in the next one) and the learner
 * follows the plan.
 */
export async function findAgreedActions(by: Authorised<'progress.train'>): Promise<AgreedAction[]> {
  const signedFrom = new Date(`${addDays(by.today, -yearOfDays)}T00:00:00Z`)
  const rows = await database.$queryRaw<Row[]>`
    WITH "Older" AS MATERIALIZED (
      SELECT COALESCE((
        SELECT "seq" FROM "Observation" WHERE "observerId" = ${by.actorId} AND "signedAt" < ${signedFrom}
        ORDER BY "seq" DESC LIMIT 1
      ), 0) AS "seq"
    )
    SELECT o."id" AS "observationId", o."enrolmentId", o."moduleSlug", e."versionId",
      o."payload" ->> 'action' AS "action", o."payload" ->> 'actionOn' AS "actionOn", m."observationMet"
    FROM "Older" b
    CROSS JOIN "Observation" o ON o."observerId" = ${by.actorId} AND o."seq" > b."seq"
    CROSS JOIN "Enrolment" e ON e."id" = o."enrolmentId" AND e."activeKey" IS NOT NULL
    LEFT JOIN "ModuleProgress" m ON m."enrolmentId" = o."enrolmentId" AND m."moduleSlug" = o."moduleSlug"
    WHERE NOT o."isVoid" AND o."payload" ->> 'actionOn' <= ${addDays(by.today, daysAhead)}
      AND NOT EXISTS (SELECT 1 FROM "Observation" c WHERE c."corrects" = o."id")
      AND NOT EXISTS (
        SELECT 1 FROM "Observation" n
        WHERE n."enrolmentId" = o."enrolmentId" AND n."moduleSlug" = o."moduleSlug" AND n."seq" > o."seq"
          AND NOT n."isVoid" AND NOT EXISTS (SELECT 1 FROM "Observation" c WHERE c."corrects" = n."id")
      )
    ORDER BY "actionOn", o."seq"`
  const due = rows.filter((row) =>
    isDue({ actionOn: row.actionOn, observationMet: Boolean(row.observationMet) }, by.today),
  )
  return Promise.all(
    due.map(async ({ moduleSlug, versionId, observationMet: _, ...action }) => ({
      ...action,
      moduleTitle: moduleOf(await frozenPlan(versionId), moduleSlug)?.title ?? '',
    })),
  )
}
