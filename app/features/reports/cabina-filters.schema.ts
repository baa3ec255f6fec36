import { z } from 'zod'
import { profiles } from '~/features/auth/rules/profiles'

const province = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .optional()
  .catch(undefined)
const module = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/)
  .optional()
  .catch(undefined)

/** What the dashboard is about, as the address says it. What is not known is left out. */
const dashboardFilters = z.object({
  profilo: z.enum(profiles).catch('navigator'),
  provincia: province,
  modulo: module,
})
export type DashboardFilters = z.infer<typeof dashboardFilters>

/** Who stands in a list of named people. */
const listStates = ['completato', 'in-corso'] as const
/** `sede=nessuna`: people who belong to no entry. */
const listFilters = dashboardFilters.extend({
  sede: z
    .string()
    .regex(/^([A-Z]{2}\.[a-z0-9-]+|nessuna)$/)
    .optional()
    .catch(undefined),
  stato: z.enum(listStates).optional().catch(undefined),
})
export type ListFilters = z.infer<typeof listFilters>

/** The filters in the query of `/cabina`. */
export function readDashboardFilters(query: URLSearchParams): DashboardFilters {
  return dashboardFilters.parse(given(query))
}

/** The filters in the query of a list of people; null when one is there that cannot be: a list never grows by a slip. */
export function readListFilters(query: URLSearchParams): ListFilters | null {
  const said = given(query)
  const read: Record<string, string | undefined> = listFilters.parse(said)
  const lost = Object.keys(listFilters.shape).some((key) => said[key] !== undefined && said[key] !== read[key])
  return lost ? null : (read as ListFilters)
}

/** `/cabina` with these filters. */
export function dashboardAddress(filters: Partial<DashboardFilters>): string {
  return `/cabina${queryOf(filters)}`
}

/** The list of the people behind a number. */
export function listAddress(filters: Partial<ListFilters>, more: Record<string, string> = {}): string {
  return `/cabina/persone${queryOf({ ...filters, ...more })}`
}

/** Where a list or a table is downloaded, with the same filters. */
export function exportAddress(filters: Partial<ListFilters> = {}): string {
  return `/cabina/esporta${queryOf(filters)}`
}

function given(query: URLSearchParams): Record<string, string | undefined> {
  return Object.fromEntries([...query].filter(([, value]) => value !== ''))
}

/** The default profile is not written out. */
function queryOf(filters: Record<string, string | undefined>): string {
  const set = Object.entries(filters).filter(
    (pair): pair is [string, string] => Boolean(pair[1]) && !(pair[0] === 'profilo' && pair[1] === 'navigator'),
  )
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}
