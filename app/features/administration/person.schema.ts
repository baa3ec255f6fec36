import { z } from 'zod'
import { emailField } from '~/features/auth/auth-forms.schema'
import { provinceOfEntry } from '~/features/auth/grants-from-rows'
import { roles, type Scope, seats } from '~/features/auth/rules/grants'
import { profiles } from '~/features/auth/rules/profiles'
import { parseDay } from '~/lib/dates'

/** A name as typed: spaces are tidied; what cannot be a name is refused. */
export function nameField(missing: string) {
  return z
    .string({ error: missing })
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(100, 'Scrivi al massimo 100 caratteri')
        .regex(/^[^\p{Cc}@<>]*$/u, 'Scrivi solo il nome, senza simboli')
        .regex(/\p{L}/u, missing),
    )
}

const entryId = z.string().max(100)

const personData = z.object({
  email: emailField,
  firstName: nameField('Scrivi il nome'),
  lastName: nameField('Scrivi il cognome'),
  profile: z.enum(profiles, { error: 'Scegli un profilo dell’elenco' }).optional(),
  homeEntryId: entryId.optional(),
})

/** What is known of a person besides roles and postings. */
export type PersonData = z.infer<typeof personData>

const dayField = (missing: string) =>
  z.string({ error: missing }).transform((text, context) => {
    const day = parseDay(text)
    if (day) return day
    context.addIssue({ code: 'custom', message: 'Scrivi la data così: 16/12/2019' })
    return z.NEVER
  })

const ownPassword = z.string({ error: 'Scrivi la tua password' }).max(1000, 'La password è troppo lunga')

/** "region", "province:BG" or "entry:BG.cpi-albino", as the select of places sends it. */
const scopeField = z.string({ error: 'Scegli dove vale il ruolo' }).transform((text, context): Scope => {
  const [kind, id = ''] = text.split(':')
  if (kind === 'region') return { kind: 'region' }
  if (kind === 'province' && id) return { kind: 'province', province: id }
  if (kind === 'entry' && id) return { kind: 'entry', entry: id, province: provinceOfEntry(id) }
  context.addIssue({ code: 'custom', message: 'Scegli un ambito dell’elenco' })
  return z.NEVER
})

/** Nobody at a desk is ever named: a codice fiscale or an address in free text is refused (product contract). */
const freeText = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(300, 'Scrivi al massimo 300 caratteri')
    .refine(
      (text) => !fiscalCode.test(text),
      'Togli il codice fiscale: qui non si scrivono dati di chi si rivolge al CPI',
    )
    .refine((text) => !/\S@\S+\.\S/.test(text), 'Togli l’indirizzo email: qui non si scrivono dati di altre persone')

/** Looks like an Italian codice fiscale, the letters that stand for digits included. */
export const fiscalCode = /\b[A-Z]{6}[\dLMNPQRSTUV]{2}[A-EHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]\b/i

export const newPersonForm = personData

/** The forms of a person's page, by their intent. */
export const personForms = {
  'update-person': personData.extend({ revision: z.coerce.number().int() }),
  'grant-role': z.object({
    role: z.enum(roles, { error: 'Scegli un ruolo' }),
    // A learner's role lies at the home entry: the form may leave the place empty.
    scope: scopeField.optional(),
    seat: z.enum(seats, { error: 'Scegli un seggio dell’elenco' }).optional(),
    startsOn: dayField('Scrivi da quando vale il ruolo'),
    endsOn: dayField('').optional(),
    password: ownPassword,
  }),
  'end-role': z.object({
    roleId: z.string().max(100),
    endsOn: dayField('Scrivi l’ultimo giorno in cui il ruolo vale'),
  }),
  'record-posting': z.object({
    entryId: entryId.min(1),
    startsOn: dayField('Scrivi il primo giorno'),
    endsOn: dayField('').optional(),
    reason: freeText('Scrivi il motivo in poche parole'),
  }),
  'end-posting': z.object({ postingId: z.string().max(100), endsOn: dayField('Scrivi l’ultimo giorno') }),
  'make-link': z.object({ password: ownPassword }),
  deactivate: z.object({ password: ownPassword }),
  reactivate: z.object({}),
}

export type PersonIntent = keyof typeof personForms
export const personIntent = z.enum(Object.keys(personForms) as [PersonIntent, ...PersonIntent[]])
