import { z } from 'zod'

/** Which observations the lists show, as the address says it. What is not known is left out. */
const filters = z.object({
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
  modulo: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .optional()
    .catch(undefined),
})
export type ListFilters = z.infer<typeof filters>

/** Where each list of the page goes on: after the observation, or the person, that it showed last. */
const cursors = z.object({
  firmate: z.coerce.number().int().positive().optional().catch(undefined),
  mie: z.coerce.number().int().positive().optional().catch(undefined),
  persona: z.string().max(100).optional().catch(undefined),
})
export type ListCursors = z.infer<typeof cursors>

function given(query: URLSearchParams) {
  return Object.fromEntries([...query].filter(([, value]) => value !== ''))
}

export function readListFilters(query: URLSearchParams): ListFilters {
  return filters.parse(given(query))
}

export function readListCursors(query: URLSearchParams): ListCursors {
  return cursors.parse(given(query))
}

/** `/osservazioni` with these filters and cursors. */
export function observationsAddress(wanted: ListFilters & ListCursors): string {
  const set = Object.entries(wanted).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
  return set.length > 0 ? `/osservazioni?${new URLSearchParams(set)}` : '/osservazioni'
}
