import { z } from 'zod'
import { dayField } from '~/lib/day.schema'
import { freeText } from '~/lib/free-text.schema'
import { parseHours } from '~/lib/minutes'
import { companions } from './rules/practice'

/** The most that one request decides together: more than a page shows. */
const mostTogether = 200

const hoursField = z.string({ error: 'Scrivi quante ore' }).transform((text, context) => {
  const minutes = parseHours(text)
  if (minutes !== undefined) return minutes
  context.addIssue({ code: 'custom', message: 'Scrivi le ore così: 2 oppure 1,5' })
  return z.NEVER
})
const id = z.string().max(100)
const entryId = z.string({ error: 'Scegli una voce' }).max(100)

/** The forms of a learner's own log, by their intent. */
export const logForms = {
  log: z.object({
    moduleSlug: z.string({ error: 'Scegli il modulo' }).max(100),
    heldOn: dayField('Scrivi il giorno'),
    hours: hoursField,
    tasks: z.array(z.string().max(20)).max(60).default([]),
    alongside: z.enum(companions, { error: 'Scegli con chi eri' }),
    note: freeText('Scrivi la nota').optional(),
  }),
  withdraw: z.object({ entryId }),
}
export type LogIntent = keyof typeof logForms
export const logIntent = z.enum(Object.keys(logForms) as [LogIntent, ...LogIntent[]])

/** The forms of who validates, by their intent. */
export const decisionForms = {
  validate: z.object({
    entries: z
      .array(id, { error: 'Scegli almeno una voce' })
      .min(1, 'Scegli almeno una voce')
      .max(mostTogether, `Scegli al massimo ${mostTogether} voci`),
  }),
  return: z.object({ entryId, reason: freeText('Scrivi che cosa non va') }),
  revoke: z.object({ entryId, reason: freeText('Scrivi perché la revochi') }),
}
export type DecisionIntent = keyof typeof decisionForms
export const decisionIntent = z.enum(Object.keys(decisionForms) as [DecisionIntent, ...DecisionIntent[]])
