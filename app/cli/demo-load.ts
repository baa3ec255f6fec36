import { createPerson } from '~/features/administration/create-person.server'
import { grantRole } from '~/features/administration/grant-role.server'
import { makePasswordLink } from '~/features/administration/make-password-link.server'
import { findPersonByEmail } from '~/features/administration/person-by-email.queries.server'
import { authoriseOperator } from '~/features/auth/authorise.server'
import { redeemPasswordLink } from '~/features/auth/password-links.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { dayOf } from '~/lib/dates'
import type { Result } from '~/lib/result'
import { database, transact } from '~/platform/database/client.server'
import { migrateDatabase } from '~/platform/database/migrate.server'
import { environment } from '~/platform/environment.server'
import { demoPassword } from '../../scripts/demo-sign-ins.mjs'
import type { Command } from './command'
import { demoPeople } from './demo-people'
import { loadDemoPlan } from './demo-plan'

const requestId = 'CLI-DEMO'

export const demoLoad: Command = {
  words: ['demo', 'load'],
  options: { 'solo-persone': { type: 'boolean' } },
  usage: 'demo load [--solo-persone]',
  summary: 'Carica persone e piano della demo, inventati, in un database vuoto. Ripetuto, non cambia nulla.',
  async run(values) {
    migrateDatabase(environment.DATABASE_URL)
    const demo = await database.setting.findUnique({ where: { key: 'demo' }, select: { value: true } })
    if (!demo && (await database.person.count()) > 0) {
      const message = 'Questo database contiene persone vere: la demo si carica solo in un database vuoto.'
      return { code: 1, lines: [message], json: { ok: false, reason: 'not-empty' } }
    }
    const now = new Date()
    // First of all the mark: a load that was interrupted is a demo too, and goes on from where it stopped.
    if (!demo) await transact((tx) => tx.setting.create({ data: { key: 'demo', value: now.toISOString() } }))
    await loadTerritory()
    let loaded = 0
    for (const person of demoPeople) {
      if (!(await isComplete(person.email))) {
        await load(person, now)
        loaded += 1
      }
    }
    if (!values['solo-persone']) await loadDemoPlan(now)
    const line = loaded === 0 ? 'La demo era già caricata.' : `Demo caricata: ${loaded} persone inventate.`
    return { code: 0, lines: [line], json: { ok: true, loaded } }
  },
}

async function isComplete(email: string) {
  return (await findPersonByEmail(email, dayOf(new Date())))?.hasPassword ?? false
}

/** By the product's own commands, so that what they leave behind is what they would leave for real people. */
async function load({ grant, ...person }: (typeof demoPeople)[number], now: Date) {
  const write = authoriseOperator('people.write', requestId, now)
  const known = await findPersonByEmail(person.email, dayOf(now))
  const personId = known?.id ?? must(await createPerson(write, person))
  if (!known?.hasRole) {
    must(
      await grantRole(authoriseOperator('roles.grant', requestId, now), personId, { ...grant, startsOn: dayOf(now) }),
    )
  }
  const token = must(await makePasswordLink(write, personId))
  must(await redeemPasswordLink(token, demoPassword, requestId, now))
}

function must<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value
  throw new Error(`La demo non si carica: ${result.message}`)
}
