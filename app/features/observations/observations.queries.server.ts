import type { Authorised } from '~/features/auth/authorise.server'
import { covers, type Scope } from '~/features/auth/rules/grants'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { findEntries } from '~/features/territory/territory.queries.server'
import { findPlanInForce, frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import type { ListFilters } from './list-filters.schema'
import { type ListedObservation, readListed } from './read-listed.server'

const pageSize = 50
/** A person has as many observations as the plan asks for, and some: whole people stand on a page. */
const peoplePerPage = 20
/** After any observation. */
const latest = Number.MAX_SAFE_INTEGER

export type ListPage = { rows: ListedObservation[]; next: number | null }

/** What somebody signed, the last first. Reads their own rows alone, by their index, until the page is full. */
export async function findSigned(
  by: Authorised<'observation.write'>,
  filters: ListFilters,
  before: number = latest,
): Promise<ListPage> {
  const entries = await entriesOf(filters)
  const rows = await database.$queryRaw<{ seq: number }[]>`
    SELECT o."seq" FROM "Observation" o
    CROSS JOIN "Enrolment" e ON e."id" = o."enrolmentId"
    CROSS JOIN "Person" p ON p."id" = e."personId"
    WHERE o."observerId" = ${by.actorId} AND o."seq" < ${before} AND o."isVoid" = 0
      AND (${filters.modulo ?? null} IS NULL OR o."moduleSlug" = ${filters.modulo ?? null})
      AND (${entries} IS NULL OR p."homeEntryId" IN (SELECT value FROM json_each(${entries})))
    ORDER BY o."seq" DESC LIMIT ${pageSize + 1}`
  return pageOf(rows)
}

/**
 * The signed observations of oneself, the last first.
 * @param unseen those that still wait to be seen, or all others
 */
export async function findOwnObservations(
  by: Authorised<'learning.follow'>,
  { unseen, before = latest }: { unseen: boolean; before?: number },
): Promise<ListPage> {
  const rows = await database.$queryRaw<{ seq: number }[]>`
    SELECT o."seq" FROM "Enrolment" e
    CROSS JOIN "Observation" o ON o."enrolmentId" = e."id"
    LEFT JOIN "Observation" c ON c."corrects" = o."id"
    LEFT JOIN "ObservationResponse" r ON r."observationId" = o."id" AND r."slot" = 'learner'
    WHERE e."personId" = ${by.actorId} AND o."seq" < ${before} AND o."isVoid" = 0
      AND (c."id" IS NULL AND r."id" IS NULL) = ${unseen}
    ORDER BY o."seq" DESC LIMIT ${pageSize + 1}`
  return pageOf(rows)
}

/**
 * The observations of a centre manager's own people that stand, by surname and the last first: outcome and level.
 * @param after the person whom the page before ended with
 * @returns the person to go on after, or null
 */
export async function findPeoplesObservations(
  by: Authorised<'progress.centre'>,
  filters: ListFilters,
  after?: string,
): Promise<{ rows: ListedObservation[]; next: string | null }> {
  const entries = await entriesOf(filters, by.scopes)
  const edge = await database.person.findUnique({ where: { id: after ?? '' }, select: { id: true, surnameKey: true } })
  const module = filters.modulo ?? null
  const people = await database.$queryRaw<{ id: string }[]>`
    SELECT p."id" FROM "Person" p
    WHERE p."homeEntryId" IN (SELECT value FROM json_each(${entries}))
      AND (p."surnameKey", p."id") > (${edge?.surnameKey ?? ''}, ${edge?.id ?? ''})
      AND EXISTS (
        SELECT 1 FROM "Enrolment" e CROSS JOIN "Observation" o ON o."enrolmentId" = e."id"
        WHERE e."personId" = p."id" AND o."isVoid" = 0 AND (${module} IS NULL OR o."moduleSlug" = ${module})
          AND NOT EXISTS (SELECT 1 FROM "Observation" c WHERE c."corrects" = o."id")
      )
    ORDER BY p."surnameKey", p."id" LIMIT ${peoplePerPage + 1}`
  const shown = people.slice(0, peoplePerPage).map(({ id }) => id)
  const rows = await database.$queryRaw<{ seq: number }[]>`
    SELECT o."seq" FROM "Person" p
    CROSS JOIN "Enrolment" e ON e."personId" = p."id"
    CROSS JOIN "Observation" o ON o."enrolmentId" = e."id"
    WHERE p."id" IN (SELECT value FROM json_each(${JSON.stringify(shown)})) AND o."isVoid" = 0
      AND (${module} IS NULL OR o."moduleSlug" = ${module})
      AND NOT EXISTS (SELECT 1 FROM "Observation" c WHERE c."corrects" = o."id")
    ORDER BY p."surnameKey", p."id", o."seq" DESC`
  const listed = await readListed(rows.map(({ seq }) => Number(seq)))
  return { rows: listed, next: people.length > peoplePerPage ? (shown.at(-1) ?? null) : null }
}

/** The modules of the plan in force that are observed, for filters. */
export async function findObservedModules(): Promise<{ value: string; label: string }[]> {
  const inForce = await findPlanInForce()
  const plan = inForce && (await frozenPlan(inForce.id))
  return (plan?.modules ?? []).filter(({ form }) => form).map(({ slug, title }) => ({ value: slug, label: title }))
}

async function pageOf(found: { seq: number }[]): Promise<ListPage> {
  const seqs = found.slice(0, pageSize).map(({ seq }) => Number(seq))
  return { rows: await readListed(seqs), next: found.length > pageSize ? (seqs.at(-1) ?? null) : null }
}

/** The entries that the filters name, within scopes if there are any, as JSON; null for all, those without a home included. */
async function entriesOf({ provincia, sede }: ListFilters, scopes?: readonly Scope[]): Promise<string | null> {
  if (!scopes && !provincia && !sede) return null
  const entries = (await findEntries()).filter(
    ({ id, provinceCode }) =>
      (!provincia || provinceCode === provincia) &&
      (!sede || id === sede) &&
      (!scopes || scopes.some((scope) => covers(scope, scopeOfHome(id)))),
  )
  return JSON.stringify(entries.map(({ id }) => id))
}
