import { beforeAll, describe, expect, test } from 'vitest'
import { auditVerify } from '~/cli/audit-verify'
import type { Scope } from '~/features/auth/rules/grants'
import { findModuleProgress } from '~/features/evidence/progress.queries.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { makePerson } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { practicalModule } from '../../../tests/setup/practice'
import { draftRow, registerAuthority, signed, tryToSign, writeDraft, written } from '../../../tests/setup/registers'
import { createDraft, discardDraft, saveDraft } from './drafts.server'
import { rowKey } from './rules/read-register'
import { signRegister } from './sign-register.server'
import { verifyRegisters } from './verify-registers.server'

const enrolledAt = new Date('2026-02-01T09:00:00Z')
const now = new Date('2026-03-02T12:00:00Z')
const today = '2026-03-02'
const bergamo: Scope = { kind: 'province', province: 'BG' }
let versionId = ''

beforeAll(async () => {
  await loadTerritory()
  const modules = [practicalModule({ slug: 'primo', remote: 1 }), practicalModule({ slug: 'secondo', classroom: 0 })]
  versionId = (await makePlan({ modules, at: enrolledAt })).versionId
})

const learner = (homeEntryId = 'BG.cpi-albino') => enrol({ versionId, homeEntryId, at: enrolledAt })
/** A trainer of their own for each test, so that the hours of one do not meet those of another. */
const someTrainer = async (scopes: Scope[] = [bergamo]) => {
  const { id: trainerId } = await makePerson({ firstName: 'Teo', lastName: 'Formatore' })
  return { trainerId, scopes, now }
}
const errorsOf = (result: Awaited<ReturnType<typeof signRegister>>) => (result.ok ? {} : result.errors)
const counts = async () => [
  await database.register.count(),
  await database.attendance.count(),
  await database.evidence.count(),
  await database.auditEntry.count(),
]

describe('signing a register', () => {
  test('writes the row, everybody’s minutes and their evidence together; the draft is gone', async () => {
    const trainer = await someTrainer()
    const [one, two, three] = [await learner(), await learner('BG.cpi-lovere'), await learner('BG.cpi-treviglio')]
    const rows = [
      one.enrolmentId,
      draftRow(two.enrolmentId, { minutes: '90', reason: 'Arrivo alle 9.30' }),
      draftRow(three.enrolmentId, { present: false, reason: 'Turno' }),
    ]
    const id = await signed(trainer, { rows, title: 'Prove', place: 'Aula 2' })
    const register = await database.register.findUnique({ where: { id }, include: { attendances: true } })
    expect(register).toMatchObject({
      trainerId: trainer.trainerId,
      moduleSlug: 'primo',
      mode: 'classroom',
      heldOn: today,
      startsAt: 540,
      endsAt: 660,
      signedAt: now,
      corrects: null,
      isVoid: false,
    })
    expect(JSON.parse(register?.payload ?? '')).toEqual({
      title: 'Prove',
      place: 'Aula 2',
      rows: [
        { enrolmentId: one.enrolmentId, minutes: 120 },
        { enrolmentId: two.enrolmentId, minutes: 90, reason: 'Arrivo alle 9.30' },
        { enrolmentId: three.enrolmentId, minutes: 0, reason: 'Turno' },
      ],
    })
    for (const [{ enrolmentId }, minutes] of [
      [one, 120],
      [two, 90],
      [three, 0],
    ] as const) {
      const attendance = register?.attendances.find((row) => row.enrolmentId === enrolmentId)
      const evidence = await database.evidence.findMany({ where: { enrolmentId } })
      expect(attendance).toMatchObject({ minutes, evidenceId: evidence[0]?.id ?? null })
      expect(evidence).toHaveLength(minutes > 0 ? 1 : 0)
      if (minutes === 0) continue
      expect(evidence[0]).toMatchObject({
        kind: 'hours',
        subject: 'classroom',
        moduleSlug: 'primo',
        minutes,
        occurredOn: today,
      })
      expect(JSON.parse(evidence[0]?.payload ?? '')).toEqual({ register: id, trainer: trainer.trainerId })
      expect((await findModuleProgress(enrolmentId))[0]?.minutesByMode.classroom).toBe(minutes)
    }
    expect(await database.registerDraft.count({ where: { trainerId: trainer.trainerId } })).toBe(0)
    const audit = await database.auditEntry.findFirst({ where: { action: 'register.sign', objectId: id } })
    expect(JSON.parse(audit?.payload ?? '')).toEqual({ digest: register?.digest, people: 3 })
  })

  test('twice, also at the same moment: one row, and the other is told', async () => {
    const trainer = await someTrainer()
    const { enrolmentId } = await learner()
    const draft = await writeDraft(trainer, { rows: [enrolmentId] })
    const both = await Promise.all([1, 2].map(() => signRegister(registerAuthority(trainer), draft)))
    expect(both.map((result) => (result.ok ? 'done' : result.reason)).sort()).toEqual(['done', 'signed'])
    expect(await signRegister(registerAuthority(trainer), draft)).toMatchObject({ reason: 'signed' })
    expect(await database.register.count({ where: { trainerId: trainer.trainerId } })).toBe(1)
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(1)
    // What was signed cannot be written on, or thrown away, as a draft.
    const by = registerAuthority(trainer)
    expect(await saveDraft(by, { ...draft, body: written({ rows: [] }) })).toMatchObject({ reason: 'signed' })
    expect(await discardDraft(by, draft.draftId)).toMatchObject({ reason: 'signed' })
  })

  test('another’s draft is not there, whatever one wants of it', async () => {
    const [trainer, other] = [await someTrainer(), await someTrainer()]
    const draft = await writeDraft(trainer, { rows: [(await learner()).enrolmentId] })
    const by = registerAuthority(other)
    expect(await signRegister(by, draft)).toMatchObject({ reason: 'absent' })
    expect(await saveDraft(by, { ...draft, body: written({ rows: [] }) })).toMatchObject({ reason: 'absent' })
    expect(await discardDraft(by, draft.draftId)).toMatchObject({ reason: 'absent' })
    expect(await signRegister(registerAuthority(trainer), draft)).toMatchObject({ ok: true })
  })

  test('a draft that another tab has changed is not signed, nor overwritten; the same text again is no change', async () => {
    const trainer = await someTrainer()
    const by = registerAuthority(trainer)
    const rows = [(await learner()).enrolmentId]
    const { draftId, revision } = await writeDraft(trainer, { rows })
    const again = { draftId, revision: 1, body: written({ rows }, now) }
    expect(await saveDraft(by, again)).toEqual({ ok: true, value: revision })
    const newer = { draftId, revision, body: written({ rows, title: 'Prove' }, now) }
    expect(await saveDraft(by, newer)).toEqual({ ok: true, value: revision + 1 })
    expect(await saveDraft(by, { ...newer, body: written({ rows, title: 'Altro' }, now) })).toMatchObject({
      reason: 'changed',
    })
    expect(await signRegister(by, { draftId, revision })).toMatchObject({ reason: 'changed' })
    expect(await signRegister(by, { draftId, revision: revision + 1 })).toMatchObject({ ok: true })
  })

  test('an incomplete draft says what is missing, and stays', async () => {
    const trainer = await someTrainer()
    const before = await counts()
    const { enrolmentId } = await learner()
    const later = await counts()
    const result = await tryToSign(trainer, {
      rows: [draftRow(enrolmentId, { minutes: '500' })],
      moduleSlug: '',
      heldOn: '03/03/2026',
    })
    expect(result).toMatchObject({ reason: 'invalid' })
    expect(Object.keys(errorsOf(result)).sort()).toEqual(['heldOn', 'moduleSlug', rowKey(enrolmentId)].sort())
    expect(await counts()).toEqual(later)
    expect(before[0]).toBe(later[0])
    expect(await database.registerDraft.count({ where: { trainerId: trainer.trainerId } })).toBe(1)
  })

  test('an empty draft is given again, one that was written in is not', async () => {
    const by = registerAuthority(await someTrainer())
    const [first, again] = [await createDraft(by), await createDraft(by)]
    expect(again).toEqual(first)
    const draftId = first.ok ? first.value : ''
    await saveDraft(by, { draftId, revision: 1, body: written({ rows: [] }) })
    expect(await createDraft(by)).not.toEqual(first)
    expect(await discardDraft(by, draftId)).toMatchObject({ ok: true })
    expect(await createDraft({ ...by, actorId: null })).toMatchObject({ reason: 'absent' })
  })
})

describe('who may be in a register', () => {
  const refused = async (result: Awaited<ReturnType<typeof tryToSign>>, enrolmentId: string, text: RegExp) => {
    expect(errorsOf(result)[rowKey(enrolmentId)]).toMatch(text)
  }

  test('the module with hours of that mode, in the version that each of them follows', async () => {
    const trainer = await someTrainer()
    const { enrolmentId } = await learner()
    for (const change of [{ moduleSlug: 'secondo' }, { moduleSlug: 'inventato' }]) {
      const result = await tryToSign(trainer, { rows: [enrolmentId], ...change })
      expect(result).toMatchObject({ reason: 'people' })
      await refused(result, enrolmentId, /non ha ore di questo tipo/)
    }
    expect(
      await tryToSign(trainer, { rows: [enrolmentId], moduleSlug: 'secondo', mode: 'collaborative' }),
    ).toMatchObject({ ok: true })
    expect(
      await tryToSign(trainer, { rows: [enrolmentId], mode: 'remote', startsAt: '15', endsAt: '16' }),
    ).toMatchObject({ ok: true })
  })

  test('nobody before the day of the enrolment, nor the trainer', async () => {
    const trainer = await someTrainer()
    const { enrolmentId, personId } = await learner()
    await refused(
      await tryToSign(trainer, { rows: [enrolmentId], heldOn: '31/01/2026' }),
      enrolmentId,
      /non seguiva ancora/,
    )
    expect(await tryToSign(trainer, { rows: [enrolmentId], heldOn: '01/02/2026' })).toMatchObject({ ok: true })
    const own = await tryToSign({ ...trainer, trainerId: personId }, { rows: [enrolmentId] })
    await refused(own, enrolmentId, /altro formatore/)
  })

  test('who moved or left between start and signature: refused and named; nothing is written', async () => {
    const trainer = await someTrainer()
    const [stays, moves, leaves] = [await learner(), await learner(), await learner()]
    const draft = await writeDraft(trainer, { rows: [stays, moves, leaves].map(({ enrolmentId }) => enrolmentId) })
    await transact(async (tx) => {
      await tx.person.update({ where: { id: moves.personId }, data: { homeEntryId: 'CO.cpi-como' } })
      await tx.enrolment.update({ where: { id: leaves.enrolmentId }, data: { activeKey: null, leftAt: now } })
    })
    const before = await counts()
    const result = await signRegister(registerAuthority(trainer), draft)
    expect(result).toMatchObject({ reason: 'people-changed' })
    expect(Object.keys(errorsOf(result)).sort()).toEqual(
      [moves, leaves].map(({ enrolmentId }) => rowKey(enrolmentId)).sort(),
    )
    expect(await counts()).toEqual(before)
    // Posted to where the trainer acts on that day, they are in reach again.
    await transact((tx) =>
      tx.posting.create({
        data: {
          id: moves.personId,
          personId: moves.personId,
          entryId: 'BG.cpi-lovere',
          startsOn: today,
          endsOn: today,
          reason: 'Aiuto',
          createdAt: now,
        },
      }),
    )
    await refused(
      await tryToSign(trainer, { rows: [moves.enrolmentId], heldOn: '01/03/2026' }),
      moves.enrolmentId,
      /ha cambiato sede/,
    )
    expect(await tryToSign(trainer, { rows: [moves.enrolmentId] })).toMatchObject({ ok: true })
    await refused(await tryToSign(trainer, { rows: ['inventata'] }), 'inventata', /ha cambiato sede/)
  })

  test('nobody in two standing registers at the same minute: named; one after the other is fine', async () => {
    const [trainer, other] = [await someTrainer(), await someTrainer()]
    const [both, absent] = [await learner(), await learner()]
    await signed(trainer, { rows: [both.enrolmentId, draftRow(absent.enrolmentId, { present: false })] })
    const rows = [both.enrolmentId, absent.enrolmentId]
    const result = await tryToSign(other, { rows, startsAt: '10.59', endsAt: '12' })
    expect(result).toMatchObject({ reason: 'people-changed' })
    expect(errorsOf(result)).toEqual({
      [rowKey(both.enrolmentId)]: expect.stringContaining('registro di Teo Formatore, 02/03/2026, ore 9.00–11.00'),
    })
    expect(await tryToSign(other, { rows, startsAt: '11.00', endsAt: '12.00' })).toMatchObject({ ok: true })
    expect(await tryToSign(other, { rows, startsAt: '8.00', endsAt: '9.00' })).toMatchObject({ ok: true })
    expect(await tryToSign(other, { rows, heldOn: '01/03/2026' })).toMatchObject({ ok: true })
  })

  test('nobody twice as one person: a version that they left counts too', async () => {
    const [trainer, other] = [await someTrainer(), await someTrainer()]
    const { enrolmentId, personId } = await learner()
    await signed(trainer, { rows: [enrolmentId] })
    const moved = `nuova-${enrolmentId}`
    await transact(async (tx) => {
      const enrolment = await tx.enrolment.update({
        where: { id: enrolmentId },
        data: { activeKey: null, leftAt: now },
      })
      await tx.enrolment.create({ data: { ...enrolment, id: moved, activeKey: personId, leftAt: null } })
    })
    await refused(await tryToSign(other, { rows: [moved] }), moved, /Alla stessa ora/)
  })

  test('a trainer has one register at a time', async () => {
    const trainer = await someTrainer()
    await signed(trainer, { rows: [(await learner()).enrolmentId] })
    const result = await tryToSign(trainer, { rows: [(await learner()).enrolmentId], startsAt: '10', endsAt: '12' })
    expect(result).toMatchObject({ reason: 'people-changed' })
    expect(errorsOf(result).startsAt).toContain('registro di Teo Formatore, 02/03/2026, ore 9.00–11.00')
  })

  test('two registers with the same person signed at the same moment: one', async () => {
    const trainers = [await someTrainer(), await someTrainer()]
    const { enrolmentId } = await learner()
    const results = await Promise.all(trainers.map((trainer) => tryToSign(trainer, { rows: [enrolmentId] })))
    expect(results.map((result) => (result.ok ? 'done' : result.reason)).sort()).toEqual(['done', 'people-changed'])
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(1)
  })
})

describe('what is signed stays', () => {
  test('the database refuses to change or delete registers and attendances', async () => {
    await signed(await someTrainer(), { rows: [(await learner()).enrolmentId] })
    const change = (sql: string) => transact((tx) => tx.$executeRawUnsafe(sql))
    await expect(change('UPDATE "Register" SET "heldOn" = \'2026-01-01\'')).rejects.toThrow(/append-only/)
    await expect(change('DELETE FROM "Register"')).rejects.toThrow(/append-only/)
    await expect(change('UPDATE "Attendance" SET "minutes" = 999')).rejects.toThrow(/append-only/)
    await expect(change('DELETE FROM "Attendance"')).rejects.toThrow(/append-only/)
    await expect(change('INSERT OR REPLACE INTO "Attendance" SELECT * FROM "Attendance"')).rejects.toThrow(
      /append-only/,
    )
  })

  test('«audit verify» walks the chain of registers and names the first row that was changed', async () => {
    const id = await signed(await someTrainer(), { rows: [(await learner()).enrolmentId] })
    const { seq } = await database.register.findUniqueOrThrow({ where: { id } })
    const whole = await auditVerify.run({})
    expect(whole).toMatchObject({ code: 0, json: { chains: { registers: { ok: true, rows: seq } } } })
    await transact(async (tx) => {
      await tx.$executeRaw`DROP TRIGGER "Register_no_update"`
      await tx.$executeRaw`UPDATE "Register" SET "endsAt" = 700 WHERE "id" = ${id}`
    })
    expect(await verifyRegisters()).toMatchObject({ ok: false, seq, reason: 'row' })
    expect(await auditVerify.run({})).toMatchObject({ code: 1, json: { chain: 'registers', seq } })
  })
})
