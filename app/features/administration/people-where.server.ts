import { heldOn } from '~/features/auth/people-where.server'
import { homeWithin } from '~/features/territory/within-reach.server'
import type { Day } from '~/lib/dates'
import type { Prisma } from '~/platform/database/client.server'
import type { PeopleFilters } from './people-filters.schema'

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
