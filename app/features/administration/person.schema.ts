import { z } from 'zod'
import { emailField, ownPassword } from '~/features/auth/auth-forms.schema'
import { roles, seats } from '~/features/auth/rules/grants'
import { profiles } from '~/features/auth/rules/profiles'
import { scopeField } from '~/features/territory/scope.schema'
import { dayField } from '~/lib/day.schema'
import { freeText } from '~/lib/free-text.schema'

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

export const newPersonForm = personData

/** The forms of a person's page, by their intent. */
export const personForms = {
  'update-person': personData.extend({ revision: z.coerce.number().int() }),
  'grant-role': z.object({
    role: z.enum(roles, { error: 'Scegli un ruolo' }),
    // A learner's role lies at the home entry: the form may leave the place empty.
    scope: scopeField('Scegli dove vale il ruolo').optional(),
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
