import { z } from 'zod'
import { freeText } from '~/lib/free-text.schema'
import { type RegisterErrors, rowKey } from './rules/read-register'
import { mostRows, type RegisterDraftBody } from './rules/register'

const short = (most: number) =>
  z
    .string()
    .max(most)
    .optional()
    .transform((text = '') => text.trim())

const draftRow = z.object({
  enrolmentId: z.string().max(100),
  present: z.boolean().default(false),
  minutes: short(10),
  reason: short(300),
})

/** A draft as its form sends it. `duration` is the one that the form showed as everybody's minutes. */
export const draftForm = z
  .object({
    revision: z.number().int().min(1),
    duration: z.number().int().min(0).max(1440).optional(),
    moduleSlug: short(100),
    mode: short(20),
    heldOn: short(20),
    startsAt: short(10),
    endsAt: short(10),
    title: short(120),
    place: short(120),
    reason: short(300),
    rows: z.array(draftRow).max(mostRows).default([]),
  })
  .transform(({ revision, duration, rows, ...head }) => {
    const seen = new Set<string>()
    const once = rows.filter(({ enrolmentId }) => !seen.has(enrolmentId) && seen.add(enrolmentId))
    const body: RegisterDraftBody = { ...head, rows: once.map((row) => normalised(row, duration)) }
    return { revision, body }
  })

/** What stood in the form as the whole duration stays the whole, whatever the times are changed to; 0 is absent. */
function normalised(row: z.infer<typeof draftRow>, duration: number | undefined) {
  if (!row.present) return { ...row, minutes: '' }
  if (row.minutes === String(duration)) return { ...row, minutes: '' }
  return row.minutes === '0' ? { ...row, present: false, minutes: '' } : row
}

const words = freeText('', 300)

/** What may not stand in the free texts of a draft, by field: it is not even kept. */
export function refusedWords({ title, place, reason, rows }: RegisterDraftBody): RegisterErrors {
  const texts: [string, string][] = [
    ['title', title],
    ['place', place],
    ['reason', reason],
    ...rows.map((row): [string, string] => [rowKey(row.enrolmentId), row.reason]),
  ]
  return Object.fromEntries(
    texts.flatMap(([field, text]) => {
      const issue = text ? words.safeParse(text).error?.issues[0] : undefined
      return issue ? [[field, issue.message]] : []
    }),
  )
}

/** The part of a form that asks for something. */
const draftActs = ['save', 'add-entry', 'search', 'add', 'remove', 'sign', 'discard'] as const

/** What a button asks for, and about whom: `add:<enrolment>`. */
export const draftAct = z.string().transform((text, context) => {
  const [name, target = ''] = text.split(':', 2)
  const act = draftActs.find((one) => one === name)
  if (act) return { act, target }
  context.addIssue({ code: 'custom', message: 'unknown' })
  return z.NEVER
})

/** Why a whole register is made void. */
export const voidForm = z.object({
  reason: freeText('Scrivi perché annulli il registro'),
  password: z.string({ error: 'Scrivi la tua password' }),
})
