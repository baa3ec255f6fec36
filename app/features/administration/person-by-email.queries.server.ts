import { grantsFromRows } from '~/features/auth/grants-from-rows'
import { holdsOn } from '~/features/auth/rules/grants'
import type { Day } from '~/lib/dates'
import { database } from '~/platform/database/client.server'

/** What the operator's commands need of a person, by e-mail (lower case); undefined when there is none. */
export async function findPersonByEmail(email: string, today: Day) {
  const row = await database.person.findUnique({
    where: { email },
    select: {
      id: true,
      deactivatedAt: true,
      passwordHash: true,
      roles: { select: { role: true, scopeKind: true, scopeId: true, seat: true, startsOn: true, endsOn: true } },
    },
  })
  if (!row) return undefined
  return {
    id: row.id,
    active: row.deactivatedAt === null,
    hasPassword: row.passwordHash !== null,
    hasRole: row.roles.length > 0,
    isRegionAdmin: grantsFromRows(row.roles).some(
      (grant) => grant.role === 'admin' && grant.scope.kind === 'region' && holdsOn(grant, today),
    ),
  }
}
