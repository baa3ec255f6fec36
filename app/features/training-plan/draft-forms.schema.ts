import { z } from 'zod'
import { ownPassword } from '~/features/auth/auth-forms.schema'
import { freeText } from '~/lib/free-text.schema'

/** The revision that was on the screen. */
export const revisionField = z.coerce.number().int()

/** The folder name of a module. */
export const moduleSlug = z
  .string({ error: 'Scegli un modulo' })
  .max(100, 'Scegli un modulo dell’elenco')
  .regex(/^[a-z0-9-]+$/, 'Scegli un modulo dell’elenco')

/** A number of things: whole, within bounds. */
export function countField(min: number, max: number) {
  const message = `Scrivi un numero intero da ${min} a ${max}`
  return z.number({ error: message }).int(message).min(min, message).max(max, message)
}

const ofModule = z.object({ revision: revisionField, module: moduleSlug })

/** The forms of a version's page, by their intent. */
export const versionForms = {
  'add-module': ofModule,
  'remove-module': ofModule,
  'move-up': ofModule,
  'move-down': ofModule,
  'update-details': z.object({
    revision: revisionField,
    title: freeText('Scrivi il titolo del piano', 200),
    classSize: countField(1, 500),
  }),
  discard: z.object({ revision: revisionField }),
  submit: z.object({ revision: revisionField, password: ownPassword }),
}

export type VersionIntent = keyof typeof versionForms
export const versionIntent = z.enum(Object.keys(versionForms) as [VersionIntent, ...VersionIntent[]])

/** What a version begins from when it is not another version: the outline of the content. */
export const fromContent = 'contenuti'

/** The form that begins a version: from `fromContent`, or from the version with that id. */
export const newDraftForm = z.object({ basedOn: z.string().min(1).max(100) })

/** How many people each entry sends. */
export const sizingForm = z.object({
  revision: revisionField,
  entries: z
    .array(z.object({ entry: z.string().max(100), navigators: countField(0, 9999), operators: countField(0, 9999) }))
    .max(500),
})
