import { beforeAll, describe, expect, test } from 'vitest'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { log, practicalModule, tryToLog, validateAll } from '../../../tests/setup/practice'
import { attend } from '../../../tests/setup/raw-registers'
import { revokePractice } from './decide-practice.server'
import { findOwnPractice, findPracticeModules } from './own-practice.queries.server'
import { withdrawPractice } from './withdraw-practice.server'

const enrolledAt = new Date('2026-02-01T09:00:00Z')
const now = new Date('2026-03-02T09:00:00Z')
const today = '2026-03-02'
let versionId = ''
let trainerId = ''

beforeAll(async () => {
  await loadTerritory()
  const modules = [
    practicalModule({ slug: 'primo' }),
    practicalModule({ slug: 'secondo', onTheJob: 2 }),
    someModule({ slug: 'teoria' }),
  ]
  versionId = (await makePlan({ modules, at: enrolledAt })).versionId
  trainerId = (await makePerson({ firstName: 'Teo', lastName: 'Formatore' })).id
})

const learner = (traits = {}) => enrol({ versionId, homeEntryId: 'BG.cpi-albino', at: enrolledAt, ...traits })
const as = (personId: string) => authority('learning.follow', { actorId: personId }, now)

describe('logging practice', () => {
  test('keeps what was done, waits, counts for nothing yet, and tells the log ids alone', async () => {
    const { personId, enrolmentId } = await learner()
    const note = 'Tre colloqui con la stessa collega'
    const id = await log({ personId }, { note, alongside: 'responsabile' }, now)
    expect(await database.practiceEntry.findUnique({ where: { id } })).toMatchObject({
      enrolmentId,
      moduleSlug: 'primo',
      heldOn: today,
      minutes: 90,
      tasks: '["F3.1"]',
      alongside: 'responsabile',
      note,
      state: 'pending',
    })
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(0)
    const audit = await database.auditEntry.findFirst({ where: { action: 'practice.log', objectId: personId } })
    expect(JSON.parse(audit?.payload ?? '')).toEqual({ entry: id, enrolment: enrolmentId })
  })

  test('an operator logs acts, a Navigator tasks, each of what the module trains', async () => {
    const operatore = await learner({ profile: 'operatore' })
    expect(await tryToLog({ ...operatore, profile: 'operatore' }, {}, now)).toMatchObject({ ok: true })
    expect(await tryToLog({ ...operatore, profile: 'operatore' }, { tasks: ['F3.1'] }, now)).toMatchObject({
      reason: 'tasks',
    })
    expect(await tryToLog(await learner(), { tasks: ['F3.C1'] }, now)).toMatchObject({ reason: 'tasks' })
  })

  test.each([
    ['a module without hours on the job', { moduleSlug: 'teoria', tasks: [] }, 'not-taken'],
    ['a module that is not there', { moduleSlug: 'inventato' }, 'not-taken'],
    ['tomorrow', { heldOn: '2026-03-03' }, 'future'],
    ['the day before the enrolment', { heldOn: '2026-01-31' }, 'before-enrolment'],
    ['no minutes', { minutes: 0 }, 'minutes'],
    ['negative minutes', { minutes: -60 }, 'minutes'],
    ['more than a day', { minutes: 1441 }, 'minutes'],
  ])('%s is refused, and nothing is written', async (_, change, reason) => {
    const { personId, enrolmentId } = await learner()
    const before = await database.auditEntry.count()
    expect(await tryToLog({ personId }, change, now)).toMatchObject({ ok: false, reason })
    expect(await database.practiceEntry.count({ where: { enrolmentId } })).toBe(0)
    expect(await database.auditEntry.count()).toBe(before)
  })

  test('never more than 24 hours of a day, other modules and signed registers included', async () => {
    const { personId, enrolmentId } = await learner()
    await log({ personId }, { minutes: 600 }, now)
    const second = await log({ personId }, { minutes: 600, moduleSlug: 'secondo' }, now)
    expect(await tryToLog({ personId }, { minutes: 241 }, now)).toMatchObject({ reason: 'day-full' })
    const register = await attend(trainerId, { heldOn: today, enrolmentId, minutes: 120 })
    expect(await tryToLog({ personId }, { minutes: 121 }, now)).toMatchObject({ reason: 'day-full' })
    // Another day, and other people, have their own hours.
    expect(await tryToLog({ personId }, { minutes: 900, heldOn: '2026-03-01' }, now)).toMatchObject({ ok: true })
    // What is withdrawn, or a register that is void, takes no time any more.
    expect(await withdrawPractice(as(personId), second)).toMatchObject({ ok: true })
    await attend(trainerId, { heldOn: today, corrects: register, isVoid: true })
    expect(await tryToLog({ personId }, { minutes: 840 }, now)).toMatchObject({ ok: true })
    expect(await tryToLog({ personId }, { minutes: 1 }, now)).toMatchObject({ reason: 'day-full' })
  })

  test('the day is the person’s: hours of a version that they left count too', async () => {
    const { personId, enrolmentId } = await learner()
    await log({ personId }, { minutes: 1400 }, now)
    const other = 'altra-versione'
    await transact(async (tx) => {
      const enrolment = await tx.enrolment.update({
        where: { id: enrolmentId },
        data: { activeKey: null, leftAt: now },
      })
      await tx.enrolment.create({ data: { ...enrolment, id: other, activeKey: personId, leftAt: null } })
    })
    expect(await tryToLog({ personId }, { minutes: 41 }, now)).toMatchObject({ reason: 'day-full' })
    expect(await tryToLog({ personId }, { minutes: 40 }, now)).toMatchObject({ ok: true })
  })

  test('two entries at once that do not fit together: one', async () => {
    const { personId, enrolmentId } = await learner()
    const both = await Promise.all([1, 2].map(() => tryToLog({ personId }, { minutes: 800 }, now)))
    expect(both.map((result) => (result.ok ? 'logged' : result.reason)).sort()).toEqual(['day-full', 'logged'])
    expect(await database.practiceEntry.count({ where: { enrolmentId } })).toBe(1)
  })

  test('nobody without a plan, or who left it', async () => {
    expect(await tryToLog({ personId: trainerId }, {}, now)).toMatchObject({ reason: 'no-plan' })
    const { personId, enrolmentId } = await learner()
    await transact((tx) => tx.enrolment.update({ where: { id: enrolmentId }, data: { activeKey: null, leftAt: now } }))
    expect(await tryToLog({ personId }, {}, now)).toMatchObject({ reason: 'no-plan' })
  })

  test('what was logged does not change: the database refuses it', async () => {
    const { personId } = await learner()
    await log({ personId }, {}, now)
    const change = (sql: string) => transact((tx) => tx.$executeRawUnsafe(sql))
    await expect(change('UPDATE "PracticeEntry" SET "minutes" = 900')).rejects.toThrow(/does not change/)
    await expect(change('DELETE FROM "PracticeEntry"')).rejects.toThrow(/does not change/)
  })
})

describe('withdrawing practice', () => {
  test('while it waits, once, and one’s own alone', async () => {
    const { personId } = await learner()
    const other = await learner()
    const id = await log({ personId }, {}, now)
    expect(await withdrawPractice(as(other.personId), id)).toMatchObject({ reason: 'absent' })
    const both = await Promise.all([1, 2].map(() => withdrawPractice(as(personId), id)))
    expect(both.map((result) => (result.ok ? 'withdrawn' : result.reason)).sort()).toEqual(['decided', 'withdrawn'])
    expect(await database.practiceEntry.findUnique({ where: { id } })).toMatchObject({ state: 'withdrawn' })
    expect(await database.practiceDecision.findMany({ where: { entryId: id } })).toMatchObject([
      { outcome: 'withdrawn', byId: personId, at: now },
    ])
    const validated = await log({ personId }, {}, now)
    await validateAll(trainerId, [validated], now)
    expect(await withdrawPractice(as(personId), validated)).toMatchObject({ reason: 'decided' })
  })
})

describe('one’s own log', () => {
  test('has pages, the day done last first, each with its state and who decided', async () => {
    const { personId } = await learner()
    const days = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`)
    const ids: string[] = []
    for (const heldOn of days) {
      ids.push(
        await log({ personId }, { heldOn, minutes: 10 }, now),
        await log({ personId }, { heldOn, minutes: 20 }, now),
      )
    }
    await validateAll(trainerId, ids.slice(0, 1), now)
    const [one, two] = [await findOwnPractice(as(personId), 1), await findOwnPractice(as(personId), 2)]
    expect([one.entries.length, one.more, two.entries.length, two.more]).toEqual([50, true, 6, false])
    const shown = [...one.entries, ...two.entries]
    expect(shown.map(({ heldOn }) => heldOn)).toEqual(days.flatMap((day) => [day, day]).reverse())
    expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(ids))
    expect(shown.find(({ id }) => id === ids[0])).toMatchObject({
      state: 'validated',
      moduleTitle: 'primo',
      tasks: [{ id: 'F3.1', title: expect.stringMatching(/\w/) }],
      decision: { by: 'Teo Formatore', at: now, reason: null },
    })
    expect((await findOwnPractice(as((await learner()).personId), 1)).entries).toEqual([])
  })

  test('its figures are those of the raw rows', async () => {
    const { personId, enrolmentId } = await learner()
    const logged: string[] = []
    for (const [moduleSlug, minutes] of [
      ['primo', 100],
      ['primo', 45],
      ['secondo', 200],
      ['primo', 30],
    ] as const) {
      logged.push(await log({ personId }, { moduleSlug, minutes }, now))
    }
    await validateAll(trainerId, logged.slice(0, 3), now)
    const revoke = authority('practice.validate', { actorId: trainerId }, now)
    await revokePractice(revoke, { entryId: logged[1] ?? '', reason: 'Era un altro giorno' })

    const evidence = await database.evidence.findMany({ where: { enrolmentId, kind: 'hours', subject: 'onTheJob' } })
    const corrected = new Set(evidence.map(({ corrects }) => corrects))
    const entries = await database.practiceEntry.findMany({ where: { enrolmentId } })
    const expected = ['primo', 'secondo'].map((slug) => ({
      slug,
      done: evidence
        .filter((row) => row.moduleSlug === slug && !row.isVoid && !corrected.has(row.id))
        .reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      pending: entries
        .filter(({ moduleSlug, state }) => moduleSlug === slug && state === 'pending')
        .reduce((sum, { minutes }) => sum + minutes, 0),
      required: slug === 'primo' ? 720 : 120,
    }))
    expect(expected).toMatchObject([
      { done: 100, pending: 30 },
      { done: 200, pending: 0 },
    ])
    expect(await findPracticeModules(as(personId))).toMatchObject(expected)
    expect(await findPracticeModules(as(trainerId))).toBeNull()
  })
})
