import { z } from 'zod'

const filters = z.object({
  provincia: z.string().max(10).optional().catch(undefined),
  sede: z.string().max(100).optional().catch(undefined),
  pagina: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type UnlockFilters = z.infer<typeof filters>

/** The filters that an address carries; what cannot be one counts as none. */
export function readUnlockFilters(search: URLSearchParams): UnlockFilters {
  return filters.parse(Object.fromEntries([...search].filter(([, value]) => value !== '')))
}

/** `/sblocchi` with these filters. */
export function unlocksAddress({ provincia, sede, pagina }: UnlockFilters): string {
  const query = new URLSearchParams()
  if (provincia) query.set('provincia', provincia)
  if (sede) query.set('sede', sede)
  if (pagina > 1) query.set('pagina', String(pagina))
  return query.size > 0 ? `/sblocchi?${query}` : '/sblocchi'
}
