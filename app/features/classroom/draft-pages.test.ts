import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { answered, sent, shown, trainerRole } from '../../../tests/setup/pages'
import { makePerson, password } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { practicalModule } from '../../../tests/setup/practice'
import { draftRow, written } from '../../../tests/setup/registers'
import { request } from '../../../tests/setup/requests'
import { draftFields } from './draft-saver'
import DraftPage, { loader as readDraft, action as sendDraft } from './pages/draft-page'
import DraftSheetPage, { loader as readDraftSheet } from './pages/draft-sheet-page'
import RegisterPage, { loader as readRegister } from './pages/register-page'
import RegisterSheetPage, { loader as readSheet } from './pages/register-sheet-page'
import { action as newRegister } from './pages/registers-page'
import { action as saveDraft } from './pages/save-draft'
import { rowKey } from './rules/read-register'
import type { RegisterDraftBody } from './rules/register'

const grants = [trainerRole]
const managerRole: Grant = { ...trainerRole, role: 'plan-manager', scope: { kind: 'region' } }
let versionId = ''
let address = 0

beforeAll(async () => {
  await loadTerritory()
  versionId = (await makePlan({ modules: [practicalModule({ slug: 'primo' })] })).versionId
})

const learner = (homeEntryId = 'BG.cpi-albino') => enrol({ versionId, homeEntryId })
const trainer = async () => (await makePerson({ firstName: 'Teo', lastName: 'Formatore' })).id

/** Sends the form of a draft as the browser does: all of what was written, and the button pressed. */
function press(
  id: string,
  draftId: string,
  {
    body,
    revision,
    act,
    ...more
  }: { body: RegisterDraftBody; revision: number; act: string } & Record<string, unknown>,
) {
  const fields = draftFields(body, revision)
  fields.set('act', act)
  for (const [name, value] of Object.entries(more)) fields.set(name, String(value))
  // Every request from an address of its own: limits of attempts count by it.
  address += 1
  const args = { path: `/aula/bozze/${draftId}`, params: { id: draftId }, fields: [...fields] as [string, string][] }
  return answered(() => sendDraft(request({ id, grants }, { ...args, clientAddress: `10.0.0.${address}` })))
}

async function begin(id: string) {
  const opened = await answered(() => newRegister(sent(id, { grants, fields: {} })))
  return String(opened.to).replace('/aula/bozze/', '')
}
const stored = async (id: string) => {
  const row = await database.registerDraft.findUniqueOrThrow({ where: { id } })
  return { revision: row.revision, body: JSON.parse(row.body) as RegisterDraftBody }
}

describe('filling in a register', () => {
  test('from an empty one to the signature: a whole centre, somebody by name, minutes, receipt', async () => {
    const id = await trainer()
    const [here, there] = [await learner('BG.cpi-lovere'), await learner('BG.cpi-treviglio')]
    const draftId = await begin(id)
    const page = async (answer?: unknown) =>
      shown(DraftPage, await readDraft(sent(id, { grants, params: { id: draftId } })), answer)
    expect(await page()).toContain('Registro da firmare')
    const first = written({ rows: [] })
    const added = await press(id, draftId, { body: first, revision: 1, act: 'add-entry', entryId: 'BG.cpi-lovere' })
    expect(added).toEqual({ status: 303, to: `/aula/bozze/${draftId}?fatto=aggiunte&persone=1` })
    expect((await stored(draftId)).body).toEqual({ ...first, rows: [draftRow(here.enrolmentId)] })

    const search = await press(id, draftId, { ...(await stored(draftId)), act: 'search', cerca: 'prov' })
    expect(search.status).toBe(200)
    expect(await page(search.body)).toContain(`value="add:${there.enrolmentId}"`)
    await press(id, draftId, { ...(await stored(draftId)), act: `add:${there.enrolmentId}` })
    const html = await page()
    expect(html).toContain('CPI Lovere')
    expect(html).toContain('CPI Treviglio')
    expect(html).toContain('Chi c’era: 2 su 2 persone')
    expect(html.match(/name="rows\[\d\]\.minutes"[^>]*value="120"/g)).toHaveLength(2)

    const { body, revision } = await stored(draftId)
    const less = { ...body, rows: [draftRow(here.enrolmentId), draftRow(there.enrolmentId, { minutes: '60' })] }
    const incomplete = await press(id, draftId, { body: less, revision, act: 'sign', password })
    expect(incomplete.status).toBe(422)
    expect(await page(incomplete.body)).toContain('Scrivi perché i minuti sono meno della durata')
    const whole = {
      ...less,
      rows: [draftRow(here.enrolmentId), draftRow(there.enrolmentId, { minutes: '60', reason: 'Treno' })],
    }
    const unsigned = await press(id, draftId, { body: whole, revision: revision + 1, act: 'sign' })
    expect(unsigned).toMatchObject({ status: 422, body: { errors: { password: 'Scrivi la tua password' } } })
    const wrong = await press(id, draftId, { body: whole, revision: revision + 2, act: 'sign', password: 'sbagliata' })
    expect(wrong).toMatchObject({
      status: 422,
      body: { errors: { password: expect.stringContaining('non è giusta') } },
    })
    expect(await page(wrong.body)).not.toContain('sbagliata')
    expect(await database.register.count({ where: { trainerId: id } })).toBe(0)
    // What was written is kept, whatever became of the signature.
    expect((await stored(draftId)).body).toEqual(whole)
    const done = await press(id, draftId, { body: whole, revision: revision + 2, act: 'sign', password })
    expect(done).toEqual({ status: 303, to: `/aula/${draftId}?fatto=firmato` })

    const again = await press(id, draftId, { body: whole, revision: revision + 2, act: 'sign', password })
    expect(again.status).toBe(409)
    const register = shown(RegisterPage, await readRegister(sent(id, { grants, params: { id: draftId } })))
    const { digest } = await database.register.findUniqueOrThrow({ where: { id: draftId } })
    for (const text of [digest, 'CPI Lovere', 'Treno', '60 (1\u00a0h)', 'Registrata, riga'])
      expect(register).toContain(text)
    expect(await answered(() => readDraft(sent(id, { grants, params: { id: draftId } })))).toEqual({
      status: 303,
      to: `/aula/${draftId}`,
    })
  })

  test('the signature sheet is there before and after: names, empty lines, lines to sign', async () => {
    const id = await trainer()
    const { enrolmentId } = await learner()
    const draftId = await begin(id)
    await press(id, draftId, { body: written({ rows: [enrolmentId], place: 'Aula 2' }), revision: 1, act: 'save' })
    const before = shown(DraftSheetPage, await readDraftSheet(sent(id, { grants, params: { id: draftId } })))
    for (const text of ['Ada Provati', 'Aula 2', 'Modulo primo', 'Firma all’entrata', 'Firma di Ada Provati']) {
      expect(before).toContain(text)
    }
    expect(before.match(/Riga da compilare/g)).toHaveLength(5)
    await press(id, draftId, { ...(await stored(draftId)), act: 'sign', password })
    const after = shown(RegisterSheetPage, await readSheet(sent(id, { grants, params: { id: draftId } })))
    const { digest } = await database.register.findUniqueOrThrow({ where: { id: draftId } })
    for (const text of ['Ada Provati', '>120<', digest, 'Firma di Teo Formatore']) expect(after).toContain(text)
  })

  test('is saved by its script as it is written, and a second tab is noticed', async () => {
    const id = await trainer()
    const draftId = await begin(id)
    const save = (body: RegisterDraftBody, revision: number) =>
      answered(() =>
        saveDraft(
          request(
            { id, grants },
            {
              path: '/',
              params: { id: draftId },
              fields: [...draftFields(body, revision)] as [string, string][],
            },
          ),
        ),
      )
    const one = written({ rows: [], title: 'uno' })
    expect(await save(one, 1)).toMatchObject({
      status: 200,
      body: { revision: 2, at: expect.stringMatching(/^\d+\.\d\d$/) },
    })
    expect(await save(written({ rows: [], title: 'due' }), 1)).toMatchObject({ status: 409 })
    expect(await save(written({ rows: [], title: 'RSSMRA80A01H501U' }), 2)).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('codice fiscale') },
    })
    expect((await stored(draftId)).body).toEqual(one)
    const typed = written({ rows: [], title: 'due' })
    const conflict = await press(id, draftId, { body: typed, revision: 1, act: 'save' })
    expect(conflict).toMatchObject({ status: 409, body: { typed } })
    const html = shown(DraftPage, await readDraft(sent(id, { grants, params: { id: draftId } })), conflict.body)
    expect(html).toContain('value="due"')
    expect(html).toContain('Intanto questa bozza è stata cambiata in un’altra scheda')
  })

  test('takes out people, keeps nothing that names a client, and can be thrown away', async () => {
    const id = await trainer()
    const { enrolmentId } = await learner()
    const draftId = await begin(id)
    await press(id, draftId, { body: written({ rows: [enrolmentId] }), revision: 1, act: 'save' })
    const named = written({ rows: [draftRow(enrolmentId, { minutes: '10', reason: 'Con RSSMRA80A01H501U' })] })
    const refused = await press(id, draftId, { body: named, revision: 2, act: 'save' })
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: { [rowKey(enrolmentId)]: expect.stringContaining('codice fiscale') } },
    })
    expect(shown(DraftPage, await readDraft(sent(id, { grants, params: { id: draftId } })), refused.body)).toContain(
      'RSSMRA80A01H501U',
    )
    expect(JSON.stringify(await stored(draftId))).not.toContain('RSSMRA')
    await press(id, draftId, { ...(await stored(draftId)), act: 'remove', removed: enrolmentId })
    expect((await stored(draftId)).body.rows).toEqual([])
    expect(await press(id, draftId, { ...(await stored(draftId)), act: 'discard' })).toEqual({
      status: 303,
      to: '/aula?fatto=eliminata',
    })
    expect(await database.registerDraft.count({ where: { id: draftId } })).toBe(0)
  })

  test('people out of scope cannot be added, found, nor seen, nor their centre', async () => {
    const id = await trainer()
    const far = await learner('CO.cpi-como')
    await transact((tx) =>
      tx.person.update({ where: { id: far.personId }, data: { lastName: 'Lontani', surnameKey: 'lontani ada' } }),
    )
    const draftId = await begin(id)
    const body = written({ rows: [] })
    expect((await press(id, draftId, { body, revision: 1, act: 'add-entry', entryId: 'CO.cpi-como' })).status).toBe(422)
    const { revision } = await stored(draftId)
    expect((await press(id, draftId, { body, revision, act: `add:${far.enrolmentId}` })).status).toBe(404)
    const search = await press(id, draftId, { body, revision, act: 'search', cerca: 'lont' })
    expect(search.body).toMatchObject({ found: { people: [] } })
    // A forged form may hold any id: it tells no name.
    await press(id, draftId, { body: written({ rows: [far.enrolmentId] }), revision, act: 'save' })
    const html = shown(DraftPage, await readDraft(sent(id, { grants, params: { id: draftId } })))
    expect(html).not.toContain('Lontani')
    expect(html).toContain('Una persona che ora è fuori dalle tue sedi')
  })

  test('of somebody else it is not there, for other roles it is closed', async () => {
    const [id, other] = [await trainer(), await trainer()]
    const draftId = await begin(id)
    const params = { id: draftId }
    for (const act of ['save', 'sign', 'search', 'add-entry', 'remove', 'discard', 'inventato']) {
      const answer = await press(other, draftId, { body: written({ rows: [] }), revision: 1, act, password })
      expect(`${act} ${answer.status}`).toBe(`${act} 404`)
    }
    expect((await answered(() => readDraft(sent(other, { grants, params })))).status).toBe(404)
    expect((await answered(() => readDraftSheet(sent(other, { grants, params })))).status).toBe(404)
    expect((await answered(() => readDraft(sent(other, { grants: [managerRole], params })))).status).toBe(403)
    expect((await answered(() => newRegister(sent(other, { fields: {} })))).status).toBe(403)
    expect((await answered(() => newRegister(sent(null, { fields: {} })))).status).toBe(401)
    expect((await press(id, draftId, { body: written({ rows: [] }), revision: 1, act: 'inventato' })).status).toBe(422)
  })
})
