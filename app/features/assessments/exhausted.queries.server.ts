import { type Authorised, reaches } from '~/features/auth/authorise.server'
import { findEntries } from '~/features/territory/territory.queries.server'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import type { UnlockFilters } from './unlock-filters.schema'

const pageSize = 50

type ExhaustedRow = {
  personId: string
  enrolmentId: string
  moduleSlug: string
  moduleTitle: string
  firstName: string
  lastName: string
  entryName: string
  /** When the last attempt ended. */
  submittedAt: string
}

/** Learners in scope with no attempt left at a test, by surname: each with the module, and when the last one ended. */
export async function findExhausted(by: Authorised<'assessment.unlock'>, filters: UnlockFilters) {
  const entries = (await findEntriesInReach(by)).filter(
    ({ id, provinceCode }) =>
      (!filters.provincia || provinceCode === filters.provincia) && (!filters.sede || id === filters.sede),
  )
  const rows = await readExhausted(by, entries, { limit: pageSize + 1, offset: (filters.pagina - 1) * pageSize })
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize }
}

/** All of them, for a count: whose test it is, and when the last attempt ended. */
export async function findAllExhausted(by: Authorised<'assessment.unlock'>) {
  return readExhausted(by, await findEntriesInReach(by), { limit: -1, offset: 0 })
}

/** @param page in rows; a limit of -1 is none (SQLite) */
async function readExhausted(
  by: Authorised<'assessment.unlock'>,
  entries: readonly { id: string }[],
  { limit, offset }: { limit: number; offset: number },
) {
  const rules = await readRules()
  if (rules.length === 0) return []
  const fewest = Math.min(...rules.map(({ attempts }) => attempts))
  // CROSS JOIN holds SQLite to this order: from the people of the entries to their attempts, always by index. Left
  // alone it begins with everybody who follows a version. An attempt is the last one when its number is that of all
  // that are allowed.
  const rows = await database.$queryRaw<ExhaustedRow[]>`
    WITH "Rule" AS MATERIALIZED (
      SELECT value ->> 'versionId' AS "versionId", value ->> 'slug' AS "slug", value ->> 'title' AS "title",
        value ->> 'place' AS "place", value ->> 'attempts' AS "attempts"
      FROM json_each(${JSON.stringify(rules)})
    )
    SELECT p."id" AS "personId", e."id" AS "enrolmentId", a."moduleSlug", r."title" AS "moduleTitle", p."firstName", p."lastName",
      n."name" AS "entryName", a."submittedAt"
    FROM "Person" p
    CROSS JOIN "Enrolment" e ON e."activeKey" = p."id"
    CROSS JOIN "Attempt" a ON a."enrolmentId" = e."id" AND a."number" >= ${fewest}
    CROSS JOIN "Rule" r ON r."versionId" = e."versionId" AND r."slug" = a."moduleSlug"
    JOIN "Entry" n ON n."id" = p."homeEntryId"
    LEFT JOIN "ModuleProgress" m ON m."enrolmentId" = e."id" AND m."moduleSlug" = a."moduleSlug"
    WHERE p."homeEntryId" IN (SELECT value FROM json_each(${JSON.stringify(entries.map(({ id }) => id))}))
      AND p."deactivatedAt" IS NULL
      AND p."id" IS NOT ${by.actorId}
      AND a."submittedAt" IS NOT NULL
      AND COALESCE(m."assessmentPassed", 0) = 0
      AND a."number" = r."attempts" + COALESCE((
        SELECT SUM(u."attempts") FROM "AssessmentUnlock" u
        WHERE u."enrolmentId" = e."id" AND u."moduleSlug" = a."moduleSlug"
      ), 0)
    ORDER BY p."surnameKey", p."id", r."place"
    LIMIT ${limit} OFFSET ${offset}`
  return rows.map((row) => ({ ...row, submittedAt: new Date(row.submittedAt) }))
}

/** The entries where the trainer may unlock, in the order of the act. */
export async function findEntriesInReach(by: Authorised<'assessment.unlock'>) {
  const entries = await findEntries()
  return entries.filter(({ id, provinceCode }) => reaches(by, { kind: 'entry', entry: id, province: provinceCode }))
}

/** How many attempts each test of the versions that somebody follows has. */
async function readRules() {
  const versions = await database.planVersion.findMany({
    where: { enrolments: { some: { leftAt: null } } },
    select: { id: true },
  })
  const plans = await Promise.all(versions.map(({ id }) => frozenPlan(id)))
  return plans.flatMap(({ versionId, modules }) =>
    modules.map(({ slug, title, assessment }, place) => ({
      versionId,
      slug,
      title,
      place,
      attempts: assessment.attempts,
    })),
  )
}
