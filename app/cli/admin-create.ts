import { createPerson } from '~/features/administration/create-person.server'
import { grantRole } from '~/features/administration/grant-role.server'
import { makePasswordLink } from '~/features/administration/make-password-link.server'
import { newPersonForm } from '~/features/administration/person.schema'
import { findPersonByEmail } from '~/features/administration/person-by-email.queries.server'
import { authoriseOperator } from '~/features/auth/authorise.server'
import { passwordLinkHours } from '~/features/auth/password-links.server'
import { dayOf } from '~/lib/dates'
import { migrateDatabase } from '~/platform/database/migrate.server'
import { environment } from '~/platform/environment.server'
import type { Command, Outcome } from './command'

const requestId = 'CLI-ADMIN'

export const adminCreate: Command = {
  words: ['admin', 'create'],
  options: { email: { type: 'string' }, nome: { type: 'string' }, cognome: { type: 'string' } },
  usage: 'admin create --email nome@ente.it --nome Nome --cognome Cognome',
  summary: 'Crea chi amministra la piattaforma e stampa il link per scegliere la password. Si può ripetere.',
  async run({ email, nome, cognome }) {
    migrateDatabase(environment.DATABASE_URL)
    const form = newPersonForm.safeParse({ email, firstName: nome, lastName: cognome })
    if (!form.success) return refused('invalid', ...form.error.issues.map((issue) => issue.message))
    const now = new Date()
    const known = await findPersonByEmail(form.data.email, dayOf(now))
    if (known && !known.active)
      return refused('inactive', 'Questa persona è disattivata: va riattivata da un altro amministratore')

    let personId = known?.id
    if (!personId) {
      const created = await createPerson(authoriseOperator('people.write', requestId, now), form.data)
      if (!created.ok) return refused(created.reason, created.message)
      personId = created.value
    }
    if (!known?.isRegionAdmin) {
      const role = { role: 'admin', scope: { kind: 'region' }, startsOn: dayOf(now) } as const
      const granted = await grantRole(authoriseOperator('roles.grant', requestId, now), personId, role)
      if (!granted.ok) return refused(granted.reason, granted.message)
    }
    const link = await makePasswordLink(authoriseOperator('people.write', requestId, now), personId)
    if (!link.ok) return refused(link.reason, link.message)
    const address = `${environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`}/imposta-password/${link.value}`
    const lines = [
      `${form.data.email} amministra la piattaforma.`,
      `Link per scegliere la password (vale ${passwordLinkHours} ore, una volta sola):`,
      address,
    ]
    return { code: 0, lines, json: { ok: true, personId, link: address } }
  },
}

function refused(reason: string, ...messages: string[]): Outcome {
  return { code: 1, lines: messages, json: { ok: false, reason, messages } }
}
