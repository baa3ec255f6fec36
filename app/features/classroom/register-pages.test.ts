import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { dayOf, formatDay } from '~/lib/dates'
import { database, transact } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { answered, sent, shown, trainerRole } from '../../../tests/setup/pages'
import { makePerson, password } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { practicalModule } from '../../../tests/setup/practice'
import { draftRow, signed } from '../../../tests/setup/registers'
import { request } from '../../../tests/setup/requests'
import DraftPage, { loader as readDraft } from './pages/draft-page'
import RegisterPage, { loader as readRegister, action as sendRegister } from './pages/register-page'
import { loader as readSheet } from './pages/register-sheet-page'
import RegistersPage, { loader as listRegisters, action as newRegister } from './pages/registers-page'

const grants = [trainerRole]
const managerRole: Grant = { ...trainerRole, role: 'plan-manager', scope: { kind: 'region' } }
const today = formatDay(dayOf(new Date()))
let versionId = ''
let address = 0

beforeAll(async () => {
  await loadTerritory()
  versionId = (await makePlan({ modules: [practicalModule({ slug: 'primo' })] })).versionId
})

const learner = (homeEntryId = 'BG.cpi-albino') => enrol({ versionId, homeEntryId })
const trainer = async () => (await makePerson({ firstName: 'Teo', lastName: 'Formatore' })).id

describe('signed registers', () => {
  const register = async (id: string, rows: Parameters<typeof signed>[1]['rows']) =>
    signed({ trainerId: id, scopes: [{ kind: 'region' }] }, { rows, heldOn: today, title: 'Titolo interno' })
  const html = async (id: string, params: { id: string }, roles = grants, answer?: unknown) =>
    shown(RegisterPage, await readRegister(sent(id, { grants: roles, params })), answer)

  test('corrected by a draft that opens with what it says; made void with reason and password', async () => {
    const id = await trainer()
    const { enrolmentId } = await learner()
    const params = { id: await register(id, [enrolmentId]) }
    const send = (fields: Record<string, string>) => {
      address += 1
      const args = { path: '/', params, fields, clientAddress: `10.0.1.${address}` }
      return answered(() => sendRegister(request({ id, grants }, args)))
    }
    const correction = await send({ intent: 'correct' })
    expect(correction.to).toMatch(/^\/aula\/bozze\//)
    const draftId = String(correction.to).replace('/aula/bozze/', '')
    expect(shown(DraftPage, await readDraft(sent(id, { grants, params: { id: draftId } })))).toContain(
      'Perché correggi il registro',
    )
    expect((await send({ intent: 'void', reason: 'Due volte' })).status).toBe(422)
    const wrong = await send({ intent: 'void', reason: 'Due volte', password: 'sbagliata' })
    expect(wrong).toMatchObject({
      status: 422,
      body: { reply: { error: { password: [expect.stringContaining('non è giusta')] } } },
    })
    expect(await html(id, params, grants, wrong.body)).toContain('Due volte')
    const done = await send({ intent: 'void', reason: 'Due volte', password })
    expect(done).toEqual({ status: 303, to: `/aula/${params.id}?fatto=annullato` })
    const shownVoid = await html(id, params)
    expect(shownVoid).toContain('Questo registro è annullato')
    expect(shownVoid).toContain('Motivo: Due volte')
    expect(shownVoid).not.toContain('Correggi il registro')
    expect((await send({ intent: 'void', reason: 'Due volte', password })).status).toBe(409)
    expect((await send({ intent: 'correct' })).status).toBe(409)
    const voidRow = await database.register.findUniqueOrThrow({ where: { corrects: params.id } })
    expect(await answered(() => readRegister(sent(id, { grants, params: { id: voidRow.id } })))).toEqual({
      status: 303,
      to: `/aula/${params.id}`,
    })
  })

  test('read by who manages the plan, and by trainers for the people in reach, without the trainer’s own words', async () => {
    const id = await trainer()
    const [near, far] = [await learner(), await learner('CO.cpi-como')]
    await transact((tx) => tx.person.update({ where: { id: far.personId }, data: { lastName: 'Lontani' } }))
    const params = {
      id: await register(id, [draftRow(near.enrolmentId, { minutes: '10', reason: 'Visita medica' }), far.enrolmentId]),
    }
    const manager = await trainer()
    const all = await html(manager, params, [managerRole])
    expect(all).toContain('Lontani')
    expect(all).not.toContain('Visita medica')
    expect(all).not.toContain('Titolo interno')
    expect(all).not.toContain('Correggi il registro')
    const bergamo = await html(manager, params, grants)
    expect(bergamo).toContain('Provati')
    expect(bergamo).not.toContain('Lontani')
    expect(bergamo).toContain('Un’altra persona è di sedi che non puoi vedere')
    const mantova: Grant[] = [{ ...trainerRole, scope: { kind: 'province', province: 'MN' } }]
    expect((await answered(() => readRegister(sent(manager, { grants: mantova, params })))).status).toBe(404)
    expect((await answered(() => readSheet(sent(manager, { grants: mantova, params })))).status).toBe(404)
    expect((await answered(() => readRegister(sent(near.personId, { params })))).status).toBe(403)
    const fields = { intent: 'correct' }
    expect((await answered(() => sendRegister(sent(manager, { grants, params, fields })))).status).toBe(404)
    const forged = { intent: 'void', reason: 'Due volte', password }
    expect((await answered(() => sendRegister(sent(manager, { grants, params, fields: forged })))).status).toBe(404)
    expect((await answered(() => sendRegister(sent(manager, { grants: [managerRole], params, fields })))).status).toBe(
      403,
    )
  })

  test('the list: a trainer’s own by module, the manager’s all, a learner’s own attendances alone', async () => {
    const id = await trainer()
    const [one, other] = [await learner('BG.cpi-clusone'), await learner('BG.cpi-clusone')]
    await transact((tx) => tx.person.update({ where: { id: other.personId }, data: { lastName: 'Altrui' } }))
    const registerId = await register(id, [one.enrolmentId, other.enrolmentId])
    const list = async (by: string, roles?: Grant[], query = '') =>
      shown(RegistersPage, await listRegisters(sent(by, { ...(roles && { grants: roles }), query })))
    await answered(() => newRegister(sent(id, { grants, fields: {} })))
    const own = await list(id, grants)
    expect(own).toContain(`href="/aula/${registerId}"`)
    expect(own).toContain('Un registro aspetta la tua firma')
    expect(own).toContain('2 persone')
    expect(await list(id, grants, '?modulo=secondo')).not.toContain(registerId)
    expect(await list(await trainer(), grants)).not.toContain(registerId)
    const manager = await list(await trainer(), [managerRole])
    expect(manager).toContain(`href="/aula/${registerId}"`)
    expect(manager).toContain('Teo Formatore')
    expect(manager).not.toContain('Inizia un registro')
    const partial: Grant = { ...managerRole, scope: { kind: 'province', province: 'MN' } }
    expect(await list(await trainer(), [partial])).not.toContain(registerId)
    const learned = await list(one.personId)
    expect(learned).toContain('Le tue presenze')
    expect(learned).toContain('Titolo interno')
    expect(learned).not.toContain('Altrui')
    expect(learned).not.toContain('href="/aula/')
    const admin: Grant = { ...managerRole, role: 'admin' }
    expect((await answered(() => listRegisters(sent(id, { grants: [admin] })))).status).toBe(403)
  })

  test('a list comes in pages, by their day', async () => {
    const id = await trainer()
    const { enrolmentId } = await learner()
    const first = await register(id, [enrolmentId])
    await transact(async (tx) => {
      await tx.$executeRaw`DROP TRIGGER "Register_in_order"`
      const row = await tx.register.findUniqueOrThrow({ where: { id: first } })
      for (let index = 0; index < 52; index += 1) {
        const heldOn = `2020-01-${String((index % 28) + 1).padStart(2, '0')}`
        await tx.register.create({
          data: { ...row, seq: row.seq + 1000 + index, id: `r${index}`, digest: `d${index}`, heldOn },
        })
      }
    })
    const pages = await Promise.all([1, 2].map((page) => listRegisters(sent(id, { grants, query: `?pagina=${page}` }))))
    const lists = pages.map(({ own }) => own?.registers ?? [])
    expect(lists.map((list) => list.length)).toEqual([50, 3])
    const days = lists.flat().map(({ heldOn }) => heldOn)
    expect(days).toEqual([...days].sort().reverse())
    expect(new Set(lists.flat().map(({ id: one }) => one)).size).toBe(53)
  })
})
