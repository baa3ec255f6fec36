import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createRoutesStub, RouterContextProvider } from 'react-router'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '~/features/auth/rules/grants'
import { signedInContext } from '~/features/auth/signed-in.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database } from '~/platform/database/client.server'
import { requestContext } from '~/platform/http/request-context.server'
import { makePerson } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { findActiveEnrolment } from './enrolment.queries.server'
import GroupPage, { loader as readGroup, action as sendGroup } from './pages/enrol-group-page'
import ListPage, { loader as readList, action as sendList } from './pages/enrolments-page'

const manager: Grant = { role: 'plan-manager', scope: { kind: 'region' }, startsOn: '2019-01-01' }
const inBergamo: Grant = { ...manager, scope: { kind: 'province', province: 'BG' } }
let versionId = ''

beforeAll(loadTerritory)

function sent(
  fields?: Record<string, string>,
  { query = '', grants = [manager] }: { query?: string; grants?: Grant[] } = {},
) {
  const context = new RouterContextProvider()
  const names = { email: 'gestore@rotta.example', firstName: 'Gea', lastName: 'Stori' }
  context.set(signedInContext, {
    personId: 'gestore',
    sessionHash: 'x',
    ...names,
    profile: null,
    homeEntryId: null,
    grants,
  })
  context.set(requestContext, { requestId: 'TEST-0000', clientAddress: '127.0.0.1', nonce: 'x' })
  const url = new URL(`http://rotta.example/gestione/iscrizioni${query}`)
  const request = new Request(url, fields && { method: 'POST', body: new URLSearchParams(fields) })
  return { request, context, url, params: {}, pattern: '', unstable_pattern: '' }
}
const list = (...args: Parameters<typeof sent>) => readList(sent(...args) as unknown as Parameters<typeof readList>[0])
const post = (...args: Parameters<typeof sent>) => sendList(sent(...args) as unknown as Parameters<typeof sendList>[0])
const group = (...args: Parameters<typeof sent>) =>
  readGroup(sent(...args) as unknown as Parameters<typeof readGroup>[0])
const postGroup = (...args: Parameters<typeof sent>) =>
  sendGroup(sent(...args) as unknown as Parameters<typeof sendGroup>[0])

/** The text of a page with what its loader and its action answered. */
function shown(page: unknown, loaderData: unknown, actionData?: unknown) {
  const Page = createRoutesStub([{ id: 'page', path: '/', Component: page as FunctionComponent<object> }])
  const hydrationData = { loaderData: { page: loaderData }, actionData: actionData ? { page: actionData } : null }
  return renderToStaticMarkup(createElement(Page, { hydrationData }))
}

test('before a version is in force, the pages say when enrolling begins', async () => {
  const html = shown(ListPage, await list())
  expect(html).toContain('Nessuna persona segue il piano')
  expect(html).toContain('quando la Cabina di Regia approva una versione')
  expect(html).not.toContain('/gestione/iscrizioni/gruppo')
  const asked = await group(undefined, { query: '?luogo=province:BG' })
  expect(asked).toMatchObject({ init: { status: 409 }, data: { error: /Nessuna versione/ } })
  versionId = (await makePlan()).versionId
})

describe('the search', () => {
  test('finds by name and offers to enrol; who is enrolled is told from who is not', async () => {
    const person = await makePerson({ lastName: 'Zambelli', profile: 'navigator', roles: [{ role: 'learner' }] })
    const before = await post({ intent: 'search', cerca: 'zamb' })
    expect(before).toMatchObject({ data: { typed: 'zamb', people: [{ id: person.id, enrolments: [] }] } })
    const { data } = before as { data: unknown }
    expect(shown(ListPage, await list(), data)).toMatch(
      /Iscrivi<span class="visually-hidden"> Ada Zambelli<\/span> al piano/,
    )

    const enrolled = post({ intent: 'enrol', personId: person.id, cerca: 'zamb' })
    await expect(enrolled).rejects.toMatchObject({ status: 303 })
    const { id } = (await findActiveEnrolment(person.id)) ?? { id: '' }
    const again = await post({ intent: 'enrol', personId: person.id, cerca: 'zamb' })
    expect(again).toMatchObject({ init: { status: 409 }, data: { refused: /segue già il piano/, typed: 'zamb' } })
    const html = shown(ListPage, await list(), (again as { data: unknown }).data)
    expect(html).toContain(`/gestione/iscrizioni/${id}`)
    expect(html).not.toContain('al piano</')
    expect(html).toContain('Una persona segue il piano')
  })

  test('who is out of reach, or not there, is the same 404', async () => {
    const person = await makePerson({
      profile: 'navigator',
      homeEntryId: 'BS.cpi-brescia',
      roles: [{ role: 'learner' }],
    })
    for (const personId of [person.id, 'nessuno', '']) {
      await expect(post({ intent: 'enrol', personId }, { grants: [inBergamo] })).rejects.toMatchObject({
        init: { status: 404 },
      })
    }
  })

  test('too long keeps what was typed; another intent is not understood', async () => {
    const cerca = 'a'.repeat(101)
    expect(await post({ intent: 'search', cerca })).toMatchObject({
      init: { status: 422 },
      data: { typed: cerca, error: /100/ },
    })
    expect(await post({ intent: 'altro' })).toMatchObject({ init: { status: 422 }, data: { refused: /capito/ } })
  })
})

describe('a group', () => {
  test('shows the numbers first; the button enrols, and says how many', async () => {
    await makePerson({ profile: 'navigator', homeEntryId: 'BG.cpi-albino', roles: [{ role: 'learner' }] })
    await makePerson({ profile: 'operatore', homeEntryId: 'BG.cpi-albino', roles: [{ role: 'learner' }] })
    const query = '?luogo=entry:BG.cpi-albino&profilo=navigator'
    const { data } = (await group(undefined, { query })) as { data: unknown }
    expect(data).toMatchObject({ group: { toEnrol: 1, already: 0, versionId } })
    expect(shown(GroupPage, data)).toContain('Iscrivi 1 persona')
    expect(await database.enrolment.count({ where: { person: { homeEntryId: 'BG.cpi-albino' } } })).toBe(0)

    const fields = { luogo: 'entry:BG.cpi-albino', profilo: '', versionId }
    const done = (await postGroup(fields, { query }).catch((thrown: unknown) => thrown)) as Response
    expect(done.status).toBe(303)
    expect(done.headers.get('Location')).toBe('/gestione/iscrizioni?fatto=gruppo&iscritte=2&sede=BG.cpi-albino')
    const html = shown(ListPage, await list(undefined, { query: '?fatto=gruppo&iscritte=2&sede=BG.cpi-albino' }))
    expect(html).toContain('2 persone iscritte al piano.')
    expect(shown(ListPage, await list(undefined, { query: '?fatto=gruppo&iscritte=0' }))).toContain(
      'non è cambiato nulla',
    )
    expect((await list(undefined, { query: '?fatto=gruppo&iscritte=molte' })).message).toBeNull()
    const after = (await group(undefined, { query })) as { data: unknown }
    expect(shown(GroupPage, after.data)).toContain('Non c’è nessuno da iscrivere')
    expect(shown(GroupPage, after.data)).not.toContain('name="versionId"')
  })

  test('another version meanwhile: nothing happens, and the numbers are read anew', async () => {
    const fields = { luogo: 'province:BG', versionId: 'altra' }
    expect(await postGroup(fields)).toMatchObject({ init: { status: 409 }, data: { refused: /altra versione/ } })
  })

  test('without a place the form says so; a place out of reach or not there is the same 404', async () => {
    expect(await group()).toMatchObject({ data: { group: null, error: '' } })
    expect(await group(undefined, { query: '?profilo=navigator' })).toMatchObject({
      init: { status: 422 },
      data: { error: 'Scegli una sede o una provincia' },
    })
    for (const luogo of ['province:MI', 'province:XX', 'entry:BG.cpi-altrove', 'region']) {
      const notThere = { init: { status: 404 } }
      await expect(group(undefined, { query: `?luogo=${luogo}`, grants: [inBergamo] })).rejects.toMatchObject(notThere)
      await expect(postGroup({ luogo, versionId }, { grants: [inBergamo] })).rejects.toMatchObject(notThere)
    }
    expect(await postGroup({})).toMatchObject({ init: { status: 422 } })
  })
})

test('not for those who do not manage the plan', async () => {
  const grants: Grant[] = (['learner', 'trainer', 'centre-manager', 'committee', 'admin'] as const).map((role) => ({
    ...manager,
    role,
  }))
  const closed = { init: { status: 403 } }
  await expect(list(undefined, { grants })).rejects.toMatchObject(closed)
  await expect(post({ intent: 'search' }, { grants })).rejects.toMatchObject(closed)
  await expect(group(undefined, { grants })).rejects.toMatchObject(closed)
  await expect(postGroup({}, { grants })).rejects.toMatchObject(closed)
})
