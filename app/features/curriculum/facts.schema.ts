import { z } from 'zod'
import { factIdSchema, textSchema } from './statement.schema'

const barredFact = z.strictObject({ id: factIdSchema, mark: z.literal('memory'), barred: textSchema })

const usableFact = z.strictObject({
  id: factIdSchema,
  statement: textSchema,
  mark: z.enum(['act', 'verified', 'secondary']),
  sources: z.array(textSchema).min(1),
  cite: textSchema.optional(),
  validFrom: z.iso.date(),
  laterThanAct: z.boolean(),
  /** The day on which it was compared with its source again, after the edition's `factsChecked`. */
  checked: z.iso.date().optional(),
})

export const factsFileSchema = z.array(z.discriminatedUnion('mark', [barredFact, usableFact]))

/** What we know and where it was read. Barred facts (`memory`) are never shown. */
export type Fact = z.infer<typeof usableFact>

const sourceKinds = ['act', 'law', 'institution', 'study', 'press'] as const

export const sourcesFileSchema = z.array(
  z.strictObject({
    id: textSchema,
    title: textSchema,
    /** What it is called where it is named often. */
    short: textSchema.optional(),
    kind: z.enum(sourceKinds),
    publisher: textSchema,
    url: z.url({ protocol: /^https?$/ }).optional(),
    date: z.iso.date().optional(),
  }),
)

export type Source = z.infer<typeof sourcesFileSchema>[number]
