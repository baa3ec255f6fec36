import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createRoutesStub, RouterContextProvider } from 'react-router'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '~/features/auth/rules/grants'
import { signedInContext } from '~/features/auth/signed-in.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { requestContext } from '~/platform/http/request-context.server'
import { makePerson, password } from '../../../tests/setup/people'
import { answerPersonForm } from './pages/answer-person-form.server'
import AuditPage, { loader as readLog, action as searchLog } from './pages/audit-page'
import { action as addPerson } from './pages/new-person-page'
import PeoplePage, { loader as listPeople, action as searchPeople } from './pages/people-page'
import PersonPage, { loader as readPerson, shouldRevalidate } from './pages/person-page'

const admin: Grant = { role: 'admin', scope: { kind: 'region' }, startsOn: '2019-01-01' }
let actorId = ''

beforeAll(async () => {
  await loadTerritory()
  actorId = (await makePerson({ email: 'chi@moduli.example', roles: [admin] })).id
})

/** A form sent by the administrator, as an action gets it; without fields the page itself is asked for. */
function sent(fields?: Record<string, string>, { query = '', grants = [admin], id = '' } = {}) {
  const context = new RouterContextProvider()
  const { email, ...names } = { email: 'chi@moduli.example', firstName: 'Ada', lastName: 'Provati' }
  const person = { personId: actorId, sessionHash: 'x', email, ...names, profile: null, homeEntryId: null }
  context.set(signedInContext, { ...person, grants })
  context.set(requestContext, { requestId: 'TEST-0000', clientAddress: '127.0.0.1', nonce: 'x' })
  const url = new URL(`http://rotta.example/amministrazione${query}`)
  const request = new Request(url, fields && { method: 'POST', body: new URLSearchParams(fields) })
  return { request, context, url, params: { id }, pattern: '', unstable_pattern: '' }
}
const answer = async (personId: string, fields: Record<string, string>) => {
  const { request, context, url } = sent(fields)
  const { data, init } = await answerPersonForm({ request, context, url, personId })
  return { status: init?.status, conflict: data.conflict, reply: data.reply }
}

describe('what somebody else has taken meanwhile is a conflict: the form keeps what was typed', () => {
  test('an e-mail, of a person and of a new one', async () => {
    const person = await makePerson()
    const fields = { email: 'chi@moduli.example', firstName: 'Altro', lastName: 'Nome' }
    const reply = {
      error: { email: ['Questo indirizzo è già di un’altra persona: usane uno diverso'] },
      initialValue: fields,
    }
    const update = await answer(person.id, { intent: 'update-person', revision: '1', ...fields })
    expect(update).toMatchObject({ status: 409, conflict: false, reply })
    const added = await addPerson(sent(fields) as unknown as Parameters<typeof addPerson>[0])
    expect(added).toMatchObject({ init: { status: 409 }, data: reply })
  })

  test('a seat, and a role that is held already', async () => {
    const seat = { role: 'committee', scope: { kind: 'region' }, seat: 'anpal' } as const
    const [holder, other] = await Promise.all([makePerson({ roles: [seat] }), makePerson()])
    const fields = { role: 'committee', scope: 'region', seat: 'anpal', startsOn: '16/12/2019' }
    const grant = { intent: 'grant-role', password, ...fields }
    const taken = await answer(other.id, grant)
    expect(taken).toMatchObject({ status: 409, reply: { error: { seat: [/seggio/] }, initialValue: fields } })
    expect(taken.reply?.initialValue).not.toHaveProperty('password')
    const held = await answer(holder.id, grant)
    expect(held).toMatchObject({ status: 409, reply: { error: { role: [/già/] }, initialValue: fields } })
  })

  test('days of a period', async () => {
    const person = await makePerson({ homeEntryId: 'BG.cpi-albino' })
    const fields = { entryId: 'BG.cpi-lovere', startsOn: '16/12/2019', reason: 'Carichi di lavoro' }
    const record = { intent: 'record-posting', ...fields }
    await expect(answer(person.id, record)).rejects.toMatchObject({ status: 303 })
    const again = await answer(person.id, record)
    expect(again).toMatchObject({ status: 409, reply: { error: { startsOn: [/giorni/] }, initialValue: fields } })
  })

  test('the page is read anew only for an edit that met another', () => {
    const asked = (actionResult: unknown) =>
      shouldRevalidate({ actionResult, defaultShouldRevalidate: false } as Parameters<typeof shouldRevalidate>[0])
    expect([asked({ conflict: true }), asked({ conflict: false }), asked(undefined)]).toEqual([true, false, false])
  })
})

test('a role for oneself, and a role wider than its kind, stand in the form', async () => {
  const trainer = { intent: 'grant-role', role: 'trainer', scope: 'region', startsOn: '16/12/2019', password }
  const own = await answer(actorId, trainer)
  expect(own).toMatchObject({
    status: 403,
    reply: { error: { '': ['Un ruolo per te lo dà un altro amministratore'] } },
  })
  const other = await makePerson()
  expect(await answer(other.id, trainer)).toMatchObject({ status: 422, reply: { error: { scope: [/provincia/] } } })
})

test.each([
  ['malformed', 'mario.rossi', 'Scrivi l’indirizzo email così: nome@ente.it'],
  ['too long', `${'a'.repeat(250)}@ente.it`, 'L’indirizzo email è troppo lungo'],
  ['nobody’s', 'nessuno@ente.it', 'Nessuna persona ha questo indirizzo: controllalo'],
])('the search of the log: an e-mail that is %s', async (_, email, error) => {
  const answered = await searchLog(sent({ email }) as unknown as Parameters<typeof searchLog>[0])
  expect(answered).toMatchObject({ init: { status: 422 }, data: { typed: email, error } })
})

test('the search of people keeps what was too long', async () => {
  const cerca = 'a'.repeat(101)
  const answered = await searchPeople(sent({ cerca }) as unknown as Parameters<typeof searchPeople>[0])
  expect(answered).toMatchObject({ init: { status: 422 }, data: { typed: cerca, error: /100/ } })
})

/** The HTML of a page with what its loader and its action answered. */
function shown(page: unknown, loaderData: unknown, actionData?: unknown) {
  const Page = createRoutesStub([{ id: 'page', path: '/', Component: page as FunctionComponent<object> }])
  const hydrationData = { loaderData: { page: loaderData }, actionData: actionData ? { page: actionData } : null }
  return renderToStaticMarkup(createElement(Page, { hydrationData }))
}
const log = (query: string) => readLog(sent(undefined, { query }) as unknown as Parameters<typeof readLog>[0])
const people = () => listPeople(sent() as unknown as Parameters<typeof listPeople>[0])
const personOf = (id: string, grants = [admin]) =>
  readPerson(sent(undefined, { id, grants }) as unknown as Parameters<typeof readPerson>[0])

describe('the words of the pages', () => {
  test('the title of the log says when a filter is on', async () => {
    expect(shown(AuditPage, await log(''))).toMatch(/<h1[^>]*>\d+ att[oi] nel registro</)
    expect(shown(AuditPage, await log('?atto=password'))).toMatch(/<h1[^>]*>0 atti con questi filtri</)
    expect(shown(AuditPage, await log('?atto=posting'))).toMatch(/<h1[^>]*>1 atto con questi filtri</)
  })

  test('somebody without home is at no entry, not everywhere', async () => {
    const person = await makePerson({ firstName: 'Senza', lastName: 'Sede' })
    expect(shown(PeoplePage, await people())).toContain('Nessuna sede')
    expect(shown(PeoplePage, await people())).not.toContain('Tutta la regione')
    expect(shown(PersonPage, await personOf(person.id))).toMatch(/<h1[^>]*>Senza Sede<\/h1><p[^>]*>Nessuna sede</)
  })

  test('a search that was refused shows the list, the sentence and what was typed', async () => {
    const typed = 'a'.repeat(101)
    const html = shown(PeoplePage, await people(), { typed, error: 'Scrivi al massimo 100 caratteri', people: [] })
    expect(html).toContain(`value="${typed}"`)
    expect(html).toContain('Scrivi al massimo 100 caratteri')
    expect(html).not.toContain('Nessuna persona comincia')
  })

  test('what would be refused has no form: a role for oneself, anything for somebody above one’s reach', async () => {
    const own = shown(PersonPage, await personOf(actorId))
    expect(own).toContain('Un ruolo per te lo dà un altro amministratore')
    expect(own).not.toContain('Dai un ruolo')
    const above = await makePerson({ homeEntryId: 'BG.cpi-albino', roles: [admin] })
    const provincial: Grant = { ...admin, scope: { kind: 'province', province: 'BG' } }
    const intents = (html: string) => [...html.matchAll(/name="intent" value="([a-z-]+)"/g)].map(([, intent]) => intent)
    expect(intents(shown(PersonPage, await personOf(above.id, [provincial])))).toEqual([])
    expect(intents(shown(PersonPage, await personOf(above.id)))).toEqual(
      expect.arrayContaining(['update-person', 'grant-role', 'end-role', 'record-posting', 'make-link']),
    )
  })
})
