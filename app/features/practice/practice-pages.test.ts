import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { answered, sent, shown, trainerRole } from '../../../tests/setup/pages'
import { makePerson } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { log, practicalModule } from '../../../tests/setup/practice'
import { request } from '../../../tests/setup/requests'
import PracticePage, { loader as readPractice, action as sendPractice } from './pages/practice-page'
import ValidationPage, { action as decide, loader as readPending } from './pages/validation-page'

const grants = [trainerRole]
const today = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
}).format(new Date())
let versionId = ''
let trainer = ''

beforeAll(async () => {
  await loadTerritory()
  versionId = (await makePlan({ modules: [practicalModule({ slug: 'primo' }), practicalModule({ slug: 'secondo' })] }))
    .versionId
  trainer = (await makePerson({ firstName: 'Teo', lastName: 'Formatore' })).id
})

const learner = () => enrol({ versionId, homeEntryId: 'BG.cpi-albino' })
const form = { intent: 'log', moduleSlug: 'primo', heldOn: today, hours: '1,5', tasks: 'F3.1', alongside: 'operatore' }

describe('one’s own page', () => {
  const ownPage = async (id: string) => shown(PracticePage, await readPractice(sent(id)))

  test('logs, shows what waits and what was asked for, withdraws', async () => {
    const { personId } = await learner()
    const empty = await ownPage(personId)
    expect(empty).toContain('Ore sul lavoro: 0\u00a0h su 24\u00a0h')
    expect(empty).toContain('La pratica non è una valutazione')
    expect(empty).toContain('name="tasks"')
    const logged = await answered(() => sendPractice(sent(personId, { fields: form })))
    expect(logged).toEqual({ status: 303, to: '/pratica?fatto=annotate' })
    const html = await ownPage(personId)
    expect(html).toContain('1\u00a0h 30\u00a0min')
    expect(html).toContain('Da convalidare')
    const [entry] = await database.practiceEntry.findMany({ where: { enrolment: { personId } } })
    const fields = { intent: 'withdraw', entryId: entry?.id ?? '' }
    const withdrawn = await answered(() => sendPractice(sent(personId, { fields })))
    expect(withdrawn).toEqual({ status: 303, to: '/pratica?fatto=ritirate' })
    expect(await ownPage(personId)).toContain('Ritirata')
    expect((await answered(() => sendPractice(sent(personId, { fields })))).status).toBe(409)
    const other = (await learner()).personId
    expect((await answered(() => sendPractice(sent(other, { fields })))).status).toBe(404)
  })

  test.each([
    ['heldOn', { heldOn: '' }, 'Scrivi il giorno'],
    ['heldOn', { heldOn: '31/02/2026' }, 'Scrivi la data così: 16/12/2019'],
    ['heldOn', { heldOn: '01/01/2999' }, 'Scrivi un giorno già passato, o oggi'],
    ['heldOn', { heldOn: '01/01/2001' }, 'Scrivi un giorno da quando segui il piano'],
    ['hours', { hours: '-2' }, 'Scrivi le ore così: 2 oppure 1,5'],
    ['hours', { hours: '0' }, 'Scrivi quante ore: più di zero, e non più di 24'],
    ['hours', { hours: '25' }, 'Scrivi quante ore: più di zero, e non più di 24'],
    ['tasks', { tasks: 'F6.1' }, 'Scegli che cosa hai fatto, tra quello che il modulo allena'],
    ['alongside', { alongside: 'direttore' }, 'Scegli con chi eri'],
    ['moduleSlug', { moduleSlug: 'inventato' }, 'Scegli un modulo del tuo piano che chiede ore sul lavoro'],
    ['note', { note: 'Con RSSMRA80A01H501U' }, 'Togli il codice fiscale'],
  ])('says beside %s what to do, and keeps what was written (%j)', async (field, change, message) => {
    const { personId } = await learner()
    const fields = { ...form, ...change }
    const refused = await answered(() => sendPractice(sent(personId, { fields })))
    expect(refused.status).toBe(422)
    const html = shown(PracticePage, await readPractice(sent(personId)), refused.body)
    expect(html).toContain(message)
    expect(refused.body).toMatchObject({ reply: { error: { [field]: [expect.stringContaining(message)] } } })
    expect(html).toContain('value="F3.1"')
    expect(await database.practiceEntry.count({ where: { enrolment: { personId } } })).toBe(0)
  })

  test('without a plan there is nothing to log; for other roles it is closed', async () => {
    const alone = (await makePerson()).id
    expect(await ownPage(alone)).toContain('si annotano quando segui un piano')
    expect((await answered(() => sendPractice(sent(alone, { fields: form })))).status).toBe(409)
    expect((await answered(() => readPractice(sent(trainer, { grants })))).status).toBe(403)
    expect((await answered(() => sendPractice(sent(null, { fields: form })))).status).toBe(401)
  })
})

describe('the page of who validates', () => {
  const list = async (query = '') => shown(ValidationPage, await readPending(sent(trainer, { grants, query })))
  /** A form with several fields of one name, as ticks are. */
  const tick = (...ids: string[]) =>
    answered(() =>
      decide(
        request(
          { id: trainer, grants },
          {
            path: '/pratica/convalida?provincia=BG',
            fields: [['intent', 'validate'], ...ids.map((id): [string, string] => ['entries', id])],
          },
        ),
      ),
    )

  test('lists by person, validates several in one form, and comes back with its filters', async () => {
    const one = await learner()
    const ids = [await log(one), await log(one, { minutes: 30 })]
    const html = await list()
    for (const id of ids) expect(html).toContain(`value="${id}"`)
    expect(html).toContain('La pratica non è una valutazione')
    expect(await tick()).toMatchObject({ status: 422, body: { refused: 'Scegli almeno una voce' } })
    const to = '/pratica/convalida?provincia=BG&fatto=convalidate&voci=2'
    expect(await tick(...ids)).toEqual({ status: 303, to })
    expect(await list('?fatto=convalidate&voci=2')).toContain('2 voci convalidate: le ore contano da adesso.')
    expect(await list()).not.toContain(`value="${ids[0]}"`)
    const done = await list('?stato=convalidate')
    expect(done).toContain('Ada Provati')
    expect(done).toContain('Revoca la convalida')
  })

  test('names what changed meanwhile: 409 when nothing could be done, 200 when the rest was', async () => {
    const one = await learner()
    const [first, second] = [await log(one), await log(one, { minutes: 30 })]
    await tick(first)
    const nothing = await tick(first)
    expect(nothing.status).toBe(409)
    expect(shown(ValidationPage, await readPending(sent(trainer, { grants })), nothing.body)).toMatch(
      /Ada Provati, \d\d\/\d\d\/\d{4}: intanto è cambiata, ora è «convalidata»/,
    )
    const rest = await tick(first, second)
    expect(rest.status).toBe(200)
    expect(rest.body).toMatchObject({ outcome: { validated: 1, leftOut: [{ entryId: first }] } })
  })

  test('sends back and revokes with a reason', async () => {
    const one = await learner()
    const entryId = await log(one)
    const send = (fields: Record<string, string>) => answered(() => decide(sent(trainer, { grants, fields })))
    const empty = await send({ intent: 'return', entryId })
    expect(empty).toMatchObject({ status: 422, body: { reply: { error: { reason: ['Scrivi che cosa non va'] } } } })
    expect(shown(ValidationPage, await readPending(sent(trainer, { grants })), empty.body)).toContain(
      'Scrivi che cosa non va',
    )
    const back = { intent: 'return', entryId, reason: 'Il giorno non torna' }
    expect(await send(back)).toEqual({ status: 303, to: '/pratica/convalida?fatto=rimandata' })
    expect((await send(back)).status).toBe(409)
    const own = shown(PracticePage, await readPractice(sent(one.personId)))
    expect(own).toContain('Il giorno non torna')
    expect(own).toContain('Teo Formatore')
    const other = await log(one)
    await tick(other)
    const revoke = { intent: 'revoke', entryId: other, reason: 'Era un altro giorno' }
    expect(await send(revoke)).toEqual({ status: 303, to: '/pratica/convalida?fatto=revocata' })
    expect(shown(PracticePage, await readPractice(sent(one.personId)))).toContain('Convalida revocata')
  })

  test('out of scope 404, one’s own 403, other roles 403', async () => {
    const one = await learner()
    const entryId = await log(one)
    const como: Grant[] = [{ ...trainerRole, scope: { kind: 'province', province: 'CO' } }]
    const fields = { intent: 'return', entryId, reason: 'Il giorno non torna' }
    const by = (id: string, roles: Grant[] | undefined) =>
      answered(() => decide(sent(id, { fields, ...(roles && { grants: roles }) })))
    expect((await by(trainer, como)).status).toBe(404)
    expect((await by(one.personId, grants)).status).toBe(403)
    expect((await by(one.personId, undefined)).status).toBe(403)
    const html = shown(ValidationPage, await readPending(sent(trainer, { grants: como })))
    expect(html).not.toContain(entryId)
    expect(await database.practiceEntry.findUnique({ where: { id: entryId } })).toMatchObject({ state: 'pending' })
  })
})
