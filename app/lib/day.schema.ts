import { z } from 'zod'
import { parseDay } from './dates'

/**
 * A day as people write it: 16/12/2019.
 * @param missing what to say when nothing was written
 */
export function dayField(missing: string) {
  return z.string({ error: missing }).transform((text, context) => {
    const day = parseDay(text)
    if (day) return day
    context.addIssue({ code: 'custom', message: 'Scrivi la data così: 16/12/2019' })
    return z.NEVER
  })
}
