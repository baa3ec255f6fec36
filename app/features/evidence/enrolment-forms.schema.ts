import { z } from 'zod'
import { dayField } from '~/lib/day.schema'
import { freeText } from '~/lib/free-text.schema'
import { parseHours } from '~/lib/minutes'
import { recognisableParts } from './rules/evidence'
import { recordedModes } from './rules/requirements'

const hoursField = z
  .string()
  .transform((text, context) => {
    const minutes = parseHours(text)
    if (minutes !== undefined) return minutes
    context.addIssue({ code: 'custom', message: 'Scrivi le ore così: 2 oppure 1,5' })
    return z.NEVER
  })
  .optional()

/** The forms of an enrolment's page, by their intent. */
export const enrolmentForms = {
  leave: z.object({ reason: freeText('Scrivi il motivo in poche parole') }),
  return: z.object({}),
  recognise: z.object({
    moduleSlug: z.string({ error: 'Scegli il modulo' }).max(100),
    subject: z.enum([...recognisableParts, ...recordedModes], { error: 'Scegli che cosa riconosci' }),
    hours: hoursField,
    occurredOn: dayField('Scrivi quando è stata fatta'),
    reason: freeText('Scrivi perché la riconosci'),
    document: freeText('Scrivi dove si trova il documento', 150),
  }),
  correct: z.object({
    evidenceId: z.string().max(100),
    hours: hoursField,
    reason: freeText('Scrivi perché la correggi'),
  }),
}

export type EnrolmentIntent = keyof typeof enrolmentForms
export const enrolmentIntent = z.enum(Object.keys(enrolmentForms) as [EnrolmentIntent, ...EnrolmentIntent[]])
