import { z } from 'zod'
import { keywordsSchema, slugSchema, statementSchema, textSchema } from './statement.schema'

export const glossaryFileSchema = z.array(
  z.strictObject({
    slug: slugSchema,
    term: textSchema,
    expansion: textSchema.optional(),
    variants: keywordsSchema,
    definition: z.array(statementSchema).min(1).max(3),
    see: z.array(slugSchema),
    links: z.array(
      z.string().regex(/^(fase-[1-9]|F\d\.C?\d)$/, 'un collegamento si scrive così: fase-5, F5.1 o F5.C1'),
    ),
  }),
)

export type Term = z.infer<typeof glossaryFileSchema>[number]
