import { z } from 'zod'

/** Where a learner goes after saving without script. */
export const directions = ['avanti', 'indietro'] as const

/** The answer to one question, as the page of the question sends it. What is out of range the command refuses. */
export const answerForm = z.object({
  position: z.number().int().min(1).max(1000),
  choice: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .transform((choice) => choice ?? null),
  flagged: z.boolean().default(false),
  vai: z.enum(directions).default('avanti'),
})
