import { database } from '~/platform/database/client.server'

/** What the operator's commands need of a person, by e-mail (lower case); undefined when there is none. */
export async function findPersonByEmail(email: string) {
  const row = await database.person.findUnique({
    where: { email },
    select: {
      id: true,
      deactivatedAt: true,
      passwordHash: true,
      roles: { select: { role: true, scopeKind: true, endsOn: true } },
    },
  })
  if (!row) return undefined
  return {
    id: row.id,
    active: row.deactivatedAt === null,
    hasPassword: row.passwordHash !== null,
    hasRole: row.roles.length > 0,
    isRegionAdmin: row.roles.some(
      (role) => role.role === 'admin' && role.scopeKind === 'region' && role.endsOn === null,
    ),
  }
}
