import { type Authorised, reaches } from '~/features/auth/authorise.server'
import { grantsFromRows, scopeFromRow } from '~/features/auth/grants-from-rows'
import type { Role, Seat } from '~/features/auth/rules/grants'
import type { Action } from '~/features/auth/rules/permission-matrix'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { withinReach } from '~/features/territory/within-reach.server'
import { database } from '~/platform/database/client.server'
import { holdsBeyond } from './rules/hand-out'

/** True when there is such a person within the administrator's reach. */
export async function existsPerson(by: Authorised<Action>, id: string): Promise<boolean> {
  return (await database.person.count({ where: { AND: [{ id }, withinReach(by)] } })) > 0
}

/** A person with roles, for the page; undefined when absent or out of reach. */
export async function findPerson(by: Authorised<Action>, id: string) {
  const row = await database.person.findUnique({
    where: { id },
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
      createdAt: true,
      homeEntry: { select: { name: true, province: { select: { name: true } } } },
      roles: {
        select: { id: true, role: true, scopeKind: true, scopeId: true, seat: true, startsOn: true, endsOn: true },
        orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
      },
      passwordLinks: { where: { usedAt: null, expiresAt: { gt: by.now } }, select: { expiresAt: true } },
    },
  })
  if (!row || !reaches(by, scopeOfHome(row.homeEntryId))) return undefined
  // The hash itself never leaves this function.
  const { passwordHash, roles: rows, passwordLinks, ...person } = row
  const roles = rows.map(({ id: roleId, scopeKind, scopeId, seat, endsOn, ...role }) => {
    const scope = scopeFromRow({ scopeKind, scopeId })
    const grant = { role: role.role as Role, scope, startsOn: role.startsOn, endsOn: endsOn ?? undefined }
    return { id: roleId, ...grant, seat: seat as Seat | null }
  })
  return {
    ...person,
    hasPassword: passwordHash !== null,
    linkUntil: passwordLinks[0]?.expiresAt ?? null,
    roles,
    beyondReach: holdsBeyond(by.scopes, grantsFromRows(rows), by.today),
  }
}
