import { z } from 'zod'
import { coverageKinds } from './rules/module-content'
import { factIdsSchema, slugSchema, textSchema } from './statement.schema'

const hoursSchema = z
  .number()
  .min(0, 'le ore non possono essere meno di zero')
  .multipleOf(0.5, 'le ore sono intere o mezze')

const hoursByMode = z.strictObject({
  online: hoursSchema,
  classroom: hoursSchema,
  remote: hoursSchema,
  collaborative: hoursSchema,
  onTheJob: hoursSchema,
})

/** Hours by profile and mode; a profile may be left out, not both. */
export const hoursByProfileSchema = z
  .strictObject({ navigator: hoursByMode.optional(), operatore: hoursByMode.optional() })
  .refine(({ navigator, operatore }) => navigator !== undefined || operatore !== undefined, {
    error: 'serve almeno un profilo: navigator o operatore',
  })

export const planFileSchema = z.strictObject({
  title: textSchema,
  modules: z.array(slugSchema).min(1),
  classSize: z.number().int('il numero di persone è intero').min(1),
  totals: hoursByProfileSchema,
  covers: z.array(z.enum(coverageKinds)),
})

const target = { id: slugSchema, title: textSchema, facts: factIdsSchema }

export const targetsFileSchema = z.strictObject({
  leps: z.array(z.strictObject({ ...target, audience: z.enum(['people', 'companies']) })).min(1),
  topics: z.array(z.strictObject(target)).min(1),
  areas: z.array(z.strictObject(target)).min(1),
})
