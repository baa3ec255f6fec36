import { z } from 'zod'
import { ownPassword } from '~/features/auth/auth-forms.schema'
import { dayField } from '~/lib/day.schema'
import { freeText } from '~/lib/free-text.schema'
import type { DraftChange } from './rules/draft'
import { actionOutcomes, observationKinds, ratings, supervisionLevels } from './rules/observation'

/** The longest text of an observation. */
export const longestText = 1000

const text = freeText('', longestText)
const day = dayField('')
const level = z.coerce.number().pipe(z.literal(supervisionLevels))
const kind = z.enum(observationKinds, { error: 'Scegli se è un caso reale, una simulazione o una discussione' })
const tick = z.literal('on').optional()

/** Errors by name of the field. */
export type FieldErrors = Record<string, string[]>

/** What may be written: the criteria of the profile, the settings of the form. */
export type Writable = { criteria: readonly { id: string }[]; form: { settings: readonly string[] } }

/**
 * What a form of a draft changes: the fields that it has, an empty one taking away what was there. Used in the browser
 * and on the server alike. What cannot be saved is named, and stands in no change.
 */
export function readDraftForm(form: FormData, { criteria, form: { settings } }: Writable) {
  const change: DraftChange = {}
  const errors: FieldErrors = {}

  /** The value of a field, when it is sent and can be saved; undefined inside when it is empty. */
  function take<T>(name: string, schema: z.ZodType<T>): { value: T | undefined } | undefined {
    const sent = form.get(name)
    if (typeof sent !== 'string') return undefined
    if (sent.trim() === '') return { value: undefined }
    const parsed = schema.safeParse(sent)
    if (parsed.success) return { value: parsed.data }
    errors[name] = parsed.error.issues.map(({ message }) => message)
    return undefined
  }

  const fields = {
    kind: take('kind', kind),
    observedOn: take('observedOn', day),
    setting: take('setting', z.enum(settings, { error: 'Scegli un luogo dell’elenco' })),
    level: take('level', level),
    strength: take('strength', text),
    change: take('change', text),
    action: take('action', text),
    actionOn: take('actionOn', day),
  }
  for (const [name, taken] of Object.entries(fields)) if (taken) Object.assign(change, { [name]: taken.value })
  // A tick that is not set is not sent: the kind beside it says that the form has it.
  if (form.has('kind')) change.informed = form.get('informed') === 'on' ? true : undefined
  const earlier = take('earlierOutcome', z.enum(actionOutcomes, { error: 'Scegli una voce dell’elenco' }))
  const observationId = z.string().max(100).safeParse(form.get('earlierId')).data
  if (earlier && observationId) {
    change.earlierAction = earlier.value && { observationId, outcome: earlier.value }
  }
  for (const { id } of criteria) {
    const rating = take(`ratings.${id}.rating`, z.enum(ratings, { error: 'Scegli una valutazione dell’elenco' }))
    const note = take(`ratings.${id}.note`, text)
    if (!rating && !note) continue
    change.ratings = {
      ...change.ratings,
      [id]: { ...(rating && { rating: rating.value }), ...(note && { note: note.value }) },
    }
  }
  return { change, errors }
}

/** Beginning an observation. */
export const startForm = z.object({
  enrolmentId: z.string().max(100),
  moduleSlug: z.string({ error: 'Scegli il modulo' }).max(100),
  kind,
  observedOn: dayField('Scrivi il giorno dell’osservazione'),
  setting: z.string().max(300).optional(),
  informed: tick.transform((sent) => (sent ? (true as const) : undefined)),
})

const reason = freeText('Scrivi perché', longestText)
const revision = z.coerce.number().int()

export const signForm = z.object({ password: ownPassword, revision })
/** A signature that takes the place of an earlier one. */
export const signCorrectionForm = signForm.extend({ reason })
export const voidForm = z.object({ password: ownPassword, reason })
