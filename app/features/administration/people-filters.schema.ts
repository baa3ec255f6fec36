import { z } from 'zod'
import { roles } from '~/features/auth/rules/grants'
import { profiles } from '~/features/auth/rules/profiles'

/** Which people a list shows, as the address says it (`?provincia=BG&stato=attive`). What is not known is left out. */
export const peopleFilters = z.object({
  provincia: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  sede: z
    .string()
    .regex(/^[A-Z]{2}\.[a-z0-9-]+$/)
    .optional()
    .catch(undefined),
  ruolo: z.enum(roles).optional().catch(undefined),
  profilo: z.enum(profiles).optional().catch(undefined),
  stato: z.enum(['attive', 'senza-password', 'disattivate']).optional().catch(undefined),
})

export type PeopleFilters = z.infer<typeof peopleFilters>

/** The filters in the query of an address. */
export function readPeopleFilters(query: URLSearchParams): PeopleFilters {
  return peopleFilters.parse(Object.fromEntries([...query].filter(([, value]) => value !== '')))
}

/** The query that says these filters. */
export function peopleQuery(filters: PeopleFilters, more: Record<string, string> = {}): string {
  const set = Object.entries({ ...filters, ...more }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}

/** What somebody types to find a person. */
export const searchForm = z.object({ cerca: z.string().trim().max(100, 'Scrivi al massimo 100 caratteri').optional() })
