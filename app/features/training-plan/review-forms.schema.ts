import { z } from 'zod'
import { ownPassword } from '~/features/auth/auth-forms.schema'
import { freeText } from '~/lib/free-text.schema'
import { type BallotRefusal, ballotRefusals, refuseBallot } from './rules/ballot'
import { choices } from './rules/voting'

const maxConditions = 20

const condition = freeText('Scrivi la condizione', 500)

/** One condition per line; empty lines do not count. What is wrong with one is said beside the field of them all. */
const conditionLines = z.string().transform((text, context) => {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const messages = lines.flatMap((line, index) =>
    (condition.safeParse(line).error?.issues ?? []).map(({ message }) => `${message} (condizione ${index + 1})`),
  )
  if (lines.length > maxConditions) messages.push(`Scrivi al massimo ${maxConditions} condizioni, una per riga`)
  for (const message of messages) context.addIssue({ code: 'custom', message })
  return lines
})

const fieldOf: Record<BallotRefusal, 'reasons' | 'conditions'> = {
  'reasons-missing': 'reasons',
  'conditions-missing': 'conditions',
  'conditions-unexpected': 'conditions',
}

const ballot = z
  .object({
    choice: z.enum(choices, { error: 'Scegli il voto' }),
    reasons: freeText('Scrivi i motivi', 4000).optional(),
    conditions: conditionLines.default([]),
  })
  .superRefine((vote, context) => {
    const reason = refuseBallot(vote)
    if (reason) context.addIssue({ code: 'custom', message: ballotRefusals[reason], path: [fieldOf[reason]] })
  })

const id = z.string().max(100)
const comment = freeText('Scrivi il commento', 4000)

/** The forms of a version under review, by their intent. */
export const reviewForms = {
  vote: ballot.and(z.object({ password: ownPassword })),
  close: z.object({ password: ownPassword }),
  /** No part: the whole plan. */
  comment: z.object({ part: z.string().max(300).default(''), body: comment }),
  answer: z.object({ commentId: id, body: freeText('Scrivi la risposta', 4000) }),
  resolve: z.object({ commentId: id, note: freeText('Scrivi in poche parole come si è risolto', 500) }),
  'follow-up': z.object({
    conditionId: id,
    note: freeText('Scrivi che cosa è stato fatto', 1000),
    met: z
      .literal('on')
      .optional()
      .transform((tick) => tick === 'on'),
  }),
}

export type ReviewIntent = keyof typeof reviewForms
export const reviewIntent = z.enum(Object.keys(reviewForms) as [ReviewIntent, ...ReviewIntent[]])
