import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '~/features/auth/rules/grants'
import { findModuleProgress } from '~/features/evidence/progress.queries.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { log, practicalModule, validateAll } from '../../../tests/setup/practice'
import { attend } from '../../../tests/setup/raw-registers'
import { returnPractice, revokePractice, validatePractice } from './decide-practice.server'
import { countPending, findOwnValidations, findPendingPractice } from './pending-practice.queries.server'
import { withdrawPractice } from './withdraw-practice.server'

const now = new Date('2026-03-02T09:00:00Z')
const today = '2026-03-02'
const reason = 'Il giorno non torna'
const bergamo: Scope = { kind: 'province', province: 'BG' }
const como: Scope = { kind: 'province', province: 'CO' }
const lovere: Scope = { kind: 'entry', entry: 'BG.cpi-lovere', province: 'BG' }
let versionId = ''
let trainerId = ''

beforeAll(async () => {
  await loadTerritory()
  versionId = (await makePlan({ modules: [practicalModule({ slug: 'primo', onTheJob: 2 })], at: now })).versionId
  trainerId = (await makePerson({ firstName: 'Teo', lastName: 'Formatore' })).id
})

const trainer = (scope: Scope = bergamo, actorId = trainerId) =>
  authority('practice.validate', { actorId, scopes: [scope] }, now)
const learner = (homeEntryId = 'BG.cpi-albino') => enrol({ versionId, homeEntryId, at: now })
const logged = async (change = {}, homeEntryId = 'BG.cpi-albino') => {
  const person = await learner(homeEntryId)
  return { ...person, entryId: await log(person, change, now) }
}
const stateOf = async (id: string) => (await database.practiceEntry.findUnique({ where: { id } }))?.state
const minutesOf = async (enrolmentId: string) => (await findModuleProgress(enrolmentId))[0]?.minutesByMode.onTheJob ?? 0
const leave = (enrolmentId: string) =>
  transact((tx) => tx.enrolment.update({ where: { id: enrolmentId }, data: { activeKey: null, leftAt: now } }))

describe('validating practice', () => {
  test('writes hours on the job, who decided, and the log without a reason, together', async () => {
    const { enrolmentId, personId, entryId } = await logged()
    expect(await validatePractice(trainer(), [entryId])).toEqual({
      ok: true,
      value: { validated: 1, leftOut: [], gone: 0 },
    })
    const [evidence] = await database.evidence.findMany({ where: { enrolmentId } })
    expect(evidence).toMatchObject({
      kind: 'hours',
      subject: 'onTheJob',
      moduleSlug: 'primo',
      minutes: 90,
      occurredOn: today,
      recordedById: trainerId,
    })
    expect(JSON.parse(evidence?.payload ?? '')).toEqual({ entry: entryId, validator: trainerId })
    expect(await database.practiceDecision.findMany({ where: { entryId } })).toMatchObject([
      { outcome: 'validated', byId: trainerId, at: now, reason: null, evidenceId: evidence?.id },
    ])
    expect(await minutesOf(enrolmentId)).toBe(90)
    const audit = await database.auditEntry.findFirst({ where: { action: 'practice.decide', objectId: personId } })
    expect(JSON.parse(audit?.payload ?? '')).toEqual({ entry: entryId, enrolment: enrolmentId, outcome: 'validated' })
  })

  test('two trainers at the same moment: one row of evidence, and the other is told', async () => {
    const { enrolmentId, entryId } = await logged()
    const other = (await makePerson()).id
    const both = await Promise.all([
      validatePractice(trainer(), [entryId]),
      validatePractice(trainer(bergamo, other), [entryId]),
    ])
    const outcomes = both.map((result) => (result.ok ? result.value : null))
    expect(outcomes.map((outcome) => outcome?.validated).sort()).toEqual([0, 1])
    expect(outcomes.flatMap((outcome) => outcome?.leftOut ?? [])).toEqual([
      { entryId, name: 'Ada Provati', heldOn: today, why: 'changed', state: 'validated' },
    ])
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(1)
    expect(await database.practiceDecision.count({ where: { entryId } })).toBe(1)
  })

  test('validated and withdrawn at the same moment: one of the two', async () => {
    const { enrolmentId, personId, entryId } = await logged()
    await Promise.all([
      withdrawPractice(authority('learning.follow', { actorId: personId }, now), entryId),
      validatePractice(trainer(), [entryId]),
    ])
    const decisions = await database.practiceDecision.findMany({ where: { entryId } })
    expect(decisions).toHaveLength(1)
    const count = decisions[0]?.outcome === 'validated' ? 1 : 0
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(count)
  })

  test('many at once: what changed, left or does not fit its day is named, the rest is validated all the same', async () => {
    const [good, other] = [await logged(), await logged({ minutes: 30 })]
    const withdrawn = await logged()
    await withdrawPractice(authority('learning.follow', { actorId: withdrawn.personId }, now), withdrawn.entryId)
    const left = await logged()
    await leave(left.enrolmentId)
    const full = await logged({ minutes: 1400 })
    await attend(trainerId, { heldOn: today, enrolmentId: full.enrolmentId, minutes: 41 })
    const far = await logged({}, 'LO.cpi-lodi')
    const wanted = [good, withdrawn, left, full, far, other, good].map(({ entryId }) => entryId)
    const result = await validatePractice(trainer(), [...wanted, 'inventata'])
    expect(result).toMatchObject({ ok: true, value: { validated: 2, gone: 2 } })
    const leftOut = result.ok ? result.value.leftOut : []
    expect(new Map(leftOut.map(({ entryId, why }) => [entryId, why]))).toEqual(
      new Map([
        [withdrawn.entryId, 'changed'],
        [left.entryId, 'left'],
        [full.entryId, 'day-full'],
      ]),
    )
    expect([await stateOf(good.entryId), await stateOf(other.entryId)]).toEqual(['validated', 'validated'])
    expect([await stateOf(left.entryId), await stateOf(full.entryId), await stateOf(far.entryId)]).toEqual([
      'pending',
      'pending',
      'pending',
    ])
    expect(await minutesOf(good.enrolmentId)).toBe(90)
    expect(await minutesOf(full.enrolmentId)).toBe(0)
  })

  test('never one’s own, alone or among others, nor by nobody', async () => {
    const mine = await logged()
    const other = await logged()
    const result = await validatePractice(trainer(bergamo, mine.personId), [other.entryId, mine.entryId])
    expect(result).toMatchObject({ reason: 'own' })
    expect([await stateOf(mine.entryId), await stateOf(other.entryId)]).toEqual(['pending', 'pending'])
    const nobody = { ...trainer(), actorId: null }
    expect(await validatePractice(nobody, [other.entryId])).toMatchObject({ reason: 'absent' })
    const own = { entryId: mine.entryId, reason }
    expect(await returnPractice(trainer(bergamo, mine.personId), own)).toMatchObject({ reason: 'own' })
    await validateAll(trainerId, [mine.entryId], now)
    expect(await revokePractice(trainer(bergamo, mine.personId), own)).toMatchObject({ reason: 'own' })
  })

  test.each<[string, Scope, boolean]>([
    ['the province', bergamo, true],
    ['the region', { kind: 'region' }, true],
    ['the entry where a posting has them', lovere, true],
    ['another province', como, false],
    ['another entry', { kind: 'entry', entry: 'BG.cpi-treviglio', province: 'BG' }, false],
  ])('in the reach of %s', async (_, scope, reached) => {
    const { entryId, personId } = await logged()
    await transact((tx) =>
      tx.posting.create({
        data: {
          id: `p-${entryId}`,
          personId,
          entryId: 'BG.cpi-lovere',
          startsOn: today,
          reason: 'Aiuto',
          createdAt: now,
        },
      }),
    )
    const list = await findPendingPractice(trainer(scope), { pagina: 1 })
    const listed = list.people.flatMap(({ entries }) => entries).some(({ id }) => id === entryId)
    expect(listed).toBe(reached)
    const wanted = { entryId, reason }
    if (!reached) {
      expect(await validatePractice(trainer(scope), [entryId])).toMatchObject({ reason: 'absent' })
      expect(await returnPractice(trainer(scope), wanted)).toMatchObject({ reason: 'absent' })
      expect(await stateOf(entryId)).toBe('pending')
      await validateAll(trainerId, [entryId], now)
      expect(await revokePractice(trainer(scope), wanted)).toMatchObject({ reason: 'absent' })
    } else expect(await validatePractice(trainer(scope), [entryId])).toMatchObject({ ok: true })
  })
})

describe('sending back and revoking', () => {
  test('sent back with a reason: no evidence, and the day has its hours again', async () => {
    const { enrolmentId, personId, entryId } = await logged({ minutes: 1440 })
    expect(await returnPractice(trainer(), { entryId, reason })).toEqual({ ok: true, value: null })
    expect(await stateOf(entryId)).toBe('returned')
    expect(await database.practiceDecision.findMany({ where: { entryId } })).toMatchObject([
      { outcome: 'returned', reason, evidenceId: null },
    ])
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(0)
    expect(await returnPractice(trainer(), { entryId, reason })).toMatchObject({ reason: 'changed' })
    expect(await validatePractice(trainer(), [entryId])).toMatchObject({ value: { validated: 0 } })
    expect(await log({ personId }, { minutes: 1440 }, now)).toBeTruthy()
  })

  test('revoked with a reason, also by another trainer and of who left: the evidence is void, once', async () => {
    const { enrolmentId, entryId } = await logged({ minutes: 120 })
    expect(await revokePractice(trainer(), { entryId, reason })).toMatchObject({ reason: 'changed' })
    await validateAll(trainerId, [entryId], now)
    expect(await minutesOf(enrolmentId)).toBe(120)
    await leave(enrolmentId)
    const other = (await makePerson()).id
    const wanted = { entryId, reason }
    const both = await Promise.all([revokePractice(trainer(bergamo, other), wanted), revokePractice(trainer(), wanted)])
    expect(both.map((result) => (result.ok ? 'revoked' : result.reason)).sort()).toEqual(['changed', 'revoked'])
    const [first, second] = await database.evidence.findMany({ where: { enrolmentId }, orderBy: { seq: 'asc' } })
    expect(second).toMatchObject({ corrects: first?.id, isVoid: true, subject: 'onTheJob', minutes: null })
    expect(await database.evidence.count({ where: { enrolmentId } })).toBe(2)
    expect(await minutesOf(enrolmentId)).toBe(0)
    expect(await stateOf(entryId)).toBe('revoked')
    const decisions = await database.practiceDecision.findMany({ where: { entryId, outcome: 'revoked' } })
    expect(decisions).toMatchObject([{ reason, evidenceId: second?.id }])
    const audit = await database.auditEntry.findMany({ where: { action: 'practice.decide' } })
    expect(audit.some(({ payload }) => payload?.includes(reason))).toBe(false)
  })

  test('what was decided stays: the database refuses to change or delete it', async () => {
    const { entryId } = await logged()
    await validateAll(trainerId, [entryId], now)
    const change = (sql: string) => transact((tx) => tx.$executeRawUnsafe(sql))
    await expect(change(`UPDATE "PracticeDecision" SET "outcome" = 'revoked'`)).rejects.toThrow(/append-only/)
    await expect(change('DELETE FROM "PracticeDecision"')).rejects.toThrow(/append-only/)
    await expect(
      change('INSERT OR REPLACE INTO "PracticeDecision" SELECT * FROM "PracticeDecision" LIMIT 1'),
    ).rejects.toThrow(/append-only/)
  })
})

describe('the list of what waits', () => {
  test('is that of the raw rows: by province, entry and module, without one’s own and those who left', async () => {
    const people = [await logged({}, 'CO.cpi-como'), await logged({}, 'CO.cpi-erba'), await logged({}, 'CO.cpi-como')]
    await log(people[0] ?? { personId: '' }, { heldOn: today, minutes: 15 }, now)
    await validateAll(trainerId, [people[2]?.entryId ?? ''], now)
    const left = await logged({}, 'CO.cpi-como')
    await leave(left.enrolmentId)
    const rows = await database.practiceEntry.findMany({
      where: { state: 'pending' },
      include: { enrolment: { include: { person: true } } },
    })
    const expected = (home: string, without = '') =>
      rows
        .filter(({ enrolment }) => enrolment.activeKey && enrolment.personId !== without)
        .filter(({ enrolment }) => enrolment.person.homeEntryId?.startsWith(home))
        .map(({ id }) => id)
        .sort()
    const found = async (filters = {}, actorId = trainerId) => {
      const { people: listed } = await findPendingPractice(trainer(como, actorId), { pagina: 1, ...filters })
      const ids = listed.flatMap(({ entries }) => entries.map(({ id }) => id)).sort()
      expect(await countPending(trainer(como, actorId), filters)).toBe(ids.length)
      return ids
    }
    expect(expected('CO.')).toHaveLength(3)
    expect(await found()).toEqual(expected('CO.'))
    expect(await found({ sede: 'CO.cpi-erba' })).toEqual(expected('CO.cpi-erba'))
    expect(await found({ provincia: 'BG' })).toEqual([])
    expect(await found({ modulo: 'primo' })).toEqual(expected('CO.'))
    expect(await found({ modulo: 'inventato' })).toEqual([])
    const self = people[0]?.personId ?? ''
    expect(await found({}, self)).toEqual(expected('CO.', self))
    const { people: listed } = await findPendingPractice(trainer(como), { pagina: 1, sede: 'CO.cpi-como' })
    expect(listed).toMatchObject([{ name: 'Ada Provati', home: 'CPI Como', entries: [{}, {}] }])
    const { validations } = await findOwnValidations(trainer(como), 1)
    expect(validations.map(({ id }) => id)).toEqual([people[2]?.entryId])
    expect((await findOwnValidations(trainer({ kind: 'province', province: 'MN' }), 1)).validations).toEqual([])
  })

  test('comes in pages', async () => {
    const person = await learner('PV.cpi-pavia')
    for (let entry = 0; entry < 53; entry += 1) await log(person, { minutes: 5 }, now)
    const pavia = trainer({ kind: 'province', province: 'PV' })
    const pages = [await findPendingPractice(pavia, { pagina: 1 }), await findPendingPractice(pavia, { pagina: 2 })]
    const ids = pages.map(({ people }) => people.flatMap(({ entries }) => entries.map(({ id }) => id)))
    expect([ids[0]?.length, pages[0]?.more, ids[1]?.length, pages[1]?.more]).toEqual([50, true, 3, false])
    expect(new Set(ids.flat()).size).toBe(53)
    const other = (await makePerson()).id
    await validateAll(other, ids.flat(), now)
    const own = { ...pavia, actorId: other }
    const validated = [await findOwnValidations(own, 1), await findOwnValidations(own, 2)]
    expect(validated.map(({ validations, more }) => [validations.length, more])).toEqual([
      [50, true],
      [3, false],
    ])
  })
})
