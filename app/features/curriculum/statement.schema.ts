import { z } from 'zod'

/** A text of at least one character, without space around it. */
export const textSchema = z.string().trim().min(1)

export const factIdSchema = z.string().regex(/^F-\d{3}$/, 'l’identificativo di un fatto si scrive così: F-026')

export const factIdsSchema = z.array(factIdSchema).min(1)

/** One thing the product tells its reader. What it must rest on is for rules/statement-rule.ts to say. */
export const statementSchema = z.strictObject({
  text: textSchema,
  facts: factIdsSchema.optional(),
  practice: z.literal(true).optional(),
  later: z.literal(true).optional(),
})

export type Statement = z.infer<typeof statementSchema>

export const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'usa solo minuscole, cifre e trattini')

export const keywordsSchema = z.array(textSchema)
