import { z } from 'zod'

/** An e-mail as typed: spaces around it and capitals do not matter. */
export const emailField = z
  .string({ error: 'Scrivi l’indirizzo email' })
  .trim()
  .toLowerCase()
  .max(254, 'L’indirizzo email è troppo lungo')
  .pipe(z.email('Scrivi l’indirizzo email così: nome@ente.it'))

const typedPassword = (error: string) => z.string({ error }).max(1000, 'La password è troppo lunga')

/** One's own password again, before an act that binds. */
export const ownPassword = typedPassword('Scrivi la tua password')

export const signInForm = z.object({
  email: emailField,
  password: typedPassword('Scrivi la password'),
})

const newPassword = z.object({
  chosen: typedPassword('Scrivi la nuova password'),
  repeated: typedPassword('Ripeti la nuova password'),
})
const repeatedAlike = (form: { chosen: string; repeated: string }) => form.chosen === form.repeated
const notAlike = { error: 'Le due password non sono uguali: ripeti la nuova', path: ['repeated'] }

export const passwordLinkForm = newPassword.refine(repeatedAlike, notAlike)

export const ownAccountForm = z.discriminatedUnion('intent', [
  newPassword
    .extend({ intent: z.literal('change-password'), current: typedPassword('Scrivi la password attuale') })
    .refine(repeatedAlike, notAlike),
  z.object({ intent: z.literal('end-session'), session: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ intent: z.literal('end-others') }),
])
