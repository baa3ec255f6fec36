import { z } from 'zod'

const page = z.coerce.number().int().min(1).max(10_000).catch(1)

/** Which entries the list shows, as the address says it; what is not known is left out. */
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
  modulo: z.string().max(100).optional().catch(undefined),
  /** What one has validated oneself, in place of what waits. */
  stato: z.literal('convalidate').optional().catch(undefined),
  pagina: page,
})
export type PracticeFilters = z.infer<typeof filters>

/** The filters in the query of an address. */
export function readPracticeFilters(query: URLSearchParams): PracticeFilters {
  return filters.parse(Object.fromEntries([...query].filter(([, value]) => value !== '')))
}

/** The query that says these filters. */
export function practiceQuery({ pagina, ...chosen }: PracticeFilters): string {
  const set = Object.entries({ ...chosen, pagina: pagina > 1 ? String(pagina) : undefined })
  const query = new URLSearchParams(set.filter((pair): pair is [string, string] => Boolean(pair[1])))
  return query.size > 0 ? `?${query}` : ''
}

/** The page of one's own log. */
export function readPage(query: URLSearchParams): number {
  return page.parse(query.get('pagina') ?? 1)
}
