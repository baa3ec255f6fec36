import { z } from 'zod'
import { textSchema } from './statement.schema'

export const editionFileSchema = z.strictObject({
  name: textSchema,
  updated: z.iso.date(),
  normsAt: z.iso.date(),
  /** The day on which facts and sources were last compared; a fact that was looked at again says so itself. */
  factsChecked: z.iso.date().optional(),
})

/** Groups of words that mean the same at the desk. */
export const synonymsFileSchema = z.array(z.array(textSchema).min(2))

/** What stands between the dashes at the top of a Markdown page. */
export const pageHeadSchema = z.strictObject({ title: textSchema, lead: textSchema })

export type Edition = z.infer<typeof editionFileSchema>
