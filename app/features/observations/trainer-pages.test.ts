import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { makeTrainer, observedLearner, signedObservation, someBody, someForm } from '../../../tests/setup/observations'
import { answered, type Sent, sent, shown, trainerRole } from '../../../tests/setup/pages'
import { password } from '../../../tests/setup/people'
import { draftValues } from './draft-values'
import CorrectPage, { action as correct, loader as readCorrect } from './pages/correct-page'
import DraftPage, { loader as readDraft, action as write } from './pages/draft-page'
import NewObservationPage, { action as begin, loader as readNew } from './pages/new-observation-page'
import ObservationsPage, { loader as readLists } from './pages/observations-page'
import { action as saveChange } from './pages/save-draft-change'
import SignPage, { loader as readSign, action as sign } from './pages/sign-page'

const grants = [trainerRole]
const como: Grant[] = [{ ...trainerRole, scope: { kind: 'province', province: 'CO' } }]
let trainerId = ''

beforeAll(async () => {
  await loadTerritory()
  trainerId = (await makeTrainer()).id
})

const by = <Args>(traits: Sent, personId = trainerId) => sent<Args>(personId, { grants, ...traits })
/** Each request with a sign-in's limit of its own comes from the same address: few enough wrong ones. */
const start = (enrolmentId: string, fields: Record<string, string> = {}) => {
  const given = { intent: 'start', enrolmentId, moduleSlug: 'primo', kind: 'simulation', observedOn: '02/03/2026' }
  return answered(() => begin(by({ fields: { ...given, ...fields } })))
}
async function begun() {
  const learner = await observedLearner()
  const { to } = await start(learner.enrolmentId)
  const id = to?.split('/')[2] ?? ''
  return { id, params: { id }, learner }
}
const whole = { ...someBody(someForm(), 'navigator'), kind: 'simulation' as const, observedOn: '2026-03-02' }
const fieldsOf = (revision: number, more: Record<string, string> = {}) => {
  const values = Object.entries(draftValues(whole)).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return { ...Object.fromEntries(values), revision: String(revision), ...more }
}
async function ready() {
  const draft = await begun()
  const { to } = await answered(() => write(by({ params: draft.params, fields: fieldsOf(1, { intent: 'review' }) })))
  expect(to).toBe(`/osservazioni/${draft.id}/firma`)
  return draft
}
const bodyOf = async (id: string) => (await database.observationDraft.findUnique({ where: { id } }))?.body ?? ''

describe('beginning', () => {
  test('a search by POST, the modules of the person, the form', async () => {
    const { enrolmentId, personId } = await observedLearner()
    await observedLearner()
    const found = await answered(() => begin(by({ fields: { intent: 'search', cerca: 'prova' } })))
    const page = await readNew(by({}))
    expect(shown(NewObservationPage, page, found.body)).toContain(`iscrizione=${enrolmentId}`)
    expect((await answered(() => begin(by({ fields: { intent: 'search', cerca: 'x'.repeat(101) } })))).status).toBe(422)
    const only = await answered(() => begin(by({ fields: { intent: 'search', cerca: `${personId}@` } })))
    expect(only).toEqual({ status: 303, to: `/osservazioni/nuova?iscrizione=${enrolmentId}` })
    const modules = shown(NewObservationPage, await readNew(by({ query: `?iscrizione=${enrolmentId}` })))
    expect(modules).toContain('modulo=primo')
    const form = shown(NewObservationPage, await readNew(by({ query: `?iscrizione=${enrolmentId}&modulo=primo` })))
    expect(form).toContain('name="informed"')
  })

  test('out of scope, oneself, an invented module: as if they were not there', async () => {
    const { enrolmentId, personId } = await observedLearner()
    const query = `?iscrizione=${enrolmentId}`
    expect((await answered(() => readNew(by({ query, grants: como })))).status).toBe(404)
    expect((await answered(() => readNew(by({ query }, personId)))).status).toBe(404)
    expect((await answered(() => readNew(by({ query: `${query}&modulo=inventato` })))).status).toBe(404)
    const search = { intent: 'search', cerca: 'provati' }
    const { body } = await answered(() => begin(by({ fields: search, grants: como })))
    expect(JSON.stringify(body)).not.toContain(enrolmentId)
    const fields = { intent: 'start', enrolmentId, moduleSlug: 'primo', kind: 'real', observedOn: '02/03/2026' }
    expect((await answered(() => begin(by({ fields, grants: como })))).status).toBe(404)
    expect((await answered(() => begin(by({ fields }, personId)))).status).toBe(403)
    expect((await answered(() => begin(sent(trainerId, { fields })))).status).toBe(403)
    expect(await database.observationDraft.count({ where: { enrolmentId } })).toBe(0)
  })

  test('a day that does not fit is said beside the day, what was written kept', async () => {
    const { enrolmentId } = await observedLearner()
    for (const observedOn of ['02/03/2999', '02/03/2020', 'ieri']) {
      const { status, body } = await start(enrolmentId, { observedOn })
      expect(status).toBe(422)
      expect(body).toMatchObject({
        start: { error: { observedOn: [expect.any(String)] }, initialValue: { observedOn } },
      })
    }
    expect(await start(enrolmentId)).toMatchObject({ status: 303 })
    expect((await start(enrolmentId)).to).toContain('fatto=ripresa')
  })
})

describe('writing', () => {
  test('the form saves without script, and what is missing is named field by field', async () => {
    const { id, params } = await begun()
    const fields = { revision: '1', strength: 'Ascolta', 'ratings.C1.rating': 'partly' }
    const saved = await answered(() => write(by({ params, fields: { ...fields, intent: 'save' } })))
    expect(saved).toEqual({ status: 303, to: `/osservazioni/${id}/compila?fatto=salvata` })
    const html = shown(DraftPage, await readDraft(by({ params })))
    expect(html).toContain('Ascolta')
    expect(html).toContain('Nota, da scrivere')
    const review = await answered(() => write(by({ params, fields: { ...fields, revision: '2', intent: 'review' } })))
    expect(review.status).toBe(422)
    const answer = review.body as { errors: Record<string, string[]>; saved: boolean }
    expect(answer.saved).toBe(true)
    expect(Object.keys(answer.errors)).toEqual([
      'ratings.C1.note',
      'ratings.C2.rating',
      'ratings.C3.rating',
      'ratings.C4.rating',
      'level',
      'change',
      'action',
      'actionOn',
    ])
    expect(shown(DraftPage, await readDraft(by({ params })), review.body)).toContain(
      'Per firmare manca ancora qualcosa',
    )
  })

  test('a codice fiscale is refused beside its field, what was typed kept, nothing saved', async () => {
    const { id, params } = await begun()
    const before = await bodyOf(id)
    const fields = { revision: '1', intent: 'save', level: '3', strength: 'Vedi RSSMRA80A01H501U' }
    const refused = await answered(() => write(by({ params, fields })))
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: { strength: [expect.stringMatching(/codice fiscale/)] } },
    })
    const html = shown(DraftPage, await readDraft(by({ params })), refused.body)
    expect(html).toContain('RSSMRA80A01H501U')
    const byScript = await answered(() => saveChange(by({ params, fields })))
    expect(byScript.status).toBe(422)
    expect(await bodyOf(id)).toBe(before)
  })

  test('a number like a telephone’s is warned of, and saved', async () => {
    const { params } = await begun()
    const fields = { revision: '1', intent: 'save', strength: 'chiamare 333 1234567' }
    expect((await answered(() => write(by({ params, fields })))).status).toBe(303)
    expect(shown(DraftPage, await readDraft(by({ params })))).toContain('Sembra un numero di telefono')
  })

  test('a change by script is answered with the revision; in two windows with both states', async () => {
    const { params } = await begun()
    const save = (revision: number, strength: string) =>
      answered(() => saveChange(by({ params, fields: { revision: String(revision), strength } })))
    expect(await save(1, 'Una')).toMatchObject({
      status: 200,
      body: { revision: 2, at: expect.stringMatching(/^alle/) },
    })
    expect(await save(1, 'Altra')).toMatchObject({ status: 409, body: { revision: 2, stored: { strength: 'Una' } } })
    const fields = { revision: '1', intent: 'save', strength: 'Altra' }
    const plain = await answered(() => write(by({ params, fields })))
    expect(plain.status).toBe(409)
    const html = shown(DraftPage, await readDraft(by({ params })), plain.body)
    expect(html).toContain('in un’altra finestra')
    expect(html).toContain('value="2"')
  })

  test('another’s draft, and an invented one, are not there', async () => {
    const { id, params } = await begun()
    const other = (await makeTrainer({ lastName: 'Altro' })).id
    const fields = fieldsOf(1, { intent: 'save', password })
    for (const work of [
      () => readDraft(by({ params }, other)),
      () => write(by({ params, fields }, other)),
      () => write(by({ params, fields: { intent: 'discard' } }, other)),
      () => saveChange(by({ params, fields }, other)),
      () => readSign(by({ params }, other)),
      () => sign(by({ params, fields }, other)),
      () => readDraft(by({ params: { id: 'inventata' } })),
    ]) {
      expect((await answered(work)).status).toBe(404)
    }
    expect(await bodyOf(id)).not.toContain('Ha ascoltato')
    expect(await answered(() => write(by({ params, fields: { intent: 'discard' } })))).toEqual({
      status: 303,
      to: '/osservazioni?fatto=eliminata',
    })
    expect((await answered(() => write(by({ params, fields: {} })))).status).toBe(404)
  })

  test('whose learner has moved away says so, and has no signature', async () => {
    const { params, learner } = await ready()
    const home = { homeEntryId: 'CO.cpi-como' }
    await transact((tx) => tx.person.update({ where: { id: learner.personId }, data: home }))
    expect(shown(DraftPage, await readDraft(by({ params })))).toContain('non si può più firmare')
    expect(shown(SignPage, await readSign(by({ params })))).not.toContain('name="password"')
    const fields = { password, revision: '2' }
    expect((await answered(() => sign(by({ params, fields })))).status).toBe(409)
  })
})

describe('signing', () => {
  test('the summary, a wrong password, the signature, and no second one', async () => {
    const { id, params } = await ready()
    const html = shown(SignPage, await readSign(by({ params })))
    expect(html).toContain('vale per il modulo')
    expect(html).toContain('4 su 4')
    const wrong = await answered(() => sign(by({ params, fields: { password: 'sbagliata', revision: '2' } })))
    expect(wrong).toMatchObject({ status: 422, body: { error: { password: [expect.any(String)] } } })
    expect(JSON.stringify(wrong.body)).not.toContain('sbagliata"')
    expect((await answered(() => sign(by({ params, fields: { revision: '2' } })))).status).toBe(422)
    expect((await answered(() => sign(by({ params, fields: { password, revision: '1' } })))).status).toBe(409)
    const fields = { password, revision: '2' }
    const signed = await answered(() => sign(by({ params, fields })))
    expect(signed).toEqual({ status: 303, to: `/osservazioni/${id}?fatto=firmata` })
    expect((await answered(() => sign(by({ params, fields })))).status).toBe(409)
    expect((await answered(() => readSign(by({ params })))).status).toBe(404)
    expect((await answered(() => saveChange(by({ params, fields: fieldsOf(2) })))).status).toBe(409)
  })

  test('an incomplete draft leads back to its form', async () => {
    const { id, params } = await begun()
    expect(await answered(() => readSign(by({ params })))).toEqual({ status: 303, to: `/osservazioni/${id}/compila` })
    expect((await answered(() => sign(by({ params, fields: { password, revision: '1' } })))).status).toBe(422)
  })
})

describe('putting right', () => {
  test('a correction asks for its reason; it leads to what was signed', async () => {
    const learner = await observedLearner()
    const id = await signedObservation(learner, trainerId)
    const begun = await answered(() => correct(by({ params: { id }, fields: { intent: 'correct' } })))
    const params = { id: begun.to?.split('/')[2] ?? '' }
    expect(shown(DraftPage, await readDraft(by({ params })))).toContain('Correggi un’osservazione firmata')
    expect(shown(SignPage, await readSign(by({ params })))).toContain('Perché correggi')
    const fields = { password, revision: '1' }
    expect((await answered(() => sign(by({ params, fields })))).status).toBe(422)
    const signed = await answered(() => sign(by({ params, fields: { ...fields, reason: 'Criterio sbagliato' } })))
    expect(signed).toEqual({ status: 303, to: `/osservazioni/${params.id}?fatto=corretta` })
    expect(await answered(() => readCorrect(by({ params: { id } })))).toEqual({
      status: 303,
      to: `/osservazioni/${id}`,
    })
    expect((await answered(() => correct(by({ params: { id }, fields: { intent: 'correct' } })))).status).toBe(409)
  })

  test('voiding asks for reason and password, of one’s own alone', async () => {
    const id = await signedObservation(await observedLearner(), trainerId)
    const params = { id }
    expect(shown(CorrectPage, await readCorrect(by({ params })))).toContain('Annulla l’osservazione')
    const other = (await makeTrainer({ lastName: 'Altro' })).id
    const fields = { intent: 'void', reason: 'Persona sbagliata', password }
    expect((await answered(() => correct(by({ params, fields }, other)))).status).toBe(404)
    expect((await answered(() => correct(by({ params, fields: { intent: 'void' } })))).status).toBe(422)
    expect((await answered(() => correct(by({ params, fields: { ...fields, password: 'no' } })))).status).toBe(422)
    expect(await answered(() => correct(by({ params, fields })))).toEqual({
      status: 303,
      to: `/osservazioni/${id}?fatto=annullata`,
    })
    expect((await answered(() => correct(by({ params, fields })))).status).toBe(409)
  })
})

describe('the lists', () => {
  test('each role has its own section; a centre manager sees no draft and no text', async () => {
    const learner = await observedLearner({ homeEntryId: 'LC.cpi-lecco' })
    const id = await signedObservation(learner, trainerId)
    const { id: draftId } = await begun()
    const address = `/osservazioni/${id}`
    const trainer = shown(ObservationsPage, await readLists(by({})))
    expect(trainer).toContain(`href="${address}"`)
    expect(trainer).toContain(`href="/osservazioni/${draftId}/compila"`)
    expect(trainer).toMatch(/sched[ae] da finire/)
    const own = shown(ObservationsPage, await readLists(sent(learner.personId)))
    expect(own).toContain(`href="${address}"`)
    expect(own).toContain('1 osservazione da vedere')
    expect(own).not.toContain('/osservazioni/nuova')
    const centre: Grant[] = [{ ...trainerRole, role: 'centre-manager', scope: { kind: 'province', province: 'LC' } }]
    const data = await readLists(sent('responsabile', { grants: centre }))
    expect(shown(ObservationsPage, data)).toContain(`href="${address}"`)
    expect(shown(ObservationsPage, data)).not.toContain('Presa visione')
    expect(JSON.stringify(data)).not.toContain('Ha ascoltato')
    const elsewhere: Grant[] = [{ ...trainerRole, role: 'centre-manager', scope: { kind: 'province', province: 'SO' } }]
    expect(shown(ObservationsPage, await readLists(sent('altro', { grants: elsewhere })))).not.toContain(address)
    const plan: Grant[] = [{ ...trainerRole, role: 'plan-manager' }]
    expect((await answered(() => readLists(sent('gestore', { grants: plan })))).status).toBe(403)
  })
})
