import { z } from 'zod'
import { type HourWord, hourWords } from './rules/freed-hours'

const filters = z.object({
  sede: z
    .string()
    .regex(/^[A-Z]{2}\.[a-z0-9-]+$/)
    .optional()
    .catch(undefined),
  modulo: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional()
    .catch(undefined),
  stato: z.enum(['in-corso', 'completato']).optional().catch(undefined),
  /** Those alone who still have hours of this mode to do. */
  ore: z
    .enum(Object.keys(hourWords) as [HourWord, ...HourWord[]])
    .optional()
    .catch(undefined),
})

/** What the list of a centre shows, as the address says it. What is not known is left out. */
export type CentreFilters = z.infer<typeof filters>

export function readCentreFilters(query: URLSearchParams): CentreFilters {
  return filters.parse(Object.fromEntries([...query].filter(([, value]) => value !== '')))
}

/** `/centro` with these filters. */
export function centreAddress(chosen: CentreFilters, more: Record<string, string> = {}): string {
  const set = Object.entries({ ...chosen, ...more }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return set.length > 0 ? `/centro?${new URLSearchParams(set)}` : '/centro'
}
