import { z } from 'zod'

const filters = z.object({
  modulo: z.string().max(100).optional().catch(undefined),
  pagina: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type RegisterFilters = z.infer<typeof filters>

/** The filters in the query of an address; what cannot be one counts as none. */
export function readRegisterFilters(query: URLSearchParams): RegisterFilters {
  return filters.parse(Object.fromEntries([...query].filter(([, value]) => value !== '')))
}

/** `/aula` with these filters. */
export function registersAddress({ modulo, pagina }: RegisterFilters): string {
  const query = new URLSearchParams()
  if (modulo) query.set('modulo', modulo)
  if (pagina > 1) query.set('pagina', String(pagina))
  return query.size > 0 ? `/aula?${query}` : '/aula'
}
