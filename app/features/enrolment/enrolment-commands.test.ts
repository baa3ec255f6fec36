import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { verifyAudit } from '~/platform/audit/verify-audit.server'
import { database, transact } from '~/platform/database/client.server'
import { byHand } from '../../../tests/setup/by-hand'
import { enrol } from '../../../tests/setup/enrolments'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { enrolPeople, previewBatch } from './enrol-people.server'
import { enrolPerson } from './enrol-person.server'
import { findActiveEnrolment } from './enrolment.queries.server'
import { leaveEnrolment } from './leave-enrolment.server'
import { returnToEnrolment } from './return-to-enrolment.server'

const by = authority('enrolment.write', { actorId: 'gestore' })
const bergamo = authority('enrolment.write', { scopes: [{ kind: 'province', province: 'BG' }] })
const learner = { profile: 'navigator', roles: [{ role: 'learner' as const }] }
const eventsOf = (enrolmentId: string) =>
  database.enrolmentEvent.findMany({
    where: { enrolmentId },
    orderBy: { at: 'asc' },
    select: { kind: true, byId: true, reason: true },
  })

let versionId = ''

test('while no version is in force, nobody is enrolled', async () => {
  await loadTerritory()
  const person = await makePerson(learner)
  expect(await enrolPerson(by, person.id)).toMatchObject({ ok: false, reason: 'no-plan' })
  expect(await previewBatch(by, { place: { kind: 'province', province: 'BG' } })).toMatchObject({ reason: 'no-plan' })
  await makePlan({ approved: false })
  expect(await enrolPeople(by, { place: { kind: 'province', province: 'BG' } }, 'v')).toMatchObject({
    reason: 'no-plan',
  })
  versionId = (await makePlan()).versionId
})

describe('enrolPerson', () => {
  test('pins the version in force and the profile, with event and audit row', async () => {
    const person = await makePerson(learner)
    const enrolled = await enrolPerson(by, person.id)
    const id = enrolled.ok ? enrolled.value : ''
    const pinned = { id, personId: person.id, versionId, profile: 'navigator', enrolledAt: by.now, completedAt: null }
    expect(await findActiveEnrolment(person.id)).toEqual(pinned)
    expect(await eventsOf(id)).toEqual([{ kind: 'enrolled', byId: 'gestore', reason: null }])
    const audit = await database.auditEntry.findFirst({ orderBy: { seq: 'desc' } })
    expect(audit).toMatchObject({ action: 'enrolment.create', objectType: 'person', objectId: person.id })
    expect(JSON.parse(audit?.payload ?? '')).toEqual({ enrolment: id, version: versionId, profile: 'navigator' })
    await makePlan()
    expect(await findActiveEnrolment(person.id)).toEqual(pinned)
    versionId = (await makePlan()).versionId
  })

  test('two at once give one enrolment', async () => {
    const person = await makePerson(learner)
    const answers = await Promise.all(Array.from({ length: 4 }, () => enrolPerson(by, person.id)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: 'already' })
    expect(await database.enrolment.count({ where: { personId: person.id } })).toBe(1)
  })

  test.each([
    ['deactivated', { ...learner, deactivatedAt: new Date() }],
    ['not-learner', { profile: 'navigator' }],
    ['not-learner', { profile: 'navigator', roles: [{ role: 'trainer' as const }] }],
    ['not-learner', { profile: 'navigator', roles: [{ role: 'learner' as const, endsOn: '2019-02-01' }] }],
    ['no-profile', { roles: [{ role: 'learner' as const }] }],
  ])('refuses who is %s', async (reason, traits) => {
    const person = await makePerson(traits)
    expect(await enrolPerson(by, person.id)).toMatchObject({ ok: false, reason })
    expect(await findActiveEnrolment(person.id)).toBeNull()
  })

  test('out of scope is as if absent', async () => {
    const person = await makePerson({ ...learner, homeEntryId: 'BS.cpi-brescia' })
    const homeless = await makePerson(learner)
    for (const id of [person.id, homeless.id, 'nessuno']) {
      expect(await enrolPerson(bergamo, id)).toMatchObject({ ok: false, reason: 'absent' })
    }
  })
})

describe('leaving and returning', () => {
  test('the same enrolment, with its events', async () => {
    const { enrolmentId, personId, enrolment } = await enrol({ versionId })
    expect(await leaveEnrolment(by, enrolmentId, 'Cambio di incarico')).toEqual({ ok: true, value: null })
    expect(await findActiveEnrolment(personId)).toBeNull()
    expect(await database.enrolment.findUnique({ where: { id: enrolmentId } })).toMatchObject({ leftAt: by.now })
    expect(await leaveEnrolment(by, enrolmentId, 'Di nuovo')).toMatchObject({ reason: 'already-left' })

    expect(await returnToEnrolment(by, enrolmentId)).toEqual({ ok: true, value: null })
    expect(await findActiveEnrolment(personId)).toEqual(enrolment)
    expect(await returnToEnrolment(by, enrolmentId)).toMatchObject({ reason: 'already-active' })
    expect((await eventsOf(enrolmentId)).map(({ kind, reason }) => [kind, reason]).sort()).toEqual([
      ['enrolled', null],
      ['left', 'Cambio di incarico'],
      ['returned', null],
    ])
    const acts = await database.auditEntry.findMany({ where: { objectId: personId }, orderBy: { seq: 'asc' } })
    expect(acts.map(({ action }) => action)).toEqual(['enrolment.create', 'enrolment.leave', 'enrolment.return'])
    expect(JSON.stringify(acts)).not.toContain('Cambio di incarico')
  })

  test('who left this version comes back to it; a later one takes them anew, and then the old one does not', async () => {
    const { enrolmentId, personId } = await enrol({ versionId })
    await leaveEnrolment(by, enrolmentId, 'Pausa')
    expect(await enrolPerson(by, personId)).toMatchObject({ reason: 'left' })
    versionId = (await makePlan()).versionId
    expect(await enrolPerson(by, personId)).toMatchObject({ ok: true })
    expect(await returnToEnrolment(by, enrolmentId)).toMatchObject({ reason: 'other-active' })
    expect(await findActiveEnrolment(personId)).toMatchObject({ versionId })
  })

  test('not while deactivated, nor without the role', async () => {
    const { enrolmentId, personId } = await enrol({ versionId })
    await leaveEnrolment(by, enrolmentId, 'Pausa')
    await transact((tx) => tx.person.update({ where: { id: personId }, data: { deactivatedAt: new Date() } }))
    expect(await returnToEnrolment(by, enrolmentId)).toMatchObject({ reason: 'deactivated' })
    await transact((tx) => tx.person.update({ where: { id: personId }, data: { deactivatedAt: null } }))
    await transact((tx) => tx.roleAssignment.updateMany({ where: { personId }, data: { endsOn: '2019-02-01' } }))
    expect(await returnToEnrolment(by, enrolmentId)).toMatchObject({ reason: 'not-learner' })
  })

  test('deactivating somebody, or ending their role, leaves the enrolment as it is', async () => {
    const { personId, enrolment } = await enrol({ versionId })
    await transact((tx) => tx.person.update({ where: { id: personId }, data: { deactivatedAt: new Date() } }))
    expect(await findActiveEnrolment(personId)).toEqual(enrolment)
  })

  test('at once: one of each', async () => {
    const { enrolmentId } = await enrol({ versionId })
    const left = await Promise.all([leaveEnrolment(by, enrolmentId, 'Uno'), leaveEnrolment(by, enrolmentId, 'Due')])
    expect(left.map(({ ok }) => ok).sort()).toEqual([false, true])
    const back = await Promise.all([returnToEnrolment(by, enrolmentId), returnToEnrolment(by, enrolmentId)])
    expect(back.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  test('out of scope is as if absent', async () => {
    const { enrolmentId } = await enrol({ versionId, homeEntryId: 'BS.cpi-brescia' })
    expect(await leaveEnrolment(bergamo, enrolmentId, 'Prova')).toMatchObject({ reason: 'absent' })
    expect(await leaveEnrolment(by, 'nessuna', 'Prova')).toMatchObject({ reason: 'absent' })
    await leaveEnrolment(by, enrolmentId, 'Prova')
    expect(await returnToEnrolment(bergamo, enrolmentId)).toMatchObject({ reason: 'absent' })
    expect(await returnToEnrolment(by, 'nessuna')).toMatchObject({ reason: 'absent' })
  })
})

describe('a batch', () => {
  const albino = { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' } as const
  const province = { kind: 'province', province: 'BG' } as const

  test('enrols the active learners of a place, and says whom it left out', async () => {
    const home = { homeEntryId: 'BG.cpi-albino' }
    versionId = (await makePlan({ modules: [someModule({ slug: 'primo', hours: { navigator: someHours } })] }))
      .versionId
    const two = [await makePerson({ ...learner, ...home }), await makePerson({ ...learner, ...home })]
    await enrol({ versionId, ...home })
    const { enrolmentId } = await enrol({ versionId, ...home })
    await leaveEnrolment(by, enrolmentId, 'Pausa')
    await makePerson({ ...learner, ...home, profile: 'operatore' })
    await makePerson({ ...home, roles: [{ role: 'learner' }] })
    await makePerson({ ...learner, ...home, deactivatedAt: new Date() })
    await makePerson({ ...home, profile: 'navigator' })
    await makePerson({ ...learner, homeEntryId: 'BG.cpi-lovere' })

    const counts = { toEnrol: 2, already: 1, left: 1, withoutPlan: 2 }
    expect(await previewBatch(bergamo, { place: albino })).toMatchObject({ value: { ...counts, versionId } })
    expect(await previewBatch(bergamo, { place: province })).toMatchObject({ value: { ...counts, toEnrol: 3 } })
    const operators = await previewBatch(bergamo, { place: albino, profile: 'operatore' })
    expect(operators).toMatchObject({ value: { toEnrol: 0, already: 0, left: 0, withoutPlan: 1 } })
    expect(await database.enrolment.count({ where: { personId: { in: two.map(({ id }) => id) } } })).toBe(0)

    const answers = await Promise.all([
      enrolPeople(bergamo, { place: albino }, versionId),
      enrolPeople(bergamo, { place: albino }, versionId),
    ])
    expect(answers).toEqual([
      { ok: true, value: counts },
      { ok: true, value: { ...counts, toEnrol: 0, already: 3 } },
    ])
    for (const { id } of two) expect(await findActiveEnrolment(id)).toMatchObject({ versionId, profile: 'navigator' })
  })

  test('not out of scope, and not in another version than the one that was shown', async () => {
    const milan = { kind: 'province', province: 'MI' } as const
    expect(await previewBatch(bergamo, { place: milan })).toMatchObject({ ok: false, reason: 'absent' })
    expect(await enrolPeople(bergamo, { place: milan }, versionId)).toMatchObject({ ok: false, reason: 'absent' })
    expect(await previewBatch(by, { place: { kind: 'province', province: 'XX' } })).toMatchObject({ reason: 'absent' })
    const nowhere = { kind: 'entry', entry: 'BG.cpi-altrove', province: 'BG' } as const
    expect(await enrolPeople(by, { place: nowhere }, versionId)).toMatchObject({ reason: 'absent' })
    const entryAlone = authority('enrolment.write', { scopes: [albino] })
    expect(await previewBatch(entryAlone, { place: province })).toMatchObject({ reason: 'absent' })
    expect(await enrolPeople(by, { place: province }, 'altra')).toMatchObject({ ok: false, reason: 'plan-changed' })
  })

  test('3,000 people: each with event and audit row, in seconds', async () => {
    await insertLearners(3000)
    const before = await database.auditEntry.count()
    const started = performance.now()
    const counts = { toEnrol: 3000, already: 0, left: 0, withoutPlan: 0 }
    expect(await enrolPeople(by, { place: { kind: 'province', province: 'MI' } }, versionId)).toMatchObject({
      value: counts,
    })
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(await database.auditEntry.count()).toBe(before + 3000)
    const enrolled = { person: { homeEntryId: { startsWith: 'MI.' } } }
    expect(await database.enrolment.count({ where: { ...enrolled, activeKey: { not: null }, versionId } })).toBe(3000)
    expect(
      await database.enrolmentEvent.count({ where: { kind: 'enrolled', byId: 'gestore', enrolment: enrolled } }),
    ).toBe(3000)
    expect(await verifyAudit()).toMatchObject({ ok: true })
  })
})

const someHours = { online: 1, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }

async function insertLearners(count: number) {
  const [entry] = await database.entry.findMany({ where: { provinceCode: 'MI' }, take: 1, select: { id: true } })
  const people = Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    email: `m${n}@milano.example`,
    firstName: 'Ada',
    lastName: `Prova ${n}`,
    surnameKey: `prova ${n} ada`,
    firstNameKey: `ada prova ${n}`,
    profile: 'navigator',
    homeEntryId: entry?.id,
    createdAt: new Date(),
  }))
  const roles = people.map(({ id }) => ({
    id: randomUUID(),
    personId: id,
    role: 'learner',
    scopeKind: 'entry',
    scopeId: entry?.id,
    startsOn: '2019-01-01',
    createdAt: new Date(),
  }))
  await transact(async (tx) => {
    await tx.person.createMany({ data: people })
    await tx.roleAssignment.createMany({ data: roles })
  })
}

describe('the tables refuse', () => {
  beforeAll(async () => {
    const { enrolmentId } = await enrol({ versionId })
    await leaveEnrolment(by, enrolmentId, 'Pausa')
  })

  test.each([
    ['a change of an event', 'UPDATE "EnrolmentEvent" SET "reason" = \'altro\'', /EnrolmentEvent is append-only/],
    ['the end of an event', 'DELETE FROM "EnrolmentEvent"', /EnrolmentEvent is append-only/],
    [
      'an event in the place of another',
      'INSERT OR REPLACE INTO "EnrolmentEvent" SELECT * FROM "EnrolmentEvent" LIMIT 1',
      /EnrolmentEvent is append-only/,
    ],
    ['another version', 'UPDATE "Enrolment" SET "versionId" = \'altra\'', /pins its version/],
    [
      'another profile',
      'UPDATE "Enrolment" SET "profile" = \'operatore\' WHERE "profile" = \'navigator\'',
      /pins its version/,
    ],
    ['the end of an enrolment', 'DELETE FROM "Enrolment"', /Enrolments are kept/],
  ])('%s', (_, sql, message) => {
    byHand((file) => expect(() => file.exec(sql)).toThrow(message))
  })
})
