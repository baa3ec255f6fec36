import { z } from 'zod'
import { ownPassword } from '~/features/auth/auth-forms.schema'
import { freeText } from '~/lib/free-text.schema'
import { learnerVerdicts, reviewVerdicts } from './rules/disagreement'

export const responseIntent = z.enum(['acknowledge', 'review'])
export type ResponseIntent = z.infer<typeof responseIntent>

const writeWhy = 'Scrivi perché non sei d’accordo'
const onlyDisagreeing = 'Il commento si registra solo se non sei d’accordo: toglilo, o cambia la scelta'
const mostCharacters = 1000

/** What the learner answers: a disagreement says why; with a text beside it, agreeing would lose what was written. */
const acknowledge = z
  .object({
    verdict: z.enum(learnerVerdicts, { error: 'Scegli se sei d’accordo' }),
    comment: z.string().max(10_000).optional(),
  })
  .transform(({ verdict, comment }, context) => {
    if (verdict === 'acknowledged' && !comment?.trim()) return { verdict }
    if (verdict === 'acknowledged') {
      context.addIssue({ code: 'custom', message: onlyDisagreeing, path: ['comment'] })
      return z.NEVER
    }
    const read = freeText(writeWhy, mostCharacters).safeParse(comment)
    if (read.success) return { verdict, comment: read.data }
    for (const { message } of read.error.issues) context.addIssue({ code: 'custom', message, path: ['comment'] })
    return z.NEVER
  })

const review = z.object({
  verdict: z.enum(reviewVerdicts, { error: 'Scegli se confermi o annulli l’osservazione' }),
  comment: freeText('Scrivi perché hai deciso così', mostCharacters),
  password: ownPassword,
})

export const responseForms = { acknowledge, review } satisfies Record<ResponseIntent, z.ZodType>
