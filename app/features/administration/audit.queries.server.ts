import type { Authorised } from '~/features/auth/authorise.server'
import { findPersonNames } from '~/features/auth/person-names.queries.server'
import { nextDay } from '~/lib/dates'
import { database, type Prisma } from '~/platform/database/client.server'
import type { AuditFilters } from './audit-filters.schema'
import { startOfDay } from './rules/day-bounds'

const pageSize = 50

const columns = {
  seq: true,
  at: true,
  actorId: true,
  action: true,
  objectType: true,
  objectId: true,
  requestId: true,
  payload: true,
  digest: true,
} satisfies Prisma.AuditEntrySelect

export type AuditRow = Prisma.AuditEntryGetPayload<{ select: typeof columns }>

function matching({ atto, persona, oggetto, dal, al }: AuditFilters): Prisma.AuditEntryWhereInput {
  return {
    AND: [
      // "." and "/" are neighbours: the range holds every act of the group, by the index on action.
      atto ? { action: { gte: `${atto}.`, lt: `${atto}/` } } : {},
      persona ? { OR: [{ actorId: persona }, { objectType: 'person', objectId: persona }] } : {},
      oggetto ? { objectId: oggetto } : {},
      dal ? { at: { gte: startOfDay(dal) } } : {},
      al ? { at: { lt: startOfDay(nextDay(al)) } } : {},
    ],
  }
}

/**
 * A page of the log, the latest first, with the names of those who acted and of the people acted on.
 * @param cursor rows before this number (older), or after it (newer)
 */
export async function findAuditPage(
  _by: Authorised<'audit.read'>,
  filters: AuditFilters,
  cursor: { before?: number; after?: number },
) {
  const back = cursor.after !== undefined && cursor.before === undefined
  const found = await database.auditEntry.findMany({
    where: { AND: [matching(filters), { seq: back ? { gt: cursor.after } : { lt: cursor.before } }] },
    orderBy: { seq: back ? 'asc' : 'desc' },
    take: pageSize + 1,
    select: columns,
  })
  const more = found.length > pageSize
  const rows = found.slice(0, pageSize)
  if (back) rows.reverse()
  const names = await findPersonNames(
    rows.flatMap(({ actorId, objectType, objectId }) => [actorId, objectType === 'person' ? objectId : null]),
  )
  return {
    rows: rows.map(({ digest: _digest, ...row }) => ({
      ...row,
      actor: row.actorId ? (names.get(row.actorId) ?? row.actorId) : null,
      object: row.objectType === 'person' ? (names.get(row.objectId) ?? row.objectId) : row.objectId,
    })),
    newer: (back ? more : cursor.before !== undefined) ? (rows[0]?.seq ?? null) : null,
    older: (back ? true : more) ? (rows.at(-1)?.seq ?? null) : null,
  }
}

/** How many rows the filters let through. */
export function countAuditRows(_by: Authorised<'audit.read'>, filters: AuditFilters): Promise<number> {
  return database.auditEntry.count({ where: matching(filters) })
}

/** The last row of the chain: its number and digest stand for everything before it. */
export function findChainHead() {
  return database.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, digest: true, at: true } })
}

/** A person's id and name by e-mail, for the filter of the log. */
export function findPersonForAudit(_by: Authorised<'audit.read'>, where: { email: string } | { id: string }) {
  return database.person.findUnique({ where, select: { id: true, email: true, firstName: true, lastName: true } })
}

/** All rows that the filters let through, oldest first, in portions, up to a row that was the last. */
export async function* eachAuditRow(_by: Authorised<'audit.read'>, filters: AuditFilters, last: number) {
  const portion = 1000
  let seq = 0
  for (;;) {
    const rows: AuditRow[] = await database.auditEntry.findMany({
      where: { AND: [matching(filters), { seq: { gt: seq, lte: last } }] },
      orderBy: { seq: 'asc' },
      take: portion,
      select: columns,
    })
    if (rows.length > 0) yield rows
    seq = rows.at(-1)?.seq ?? last
    if (rows.length < portion) return
  }
}
