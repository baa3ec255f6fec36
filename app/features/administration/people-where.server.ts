import type { Authorised } from '~/features/auth/authorise.server'
import type { Scope } from '~/features/auth/rules/grants'
import type { Action } from '~/features/auth/rules/permission-matrix'
import type { Day } from '~/lib/dates'
import type { Prisma } from '~/platform/database/client.server'
import type { PeopleFilters } from './people-filters.schema'

/** The people whom an administrator reaches: the part that every `where` of a list carries. */
export function withinReach(by: Authorised<Action>): Prisma.PersonWhereInput {
  if (by.scopes.some((scope) => scope.kind === 'region')) return {}
  return { OR: by.scopes.map(homeWithin) }
}

function homeWithin(scope: Scope): Prisma.PersonWhereInput {
  if (scope.kind === 'entry') return { homeEntryId: scope.entry }
  // Ids of entries begin with their province and a dot; "/" is the character after the dot.
  return scope.kind === 'province' ? { homeEntryId: { gte: `${scope.province}.`, lt: `${scope.province}/` } } : {}
}

/** The people whom the filters of a list let through. */
export function matching(filters: PeopleFilters, today: Day): Prisma.PersonWhereInput {
  const { provincia, sede, ruolo, profilo, stato } = filters
  return {
    AND: [
      provincia ? homeWithin({ kind: 'province', province: provincia }) : {},
      sede ? { homeEntryId: sede } : {},
      profilo ? { profile: profilo } : {},
      ruolo ? { roles: { some: { role: ruolo, ...heldOn(today) } } } : {},
      stato === 'attive' ? { deactivatedAt: null } : {},
      stato === 'senza-password' ? { deactivatedAt: null, passwordHash: null } : {},
      stato === 'disattivate' ? { deactivatedAt: { not: null } } : {},
    ],
  }
}

/** Roles that hold on a day. */
export function heldOn(day: Day) {
  return { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] }
}
