import type { Authorised } from '~/features/auth/authorise.server'
import { reaches } from '~/features/auth/authorise.server'
import { grantsFromRows } from '~/features/auth/grants-from-rows'
import type { Action } from '~/features/auth/rules/permission-matrix'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { writeAudit } from '~/platform/audit/write-audit.server'
import type { Transaction } from '~/platform/database/client.server'

/** What the commands about people read of a person, in the shapes that the rules take. */
export type PersonFacts = NonNullable<Awaited<ReturnType<typeof readPerson>>>

/** A person by id, within the transaction of a command; undefined when absent or out of the administrator's reach. */
export async function readPerson(tx: Transaction, by: Authorised<Action>, personId: string) {
  const row = await tx.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      email: true,
      firstName: true,
      lastName: true,
      profile: true,
      homeEntryId: true,
      deactivatedAt: true,
      passwordHash: true,
      revision: true,
      roles: {
        select: { id: true, role: true, scopeKind: true, scopeId: true, seat: true, startsOn: true, endsOn: true },
      },
      postings: { select: { id: true, entryId: true, startsOn: true, endsOn: true } },
    },
  })
  if (!row || !reaches(by, scopeOfHome(row.homeEntryId))) return undefined
  const { roles, postings, passwordHash, deactivatedAt, ...data } = row
  const grants = grantsFromRows(roles)
  return {
    ...data,
    profile: data.profile ?? undefined,
    homeEntryId: data.homeEntryId ?? undefined,
    active: deactivatedAt === null,
    hasPassword: passwordHash !== null,
    grants,
    roles: roles.map(({ id }, index) => ({ id, ...(grants[index] as (typeof grants)[number]) })),
    postings: postings.map((posting) => ({ ...posting, endsOn: posting.endsOn ?? undefined })),
  }
}

/** The audit row of an act on a person. */
export function auditPerson(
  tx: Transaction,
  by: Authorised<Action>,
  action: string,
  personId: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  const { actorId, requestId, now } = by
  return writeAudit(tx, { actorId, requestId, action, objectType: 'person', objectId: personId, payload }, now)
}

/** Region-wide administrator roles of active people with a password. */
export async function readRegionAdmins(tx: Transaction, without: { personId?: string; roleId?: string }) {
  const rows = await tx.roleAssignment.findMany({
    where: {
      role: 'admin',
      scopeKind: 'region',
      person: { deactivatedAt: null, passwordHash: { not: null } },
      NOT: without.roleId ? { id: without.roleId } : { personId: without.personId },
    },
    select: { startsOn: true, endsOn: true },
  })
  return rows.map((row) => ({ startsOn: row.startsOn, endsOn: row.endsOn ?? undefined }))
}
