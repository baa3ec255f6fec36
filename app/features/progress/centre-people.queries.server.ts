import type { Profile } from '~/features/auth/rules/profiles'
import type { Day } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import type { FreedMinutes, FreedMode } from './rules/freed-hours'

/** Somebody who follows the plan, with the minutes that the plan asks for and that are still missing, by mode. */
export type CentrePerson = {
  personId: string
  enrolmentId: string
  entryId: string
  firstName: string
  lastName: string
  versionId: string
  profile: Profile
  /** Of the plan, or of the module that was asked for. */
  completedOn: Day | null
  missing: FreedMinutes
}

/** What a version asks of a profile in one module: minutes by mode. */
export type AskedMinutes = { versionId: string; profile: Profile; slug: string } & FreedMinutes

type Row = Omit<CentrePerson, 'missing' | 'profile'> & { profile: string } & Record<FreedMode, number | bigint>

/**
 * The people of these entries who follow the plan, by surname. Of a mode no more is missing than the plan asks, module
 * by module: a surplus in one does not fill another (evidence/rules/fold).
 *
 * @param asked the modules that count: all that the versions ask for, or one of them
 * @param moduleSlug the one module asked for; undefined for the plan
 */
export async function readCentrePeople(
  entryIds: readonly string[],
  asked: readonly AskedMinutes[],
  moduleSlug: string | undefined,
): Promise<CentrePerson[]> {
  const rows = await database.$queryRaw<Row[]>`
    WITH "Asked" AS MATERIALIZED (
      SELECT value ->> 'versionId' AS "versionId", value ->> 'profile' AS "profile", value ->> 'slug' AS "slug",
        value ->> 'classroom' AS "classroom", value ->> 'remote' AS "remote",
        value ->> 'collaborative' AS "collaborative", value ->> 'onTheJob' AS "onTheJob"
      FROM json_each(${JSON.stringify(asked)})
    )
    SELECT p."id" AS "personId", e."id" AS "enrolmentId", p."homeEntryId" AS "entryId", p."firstName", p."lastName",
      e."versionId", e."profile",
      CASE WHEN ${moduleSlug === undefined} THEN e."completedOn" ELSE MAX(m."completedOn") END AS "completedOn",
      SUM(MAX(a."classroom" - COALESCE(m."minutesByMode" ->> 'classroom', 0), 0)) AS "classroom",
      SUM(MAX(a."remote" - COALESCE(m."minutesByMode" ->> 'remote', 0), 0)) AS "remote",
      SUM(MAX(a."collaborative" - COALESCE(m."minutesByMode" ->> 'collaborative', 0), 0)) AS "collaborative",
      SUM(MAX(a."onTheJob" - COALESCE(m."minutesByMode" ->> 'onTheJob', 0), 0)) AS "onTheJob"
    FROM "Person" p
    CROSS JOIN "Enrolment" e ON e."activeKey" = p."id"
    CROSS JOIN "Asked" a ON a."versionId" = e."versionId" AND a."profile" = e."profile"
    LEFT JOIN "ModuleProgress" m ON m."enrolmentId" = e."id" AND m."moduleSlug" = a."slug"
    WHERE p."homeEntryId" IN (SELECT value FROM json_each(${JSON.stringify(entryIds)}))
    GROUP BY p."id"
    ORDER BY p."surnameKey", p."id"`
  return rows.map(({ classroom, remote, collaborative, onTheJob, profile, ...row }) => ({
    ...row,
    profile: profile as Profile,
    missing: {
      classroom: Number(classroom),
      remote: Number(remote),
      collaborative: Number(collaborative),
      onTheJob: Number(onTheJob),
    },
  }))
}

/** The versions that people of these entries follow now, from the counts that triggers keep. */
export async function findVersionsFollowed(entryIds: readonly string[]): Promise<string[]> {
  const rows = await database.progressCount.findMany({
    where: { entryId: { in: [...entryIds] }, moduleSlug: '', people: { gt: 0 } },
    distinct: ['versionId'],
    select: { versionId: true },
  })
  return rows.map(({ versionId }) => versionId)
}
