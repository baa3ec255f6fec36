import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createRoutesStub, RouterContextProvider } from 'react-router'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '~/features/auth/rules/grants'
import { signedInContext } from '~/features/auth/signed-in.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database } from '~/platform/database/client.server'
import { requestContext } from '~/platform/http/request-context.server'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { answerEnrolmentForm } from './pages/answer-enrolment-form.server'
import EnrolmentPage, { loader as readPage } from './pages/enrolment-page'

const manager: Grant = { role: 'plan-manager', scope: { kind: 'region' }, startsOn: '2019-01-01' }
const inBergamo: Grant = { ...manager, scope: { kind: 'province', province: 'BG' } }
let versionId = ''

beforeAll(async () => {
  await loadTerritory()
  const hours = { navigator: { online: 1, classroom: 2, remote: 0, collaborative: 0, onTheJob: 0 } }
  versionId = (await makePlan({ modules: [someModule({ slug: 'primo', hours }), someModule({ slug: 'secondo' })] }))
    .versionId
})

type Asked = { grants?: Grant[]; query?: string; as?: string }
function sent(
  id: string,
  fields?: Record<string, string>,
  { grants = [manager], query = '', as = 'gestore' }: Asked = {},
) {
  const context = new RouterContextProvider()
  const names = { email: 'gestore@rotta.example', firstName: 'Gea', lastName: 'Stori' }
  context.set(signedInContext, { personId: as, sessionHash: 'x', ...names, profile: null, homeEntryId: null, grants })
  context.set(requestContext, { requestId: 'TEST-0000', clientAddress: '127.0.0.1', nonce: 'x' })
  const url = new URL(`http://rotta.example/gestione/iscrizioni/${id}${query}`)
  const request = new Request(url, fields && { method: 'POST', body: new URLSearchParams(fields) })
  return { request, context, url, params: { id }, pattern: '', unstable_pattern: '' }
}
const read = (id: string, asked: Asked = {}) =>
  readPage(sent(id, undefined, asked) as unknown as Parameters<typeof readPage>[0])
async function answer(id: string, fields: Record<string, string>, asked: Asked = {}) {
  const { request, context } = sent(id, fields, asked)
  const { data, init } = await answerEnrolmentForm({ request, context, enrolmentId: id })
  return { status: init?.status, ...data }
}

function shown(loaderData: unknown, actionData?: unknown) {
  const Component = EnrolmentPage as unknown as FunctionComponent<object>
  const Page = createRoutesStub([{ id: 'page', path: '/', Component }])
  const hydrationData = { loaderData: { page: loaderData }, actionData: actionData ? { page: actionData } : null }
  return renderToStaticMarkup(createElement(Page, { hydrationData }))
}

const recognition = {
  intent: 'recognise',
  moduleSlug: 'primo',
  subject: 'classroom',
  hours: '1,5',
  occurredOn: '02/05/2018',
  reason: 'Corso regionale del 2018',
  document: 'Prot. 1234/2018',
}

describe('what who manages the plan sees', () => {
  test('completion, lessons and hours by name; no test, no score, no observation', async () => {
    const enrolled = await enrol({ versionId, homeEntryId: 'BG.cpi-albino' })
    await record(enrolled, { moduleSlug: 'secondo', kind: 'lesson', subject: 'lezione-1' })
    await record(enrolled, { moduleSlug: 'secondo', kind: 'lesson', subject: 'lezione-2' })
    await record(enrolled, { moduleSlug: 'primo', kind: 'hours', subject: 'classroom', minutes: 90 })
    const before = JSON.stringify(await read(enrolled.enrolmentId))
    await record(enrolled, {
      moduleSlug: 'primo',
      kind: 'assessment',
      subject: 'tentativo-segreto',
      payload: { score: 7 },
    })
    await record(enrolled, { moduleSlug: 'primo', kind: 'observation', subject: 'osservazione-segreta' })
    const loaded = await read(enrolled.enrolmentId)
    expect(JSON.stringify(loaded)).toBe(before)
    const html = shown(loaded)
    expect(html).toContain('Ada Provati: 0 moduli completati su 2')
    expect(html).toContain('2 su 2')
    expect(html).toMatch(/1\s*h 30\s*min su 3\s*h/)
    expect(html).not.toMatch(/segret|Superato/)

    await record(enrolled, { moduleSlug: 'secondo', kind: 'assessment', subject: 'tentativo' })
    expect(shown(await read(enrolled.enrolmentId))).toMatch(/1 modulo completato su 2.*Completato il/s)
  })

  test('absent and out of reach are the same 404, to read and to write', async () => {
    const { enrolmentId } = await enrol({ versionId, homeEntryId: 'BS.cpi-brescia' })
    const asked = { grants: [inBergamo] }
    const notThere = { init: { status: 404 } }
    for (const id of [enrolmentId, 'nessuna']) {
      await expect(read(id, asked)).rejects.toMatchObject(notThere)
      for (const intent of ['leave', 'return', 'recognise', 'correct', 'altro']) {
        await expect(answer(id, { intent, reason: 'Prova' }, asked)).rejects.toMatchObject(notThere)
      }
    }
    expect(await database.enrolmentEvent.count({ where: { enrolmentId } })).toBe(1)
  })

  test('not for those who do not manage the plan', async () => {
    const { enrolmentId } = await enrol({ versionId })
    const grants: Grant[] = (['learner', 'trainer', 'centre-manager', 'committee', 'admin'] as const).map((role) => ({
      ...manager,
      role,
    }))
    await expect(read(enrolmentId, { grants })).rejects.toMatchObject({ init: { status: 403 } })
    await expect(answer(enrolmentId, { intent: 'return' }, { grants })).rejects.toMatchObject({ init: { status: 403 } })
  })
})

describe('the forms', () => {
  test('leave and return', async () => {
    const { enrolmentId } = await enrol({ versionId })
    const empty = await answer(enrolmentId, { intent: 'leave', reason: ' ' })
    expect(empty).toMatchObject({ status: 422, reply: { error: { reason: ['Scrivi il motivo in poche parole'] } } })
    await expect(answer(enrolmentId, { intent: 'leave', reason: 'Cambio di incarico' })).rejects.toMatchObject({
      status: 303,
    })
    const twice = await answer(enrolmentId, { intent: 'leave', reason: 'Cambio di incarico' })
    expect(twice).toMatchObject({ status: 409, reply: { error: { '': [/già lasciato/] } } })
    const html = shown(await read(enrolmentId), twice)
    expect(html).toContain('Motivo: Cambio di incarico')
    expect(html).not.toContain('Riconosci un’attività')
    await expect(answer(enrolmentId, { intent: 'return' })).rejects.toMatchObject({ status: 303 })
    expect(await answer(enrolmentId, { intent: 'return' })).toMatchObject({ status: 409 })
  })

  test.each([
    ['a codice fiscale', 'reason', 'Corso di RSSMRA80A01F205X', /codice fiscale/],
    ['an e-mail', 'reason', 'Chiedere a mario@ente.it', /email/],
    ['a codice fiscale', 'document', 'Fascicolo RSSMRA80A01F205X', /codice fiscale/],
    ['no document', 'document', '', /documento/],
    ['no reason', 'reason', '', /perché/],
    ['no module', 'moduleSlug', '', /modulo/],
    ['another module', 'moduleSlug', 'terzo', /modulo/],
    ['a subject that is none', 'subject', 'online', /riconosci/],
    ['hours in letters', 'hours', 'due', /ore così/],
    ['too many hours', 'hours', '2,5', /ore/],
    ['hours for a test', 'subject', 'assessment', /ore/],
    ['a day that is none', 'occurredOn', '31/02/2018', /data così/],
    ['a day to come', 'occurredOn', '01/01/2999', /futuro/],
  ])('recognising with %s (%s) keeps what was typed', async (_, field, value, message) => {
    const { enrolmentId } = await enrol({ versionId })
    const fields: Record<string, string> = { ...recognition, [field]: value }
    const refused = await answer(enrolmentId, fields)
    const where = field === 'subject' && value === 'assessment' ? 'hours' : field
    expect(refused).toMatchObject({ status: 422, reply: { error: { [where]: [message] } } })
    expect(refused.reply?.initialValue).toMatchObject({ subject: fields.subject })
    expect(shown(await read(enrolmentId), refused)).toMatch(/r-sum/)
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(0)
  })

  test('recognise, correct and cancel: what was written stays', async () => {
    const { enrolmentId } = await enrol({ versionId })
    await expect(answer(enrolmentId, recognition)).rejects.toMatchObject({ status: 303 })
    const [row] = (await read(enrolmentId)).recognitions
    expect(row).toMatchObject({ minutes: 90, stands: true, reason: recognition.reason, document: recognition.document })
    const correction = { intent: 'correct', evidenceId: row?.id ?? '', hours: '1', reason: 'Contate male' }
    expect(await answer(enrolmentId, { ...correction, hours: '9' })).toMatchObject({
      status: 422,
      target: row?.id,
      reply: { error: { hours: [/ore/] } },
    })
    await expect(answer(enrolmentId, correction)).rejects.toMatchObject({ status: 303 })
    const late = await answer(enrolmentId, correction)
    expect(late).toMatchObject({ status: 409 })
    expect(shown(await read(enrolmentId), late)).toContain('già stato corretto')
    const [corrected] = (await read(enrolmentId)).recognitions
    await expect(
      answer(enrolmentId, { ...correction, evidenceId: corrected?.id ?? '', hours: '' }),
    ).rejects.toMatchObject({ status: 303 })
    const { recognitions, modules } = await read(enrolmentId)
    expect(recognitions.map(({ stands, isVoid, minutes }) => [stands, isVoid, minutes])).toEqual([
      [false, true, null],
      [false, false, 60],
      [false, false, 90],
    ])
    expect(modules[0]?.minutesDone).toBe(0)
    await expect(answer(enrolmentId, { ...correction, evidenceId: 'altra' })).rejects.toMatchObject({
      init: { status: 404 },
    })
  })

  test('the same twice is a conflict', async () => {
    const { enrolmentId } = await enrol({ versionId })
    const lessons = { ...recognition, subject: 'lessons', hours: '' }
    await expect(answer(enrolmentId, lessons)).rejects.toMatchObject({ status: 303 })
    expect(await answer(enrolmentId, lessons)).toMatchObject({ status: 409, reply: { error: { subject: [/già/] } } })
  })

  test('one’s own is refused', async () => {
    const { enrolmentId, personId } = await enrol({ versionId })
    expect(await answer(enrolmentId, recognition, { as: personId })).toMatchObject({ status: 403 })
    expect(shown(await read(enrolmentId, { as: personId }))).not.toContain('Riconosci un’attività')
  })

  test('an intent that is none', async () => {
    const { enrolmentId } = await enrol({ versionId })
    const refused = await answer(enrolmentId, { intent: 'altro' })
    expect(refused).toMatchObject({ status: 422, intent: null })
    expect(shown(await read(enrolmentId), refused)).toContain('Non abbiamo capito la richiesta')
  })
})
