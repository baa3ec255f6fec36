import { z } from 'zod'

const page = z.coerce.number().int().min(1).max(10_000).catch(1)
const pages = z.object({ pagina: page, azioni: page })

/** Which page of each list of the trainer's home is shown. */
export type TrainerPages = z.infer<typeof pages>

/** The pages that an address asks for; what cannot be one counts as the first. */
export function readTrainerPages(search: URLSearchParams): TrainerPages {
  return pages.parse(Object.fromEntries(search))
}

/** `/formazione` at these pages. */
export function trainerHomeAddress({ pagina, azioni }: TrainerPages): string {
  const query = new URLSearchParams()
  if (pagina > 1) query.set('pagina', String(pagina))
  if (azioni > 1) query.set('azioni', String(azioni))
  return query.size > 0 ? `/formazione?${query}` : '/formazione'
}
