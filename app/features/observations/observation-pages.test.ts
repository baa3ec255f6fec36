import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant, Role, Scope } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { bergamo, makeTrainer, observedLearner, signedObservation, trainerAt } from '../../../tests/setup/observations'
import { answered, sent, shown } from '../../../tests/setup/pages'
import { password } from '../../../tests/setup/people'
import { acknowledgeObservation } from './acknowledge-observation.server'
import { observationDetails } from './observation-details.server'
import ObservationPage, { action as answer, loader as readObservation } from './pages/observation-page'
import ReviewsPage, { loader as readReviews } from './pages/reviews-page'
import { voidObservation } from './void-observation.server'

const albino: Scope = { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }
const como: Scope = { kind: 'province', province: 'CO' }
const region: Scope = { kind: 'region' }
const grant = (role: Role, scope: Scope = bergamo): Grant[] => [{ role, scope, startsOn: '2019-01-01' }]

/** What the learner, the author and a reviewer alone may read, in the fixture’s words. */
const notes = [
  'Nota su C2',
  'Ha ascoltato fino in fondo',
  'Riassumere prima di chiudere',
  'Rileggere la scheda con chi affianca',
  'In una stanza',
]
const disagreement = 'L’operatore mi aveva chiesto di intervenire'
let author = ''
let second = ''

beforeAll(async () => {
  await loadTerritory()
  author = (await makeTrainer()).id
  second = (await makeTrainer({ lastName: 'Secondo' })).id
})

async function signed({ disagreed = false } = {}) {
  const learner = await observedLearner()
  const body = { setting: 'In una stanza' }
  const id = await signedObservation(learner, author, { ratings: { C2: 'partly' }, body })
  if (disagreed) await acknowledgeObservation(learner.authority, id, { verdict: 'disagreed', comment: disagreement })
  return { learner, id }
}
type Reader = { personId: string | null; grants: Grant[] }
const read = (id: string, { personId, grants }: Reader, query = '') =>
  answered(() => readObservation(sent(personId, { grants, params: { id }, query })))
const send = (id: string, { personId, grants }: Reader, fields: Record<string, string>) =>
  answered(() => answer(sent(personId, { grants, params: { id }, fields })))
const as = (personId: string, role: Role, scope?: Scope): Reader => ({ personId, grants: grant(role, scope) })
/** The page as HTML, and what its `.data` would carry. */
async function textsFor(id: string, reader: Reader): Promise<string[]> {
  const { status, body } = await read(id, reader)
  expect(status).toBe(200)
  return [JSON.stringify(body), shown(ObservationPage, body)]
}
const found = (texts: string[], wanted: string[]) =>
  wanted.filter((one) => texts.some((text) => text.replaceAll('&#x27;', "'").includes(one)))

describe('who sees what of a signed observation', () => {
  test('learner and author: all of it, with the receipt', async () => {
    const { learner, id } = await signed()
    const row = await database.observation.findUniqueOrThrow({ where: { id } })
    for (const reader of [
      as(learner.personId, 'learner', albino),
      as(author, 'trainer'),
      as(author, 'trainer', como),
    ]) {
      const texts = await textsFor(id, reader)
      expect(found(texts, notes)).toEqual(notes)
      const html = texts[1] ?? ''
      expect(found([html], [row.digest, 'Teo Formatore', 'Vale per il modulo', 'Fare con verifica'])).toHaveLength(4)
      expect(found([html], ['Lo fa in parte.', 'Tutti raggiunti', '4 su 4, ne servono almeno 3'])).toHaveLength(3)
      expect(html).toContain('87 %, il piano chiede almeno 70 %')
      expect(found(texts, ['salt', 'payloadDigest'])).toEqual([])
    }
  })

  test.each<[string, () => Reader]>([
    ['a second trainer of the place', () => as(second, 'trainer')],
    ['a second trainer of the whole region', () => as(second, 'trainer', region)],
    ['the manager of the centre', () => as(randomUUID(), 'centre-manager', albino)],
    ['the manager of all centres of the province', () => as(randomUUID(), 'centre-manager', bergamo)],
  ])('%s: outcome and level, nothing of the texts', async (_, reader) => {
    const { id } = await signed()
    const texts = await textsFor(id, reader())
    expect(found(texts, [...notes, 'Nota', '"rating', '"note', 'strength', 'digest'])).toEqual([])
    expect(found(texts, ['Ada Provati', 'Teo Formatore'])).toHaveLength(2)
    expect(texts[1]).toContain('Vale per il modulo')
    expect(texts[1]).toContain('Fare con verifica')
    expect(texts[1]).not.toContain('Ricevuta')
  })

  test('while a disagreement is open a second trainer reads all, a manager does not; then the reviewer alone', async () => {
    const { learner, id } = await signed({ disagreed: true })
    const all = [...notes, disagreement]
    expect(found(await textsFor(id, as(second, 'trainer')), all)).toEqual(all)
    expect(found(await textsFor(id, as(learner.personId, 'learner', albino)), all)).toEqual(all)
    const manager = await textsFor(id, as(randomUUID(), 'centre-manager', albino))
    expect(found(manager, all)).toEqual([])
    expect(manager[1]).toContain('si ferma soltanto l’attestato')
    const decision = { intent: 'review', verdict: 'confirmed', comment: 'Il criterio dice proprio questo', password }
    expect(await send(id, as(second, 'trainer'), decision)).toMatchObject({ status: 303 })
    const decided = [...all, 'Il criterio dice proprio questo']
    for (const reader of [as(second, 'trainer'), as(author, 'trainer'), as(learner.personId, 'learner', albino)]) {
      expect(found(await textsFor(id, reader), decided)).toEqual(decided)
    }
    const third = (await makeTrainer({ lastName: 'Terzo' })).id
    expect(found(await textsFor(id, as(third, 'trainer')), [...decided, 'confirmed'])).toEqual([])
  })

  test.each<[string, () => Reader, number]>([
    ['another learner', () => as(randomUUID(), 'learner', albino), 404],
    ['a trainer of elsewhere', () => as(second, 'trainer', como), 404],
    ['a manager of elsewhere', () => as(randomUUID(), 'centre-manager', como), 404],
    ['a plan manager', () => as(randomUUID(), 'plan-manager', region), 403],
    ['a seat of the Cabina', () => as(randomUUID(), 'committee', region), 403],
    ['an administrator', () => as(randomUUID(), 'admin', region), 403],
    ['a trainer whose role has ended', () => ended(author), 403],
    ['nobody', () => ({ personId: null, grants: [] }), 303],
  ])('%s: nothing, also while a disagreement is open', async (_, reader, status) => {
    const { id } = await signed({ disagreed: true })
    const got = await read(id, reader())
    expect(got.status).toBe(status)
    expect(found([JSON.stringify(got)], [...notes, disagreement, 'Provati'])).toEqual([])
    const posted = await send(id, reader(), { intent: 'acknowledge', verdict: 'acknowledged' })
    expect(posted.status).toBe(status === 303 ? 401 : status)
    expect(await database.observationResponse.count({ where: { observationId: id } })).toBe(1)
  })

  const ended = (personId: string): Reader => ({
    personId,
    grants: [{ role: 'trainer', scope: bergamo, startsOn: '2019-01-01', endsOn: '2020-01-01' }],
  })
})

describe('what stands at other addresses', () => {
  test('one’s own draft leads to where it is written; another’s, and what is not there, is not there', async () => {
    const learner = await observedLearner()
    const id = randomUUID()
    const place = { enrolmentId: learner.enrolmentId, moduleSlug: 'primo', observerId: author }
    const draft = { id, ...place, body: '{}', createdAt: new Date(), updatedAt: new Date() }
    await transact((tx) => tx.observationDraft.create({ data: draft }))
    expect(await read(id, as(author, 'trainer'))).toEqual({ status: 303, to: `/osservazioni/${id}/compila` })
    for (const reader of [as(second, 'trainer'), as(learner.personId, 'learner', albino)]) {
      expect((await read(id, reader)).status).toBe(404)
      expect((await read('inventata', reader)).status).toBe(404)
    }
    expect((await send(id, as(author, 'trainer'), { intent: 'review' })).status).toBe(404)
  })

  test('corrections lead to each other; a row that voids leads to what it voids', async () => {
    const { learner, id } = await signed()
    const correcting = await signedObservation(learner, author, { corrects: id })
    const reader = as(learner.personId, 'learner', albino)
    const [, before = ''] = await textsFor(id, reader)
    expect(found([before], ['è stata corretta', `href="/osservazioni/${correcting}"`])).toHaveLength(2)
    expect(before).not.toContain('name="verdict"')
    const [, after = ''] = await textsFor(correcting, reader)
    expect(found([after], ['È una correzione', `href="/osservazioni/${id}"`, 'name="verdict"'])).toHaveLength(3)
    await voidObservation(trainerAt(author), correcting, 'Ho scelto la persona sbagliata')
    const voiding = await database.observation.findUniqueOrThrow({ where: { corrects: correcting } })
    expect(await read(voiding.id, reader)).toEqual({ status: 303, to: `/osservazioni/${correcting}` })
    expect((await read(voiding.id, as(second, 'trainer', como))).status).toBe(404)
    expect((await textsFor(correcting, reader))[1]).toContain('Ho scelto la persona sbagliata')
    const outcome = await textsFor(correcting, as(second, 'trainer'))
    expect(outcome[1]).toContain('è stata annullata')
    expect(found(outcome, ['Ho scelto la persona sbagliata'])).toEqual([])
  })
})

describe('the learner’s answer on the page', () => {
  test('is asked for beside its field, kept when it is refused, given once', async () => {
    const { learner, id } = await signed()
    const reader = as(learner.personId, 'learner', albino)
    const acknowledge = (fields: Record<string, string>) => send(id, reader, { intent: 'acknowledge', ...fields })
    expect(await acknowledge({})).toMatchObject({
      status: 422,
      body: { reply: { error: { verdict: ['Scegli se sei d’accordo'] } } },
    })
    for (const [comment, message] of [
      ['', 'Scrivi perché non sei d’accordo'],
      ['Parla con mario.rossi@posta.example', 'Togli l’indirizzo email'],
      ['È RSSMRA80A01H501U', 'Togli il codice fiscale'],
      ['x'.repeat(1001), '1000 caratteri'],
    ]) {
      const refused = await acknowledge({ verdict: 'disagreed', comment: comment ?? '' })
      expect(refused.status).toBe(422)
      expect(JSON.stringify(refused.body)).toContain(message)
      const page = await read(id, reader)
      if (comment) expect(shown(ObservationPage, page.body, refused.body)).toContain(comment.slice(0, 40))
    }
    const contradicting = await acknowledge({ verdict: 'acknowledged', comment: 'Però non è andata così' })
    expect(contradicting).toMatchObject({ status: 422 })
    expect(JSON.stringify(contradicting.body)).toContain('Il commento si registra solo se non sei d’accordo')
    expect(await database.observationResponse.count({ where: { observationId: id } })).toBe(0)
    expect((await send(id, reader, {})).status).toBe(422)
    expect(await acknowledge({ verdict: 'disagreed', comment: disagreement })).toEqual({
      status: 303,
      to: `/osservazioni/${id}?fatto=disaccordo`,
    })
    const again = await acknowledge({ verdict: 'disagreed', comment: 'Ancora una cosa' })
    expect(again).toMatchObject({ status: 409, body: { conflict: { written: 'Ancora una cosa' } } })
    const after = await read(id, reader, '?fatto=disaccordo')
    const html = shown(ObservationPage, after.body, again.body)
    expect(html).toContain('Ancora una cosa')
    expect(html).not.toContain('name="verdict"')
    expect(shown(ObservationPage, after.body)).toContain('sarà riesaminata')
  })

  test('is nobody else’s to give', async () => {
    const { id } = await signed()
    for (const reader of [as(author, 'trainer'), as(randomUUID(), 'centre-manager', albino)]) {
      expect((await textsFor(id, reader))[1]).not.toContain('name="verdict"')
      expect((await send(id, reader, { intent: 'acknowledge', verdict: 'acknowledged' })).status).toBe(403)
    }
    const both = { personId: author, grants: [...grant('trainer'), ...grant('learner', albino)] }
    expect((await send(id, both, { intent: 'acknowledge', verdict: 'acknowledged' })).status).toBe(404)
  })
})

describe('the review on the page', () => {
  test('asks for decision, reason and password; is listed until it is decided', async () => {
    const { id } = await signed({ disagreed: true })
    const reader = as(second, 'trainer')
    const list = async (who = reader) =>
      shown(ReviewsPage, await readReviews(sent(who.personId, { grants: who.grants })))
    expect(await list()).toContain(`href="/osservazioni/${id}"`)
    expect(await list(as(author, 'trainer'))).not.toContain(id)
    const review = (fields: Record<string, string>, who = reader) => send(id, who, { intent: 'review', ...fields })
    const empty = await review({})
    expect(empty.status).toBe(422)
    expect(Object.keys((empty.body as { reply: { error: object } }).reply.error)).toEqual([
      'verdict',
      'comment',
      'password',
    ])
    const decided = { verdict: 'overturned', comment: 'Ha ragione', password }
    const wrong = await review({ ...decided, password: 'sbagliata' })
    expect(wrong).toMatchObject({ status: 422, body: { reply: { initialValue: { comment: 'Ha ragione' } } } })
    expect(JSON.stringify(wrong)).not.toContain('sbagliata"')
    expect((await review(decided, as(author, 'trainer'))).status).toBe(403)
    expect((await review(decided, as(randomUUID(), 'centre-manager', albino))).status).toBe(403)
    expect(await database.observation.count({ where: { corrects: id } })).toBe(0)
    expect(await review(decided)).toEqual({ status: 303, to: `/osservazioni/${id}?fatto=riesame` })
    const again = await review(decided)
    expect(again).toMatchObject({ status: 409, body: { conflict: { written: 'Ha ragione' } } })
    expect(await list()).not.toContain(id)
    expect((await textsFor(id, reader))[1]).toContain('Il riesame l’ha annullata')
  })

  test('the list is for trainers', async () => {
    for (const role of ['learner', 'centre-manager', 'plan-manager', 'committee', 'admin'] as const) {
      const got = await answered(() => readReviews(sent(second, { grants: grant(role, region) })))
      expect(got.status).toBe(403)
    }
  })

  test('comes in pages', async () => {
    const page = await readReviews(sent(second, { grants: grant('trainer'), query: '?pagina=2' }))
    expect(page).toMatchObject({ page: 2, rows: [], more: false })
    const invented = await readReviews(sent(second, { grants: grant('trainer'), query: '?pagina=-3' }))
    expect(invented.page).toBe(1)
  })
})

test('texts that retention has erased are said to be gone', async () => {
  expect(await observationDetails(null, undefined)).toBe('erased')
  const { id } = await signed()
  const { body } = await read(id, as(author, 'trainer'))
  const { observation } = body as { observation: object }
  const html = shown(ObservationPage, { observation: { ...observation, details: 'erased' }, message: null })
  expect(html).toContain('non sono più conservate')
  expect(html).toContain('Vale per il modulo')
})
