import { createPerson } from '~/features/administration/create-person.server'
import { grantRole } from '~/features/administration/grant-role.server'
import { makePasswordLink } from '~/features/administration/make-password-link.server'
import { findPersonByEmail } from '~/features/administration/person-by-email.queries.server'
import { authoriseOperator } from '~/features/auth/authorise.server'
import { redeemPasswordLink } from '~/features/auth/password-links.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { dayOf } from '~/lib/dates'
import type { Result } from '~/lib/result'
import { database } from '~/platform/database/client.server'
import { migrateDatabase } from '~/platform/database/migrate.server'
import { environment } from '~/platform/environment.server'
import { demoPassword } from '../../scripts/demo-sign-ins.mjs'
import type { Command } from './command'
import { findAnchor, markDemo } from './demo-anchor'
import { calendarUntil, momentAt } from './demo-history/calendar'
import { loadHistory } from './demo-history/load-history'
import { demoPeople } from './demo-people'
import { approveDemoPlan, enrolDemoLearners, submitSecondVersion } from './demo-plan'

const requestId = 'CLI-DEMO'
/** When the plan comes into force, in working days of the history. */
const planApprovedAt = 2.2

export const demoLoad: Command = {
  words: ['demo', 'load'],
  options: { 'solo-persone': { type: 'boolean' }, 'senza-storia': { type: 'boolean' } },
  usage: 'demo load [--solo-persone | --senza-storia]',
  summary:
    'Carica persone, piano e cinque mesi di storia della demo, inventati, in un database vuoto. Ripetuto, non cambia nulla.',
  async run(values) {
    migrateDatabase(environment.DATABASE_URL)
    const known = await database.setting.findUnique({ where: { key: 'demo' }, select: { key: true } })
    if (!known && (await database.person.count()) > 0) {
      const message = 'Questo database contiene persone vere: la demo si carica solo in un database vuoto.'
      return { code: 1, lines: [message], json: { ok: false, reason: 'not-empty' } }
    }
    const alone = values['solo-persone'] === true
    const wantsHistory = !alone && values['senza-storia'] !== true
    // First of all the mark: a load that was interrupted is a demo too, and goes on from where it stopped.
    if (!known) await markDemo(new Date(), wantsHistory)
    await loadTerritory()
    // What was begun without a history stays so: its people, and what visitors did, are of that day.
    const anchor = await findAnchor()
    const loaded = anchor ? await loadWithHistory(anchor, wantsHistory, alone) : await loadSmall(new Date(), alone)
    const lines = [loaded === 0 ? 'La demo era già caricata.' : `Demo caricata: ${loaded} persone inventate.`]
    if (wantsHistory && !anchor) {
      lines.push('Questa demo è nata senza storia: per averla, carica la demo in un database nuovo.')
    }
    return { code: 0, lines, json: { ok: true, loaded, history: anchor !== undefined } }
  },
}

/** @returns how many people were loaded now */
async function loadSmall(now: Date, alone: boolean): Promise<number> {
  const loaded = await loadNine(now)
  if (alone) return loaded
  await approveDemoPlan(now)
  await enrolDemoLearners(now)
  await submitSecondVersion(now)
  return loaded
}

/** As loadSmall, but the nine and the plan are there since the history began, which is loaded after them. */
async function loadWithHistory(anchor: Date, wanted: boolean, alone: boolean): Promise<number> {
  const calendar = calendarUntil(anchor)
  const loaded = await loadNine(momentAt(calendar, 0) ?? anchor)
  if (alone) return loaded
  await approveDemoPlan(momentAt(calendar, planApprovedAt) ?? anchor)
  const history = wanted ? await loadHistory(anchor) : null
  await submitSecondVersion(anchor)
  return loaded + (history?.people ?? 0)
}

async function loadNine(now: Date): Promise<number> {
  let loaded = 0
  for (const person of demoPeople) {
    if (await isComplete(person.email)) continue
    await load(person, now)
    loaded += 1
  }
  return loaded
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
