import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '~/features/auth/rules/grants'
import { findModuleProgress } from '~/features/evidence/progress.queries.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { practicalModule } from '../../../tests/setup/practice'
import { draftRow, registerAuthority, rewriteDraft, signed, tryToSign } from '../../../tests/setup/registers'
import { startCorrection, voidRegister } from './correct-register.server'
import { findOwnAttendances } from './own-attendances.queries.server'
import { signRegister } from './sign-register.server'
import { verifyRegisters } from './verify-registers.server'

const enrolledAt = new Date('2026-02-01T09:00:00Z')
const now = new Date('2026-03-02T12:00:00Z')
const reason = 'Una persona era uscita prima'
const bergamo: Scope = { kind: 'province', province: 'BG' }
let versionId = ''

beforeAll(async () => {
  await loadTerritory()
  const modules = [practicalModule({ slug: 'primo', remote: 1 }), practicalModule({ slug: 'secondo' })]
  versionId = (await makePlan({ modules, at: enrolledAt })).versionId
})

const learner = () => enrol({ versionId, homeEntryId: 'BG.cpi-albino', at: enrolledAt })
const someTrainer = async () => ({ trainerId: (await makePerson()).id, scopes: [bergamo], now })
const minutesOf = async (enrolmentId: string, module = 'primo', mode = 'classroom' as 'classroom' | 'remote') =>
  (await findModuleProgress(enrolmentId)).find(({ moduleSlug }) => moduleSlug === module)?.minutesByMode[mode] ?? 0
const evidenceOf = (enrolmentId: string) =>
  database.evidence.findMany({ where: { enrolmentId }, orderBy: { seq: 'asc' } })

async function begun(trainer: Awaited<ReturnType<typeof someTrainer>>, registerId: string) {
  const draft = await startCorrection(registerAuthority(trainer), registerId)
  if (!draft.ok) throw new Error(draft.message)
  return draft.value
}

describe('correcting a register', () => {
  test('begins with what it says, and writes only what differs', async () => {
    const trainer = await someTrainer()
    const [same, less, gone, came, added] = [
      await learner(),
      await learner(),
      await learner(),
      await learner(),
      await learner(),
    ]
    const old = await signed(trainer, {
      rows: [
        same.enrolmentId,
        less.enrolmentId,
        draftRow(gone.enrolmentId, { minutes: '100', reason: 'Treno' }),
        draftRow(came.enrolmentId, { present: false }),
      ],
      title: 'Prove',
    })
    const draftId = await begun(trainer, old)
    const draft = await database.registerDraft.findUniqueOrThrow({ where: { id: draftId } })
    expect(JSON.parse(draft.body)).toEqual({
      moduleSlug: 'primo',
      mode: 'classroom',
      heldOn: '02/03/2026',
      startsAt: '9.00',
      endsAt: '11.00',
      title: 'Prove',
      place: '',
      reason: '',
      rows: [
        draftRow(same.enrolmentId),
        draftRow(less.enrolmentId),
        draftRow(gone.enrolmentId, { minutes: '100', reason: 'Treno' }),
        draftRow(came.enrolmentId, { present: false }),
      ],
    })
    expect(await begun(trainer, old)).toBe(draftId)
    const before = await evidenceOf(same.enrolmentId)

    const unexplained = await rewriteDraft(trainer, draftId, (body) => ({ ...body, title: 'Altre prove' }))
    expect(await signRegister(registerAuthority(trainer), unexplained)).toMatchObject({
      reason: 'invalid',
      errors: { reason: 'Scrivi perché correggi il registro' },
    })
    const rewritten = await rewriteDraft(trainer, draftId, (body) => ({
      ...body,
      reason,
      rows: [
        draftRow(same.enrolmentId),
        draftRow(less.enrolmentId, { minutes: '60', reason: 'Uscita prima' }),
        draftRow(came.enrolmentId),
        draftRow(added.enrolmentId),
      ],
    }))
    const result = await signRegister(registerAuthority(trainer), rewritten)
    expect(result).toMatchObject({ ok: true, value: { id: draftId } })
    expect(await database.register.findUnique({ where: { id: draftId } })).toMatchObject({
      corrects: old,
      isVoid: false,
    })

    expect(await evidenceOf(same.enrolmentId)).toEqual(before)
    const [first, second] = await evidenceOf(less.enrolmentId)
    expect(second).toMatchObject({ corrects: first?.id, minutes: 60, isVoid: false })
    expect(JSON.parse(second?.payload ?? '')).toEqual({ register: draftId, trainer: trainer.trainerId, reason })
    const [taken, voided] = await evidenceOf(gone.enrolmentId)
    expect(voided).toMatchObject({ corrects: taken?.id, isVoid: true, minutes: null })
    expect(await Promise.all([same, less, gone, came, added].map((one) => minutesOf(one.enrolmentId)))).toEqual([
      120, 60, 0, 120, 120,
    ])
    // The attendance of the new register names the row of evidence that stands, also one that the old wrote.
    const attendances = await database.attendance.findMany({ where: { registerId: draftId } })
    for (const { enrolmentId, evidenceId } of attendances) {
      expect(evidenceId).toBe((await evidenceOf(enrolmentId)).at(-1)?.id)
    }
    const audit = await database.auditEntry.findFirst({ where: { action: 'register.correct', objectId: draftId } })
    expect(JSON.parse(audit?.payload ?? '')).toMatchObject({ corrects: old })
    expect(audit?.payload).not.toContain('uscita')
    expect(await verifyRegisters()).toMatchObject({ ok: true })
  })

  test('another mode, another module, another day', async () => {
    const trainer = await someTrainer()
    const { enrolmentId } = await learner()
    const first = await signed(trainer, { rows: [enrolmentId] })
    const change = async (id: string, next: Record<string, string>) => {
      const draft = await rewriteDraft(trainer, await begun(trainer, id), (body) => ({ ...body, reason, ...next }))
      const result = await signRegister(registerAuthority(trainer), draft)
      if (!result.ok) throw new Error(JSON.stringify(result.errors))
      return result.value.id
    }
    const second = await change(first, { mode: 'remote' })
    expect([await minutesOf(enrolmentId), await minutesOf(enrolmentId, 'primo', 'remote')]).toEqual([0, 120])
    const third = await change(second, { mode: 'classroom', moduleSlug: 'secondo' })
    expect([await minutesOf(enrolmentId, 'primo', 'remote'), await minutesOf(enrolmentId, 'secondo')]).toEqual([0, 120])
    const fourth = await change(third, { heldOn: '01/03/2026' })
    expect((await evidenceOf(enrolmentId)).at(-1)).toMatchObject({ occurredOn: '2026-03-01', minutes: 120 })
    // The hours that were freed can be used again; those of the register that stands cannot.
    expect(await tryToSign(await someTrainer(), { rows: [enrolmentId] })).toMatchObject({ ok: true })
    expect(await tryToSign(await someTrainer(), { rows: [enrolmentId], heldOn: '01/03/2026' })).toMatchObject({
      ok: false,
    })
    const line = await database.register.findMany({
      where: { id: { in: [first, second, third, fourth] } },
      orderBy: { seq: 'asc' },
    })
    expect(line.map(({ corrects }) => corrects)).toEqual([null, first, second, third])
  })

  test('people who have moved or left since stay in it; new ones must be in reach', async () => {
    const trainer = await someTrainer()
    const [left, moved] = [await learner(), await learner()]
    const id = await signed(trainer, { rows: [left.enrolmentId, moved.enrolmentId] })
    await transact(async (tx) => {
      await tx.enrolment.update({ where: { id: left.enrolmentId }, data: { activeKey: null, leftAt: now } })
      await tx.person.update({ where: { id: moved.personId }, data: { homeEntryId: 'CO.cpi-como' } })
    })
    const draftId = await begun(trainer, id)
    const far = await enrol({ versionId, homeEntryId: 'CO.cpi-como', at: enrolledAt })
    const wrong = await rewriteDraft(trainer, draftId, (body) => ({
      ...body,
      reason,
      rows: [...body.rows, draftRow(far.enrolmentId)],
    }))
    const refused = await signRegister(registerAuthority(trainer), wrong)
    expect(refused).toMatchObject({ reason: 'people-changed' })
    expect(Object.keys(refused.ok ? {} : refused.errors)).toEqual([`row-${far.enrolmentId}`])
    const right = await rewriteDraft(trainer, draftId, (body) => ({
      ...body,
      rows: [draftRow(left.enrolmentId, { minutes: '30', reason: 'Uscita' }), draftRow(moved.enrolmentId)],
    }))
    expect(await signRegister(registerAuthority(trainer), right)).toMatchObject({ ok: true })
    expect([await minutesOf(left.enrolmentId), await minutesOf(moved.enrolmentId)]).toEqual([30, 120])
  })

  test('only what one signed oneself, and only while it stands', async () => {
    const [trainer, other] = [await someTrainer(), await someTrainer()]
    const id = await signed(trainer, { rows: [(await learner()).enrolmentId] })
    const by = registerAuthority(other)
    expect(await startCorrection(by, id)).toMatchObject({ reason: 'absent' })
    expect(await voidRegister(by, { registerId: id, reason })).toMatchObject({ reason: 'absent' })
    const draftId = await begun(trainer, id)
    expect(await voidRegister(registerAuthority(trainer), { registerId: id, reason })).toMatchObject({ ok: true })
    const draft = await rewriteDraft(trainer, draftId, (body) => ({ ...body, reason }))
    expect(await signRegister(registerAuthority(trainer), draft)).toMatchObject({ reason: 'corrected' })
    expect(await startCorrection(registerAuthority(trainer), id)).toMatchObject({ reason: 'corrected' })
    const voidRow = await database.register.findUniqueOrThrow({ where: { corrects: id } })
    expect(await startCorrection(registerAuthority(trainer), voidRow.id)).toMatchObject({ reason: 'absent' })
  })
})

describe('making a register void', () => {
  test('takes back everybody’s minutes, with the reason, once', async () => {
    const trainer = await someTrainer()
    const people = [await learner(), await learner()]
    const id = await signed(trainer, {
      rows: [people[0]?.enrolmentId ?? '', draftRow(people[1]?.enrolmentId ?? '', { present: false })],
    })
    const both = await Promise.all(
      [1, 2].map(() => voidRegister(registerAuthority(trainer), { registerId: id, reason })),
    )
    expect(both.map((result) => (result.ok ? 'done' : result.reason)).sort()).toEqual(['corrected', 'done'])
    const row = await database.register.findUniqueOrThrow({ where: { corrects: id }, include: { attendances: true } })
    expect(row).toMatchObject({ isVoid: true, attendances: [], heldOn: '2026-03-02', moduleSlug: 'primo' })
    expect(JSON.parse(row.payload ?? '')).toEqual({ reason })
    expect(await minutesOf(people[0]?.enrolmentId ?? '')).toBe(0)
    expect((await evidenceOf(people[0]?.enrolmentId ?? '')).map(({ isVoid }) => isVoid)).toEqual([false, true])
    expect(await evidenceOf(people[1]?.enrolmentId ?? '')).toEqual([])
    expect(await verifyRegisters()).toMatchObject({ ok: true })
    // Its time is free again, for the trainer and for the people.
    expect(await tryToSign(trainer, { rows: [people[0]?.enrolmentId ?? ''] })).toMatchObject({ ok: true })
  })
})

describe('one’s own attendances', () => {
  test('are those of the raw rows that stand, page by page, and tell of nobody else', async () => {
    const trainer = await someTrainer()
    const [one, other] = [await learner(), await learner()]
    const ids: string[] = []
    for (let day = 1; day <= 28; day += 1) {
      for (const startsAt of ['9.00', '14.00']) {
        const heldOn = `${String(day).padStart(2, '0')}/02/2026`
        const rows = [draftRow(one.enrolmentId, { minutes: '30', reason: 'Turno' }), other.enrolmentId]
        ids.push(await signed(trainer, { rows, heldOn, startsAt, endsAt: startsAt === '9.00' ? '11.00' : '15.00' }))
      }
    }
    await voidRegister(registerAuthority(trainer), { registerId: ids[0] ?? '', reason })
    const draft = await rewriteDraft(trainer, await begun(trainer, ids[5] ?? ''), (body) => ({
      ...body,
      reason,
      rows: body.rows.filter(({ enrolmentId }) => enrolmentId !== one.enrolmentId),
    }))
    await signRegister(registerAuthority(trainer), draft)

    const registers = await database.register.findMany({ include: { attendances: true } })
    const corrected = new Set(registers.map(({ corrects }) => corrects))
    const expected = registers
      .filter(({ id, isVoid }) => !isVoid && !corrected.has(id))
      .filter(({ attendances }) => attendances.some(({ enrolmentId }) => enrolmentId === one.enrolmentId))
      .sort((a, b) => b.heldOn.localeCompare(a.heldOn) || b.startsAt - a.startsAt)
      .map(({ id }) => id)
    expect(expected).toHaveLength(54)
    const as = authority('learning.follow', { actorId: one.personId }, now)
    const pages = [await findOwnAttendances(as, 1), await findOwnAttendances(as, 2)]
    expect(pages.map(({ attendances, more }) => [attendances.length, more])).toEqual([
      [50, true],
      [4, false],
    ])
    const shown = pages.flatMap(({ attendances }) => attendances)
    expect(shown.map(({ registerId }) => registerId)).toEqual(expected)
    expect(shown[0]).toMatchObject({
      minutes: 30,
      reason: 'Turno',
      moduleTitle: 'Modulo primo',
      trainer: 'Ada Provati',
    })
    expect(JSON.stringify(shown)).not.toContain(other.enrolmentId)
  })
})
