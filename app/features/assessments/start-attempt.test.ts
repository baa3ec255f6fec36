import { describe, expect, test } from 'vitest'
import { enrolPerson } from '~/features/enrolment/enrol-person.server'
import { leaveEnrolment } from '~/features/enrolment/leave-enrolment.server'
import { recordEvidence } from '~/features/evidence/record-evidence.server'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database, transact } from '~/platform/database/client.server'
import { drawnQuestions, learnerAt, learnerBeforeTest, start, takeTest } from '../../../tests/setup/attempts'
import { authority } from '../../../tests/setup/people'
import { someModule } from '../../../tests/setup/plans'
import { findAssessmentStates } from './assessment-state.queries.server'
import { saveAnswer } from './save-answer.server'
import { startAttempt } from './start-attempt.server'
import { submitAttempt } from './submit-attempt.server'

const hour = 3_600_000
const now = new Date('2026-03-02T09:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const attemptRow = (id: string) => database.attempt.findUniqueOrThrow({ where: { id } })
const audits = (personId: string, action: string) =>
  database.auditEntry.findMany({ where: { action, objectId: personId }, orderBy: { seq: 'asc' } })

describe('beginning a test', () => {
  test('draws by the blueprint from the frozen version and stores seed, questions and options', async () => {
    const { personId, enrolmentId, versionId } = await learnerBeforeTest({ at: now })
    const id = await start(personId, now)
    const row = await attemptRow(id)
    expect(row).toMatchObject({
      enrolmentId,
      number: 1,
      total: 4,
      cut: 3,
      dueAt: null,
      submittedAt: null,
      passed: null,
    })
    expect(row.seed).toMatch(/^[0-9a-f]{32}$/)
    const questions = await drawnQuestions(id)
    const bank = (await frozenPlan(versionId)).modules[0]?.questions ?? []
    const objectives = questions.map(({ questionHash }) => bank.find(({ hash }) => hash === questionHash)?.objective)
    expect(objectives.sort()).toEqual(['O1', 'O1', 'O2', 'O2'])
    expect(questions.every(({ optionOrder }) => [...optionOrder].sort().join('') === 'abc')).toBe(true)
    const [begun] = await audits(personId, 'assessment.start')
    expect(JSON.parse(begun?.payload ?? '')).toEqual({ attempt: id, module: 'primo', number: 1 })
  })

  test('twice at the same moment, or from another tab, gives the same attempt', async () => {
    const { personId } = await learnerBeforeTest({ at: now })
    const starts = await Promise.all(Array.from({ length: 6 }, () => start(personId, now)))
    expect(new Set([...starts, await start(personId, later(hour))]).size).toBe(1)
    expect(await audits(personId, 'assessment.start')).toHaveLength(1)
  })

  test('takes the one place of its enrolment and module: the database itself admits no second open attempt', async () => {
    const { personId } = await learnerBeforeTest({ at: now })
    const { id, seed, openKey, enrolmentId } = await attemptRow(await start(personId, now))
    const { enrolmentId: other } = await learnerBeforeTest({ at: now })
    expect(openKey).toBe(`${enrolmentId} primo`)
    const second = { id: `${id}-2`, moduleSlug: 'primo', number: 2, seed, startedAt: now, total: 4, cut: 3 }
    const insert = (openKey: string) =>
      transact((tx) => tx.attempt.create({ data: { ...second, enrolmentId: other, openKey }, select: { id: true } }))
    await expect(insert(openKey ?? '')).rejects.toThrow()
    expect(await insert(`${other} primo`)).toEqual({ id: second.id })
  })

  test('not in an enrolment that was left at the same moment', async () => {
    const { personId, enrolmentId } = await learnerBeforeTest({ at: now })
    const manager = authority('enrolment.write', {}, now)
    const [left, started] = await Promise.all([
      leaveEnrolment(manager, enrolmentId, 'Ha cambiato lavoro'),
      startAttempt(learnerAt(personId, now), 'primo'),
    ])
    expect(left.ok).toBe(true)
    expect(started).toMatchObject({ ok: false, reason: 'absent' })
    expect(await database.attempt.count({ where: { enrolmentId } })).toBe(0)
  })

  test('waits for the lessons, for the prerequisites, and for what the plan does not hold', async () => {
    const modules = [someModule({ slug: 'primo' }), { ...someModule({ slug: 'secondo' }), prerequisites: ['primo'] }]
    const fresh = await learnerBeforeTest({ modules, lessonsRead: false })
    expect(await startAttempt(fresh.authority, 'primo')).toMatchObject({ ok: false, reason: 'lessons-first' })
    expect(await startAttempt(fresh.authority, 'inventato')).toMatchObject({ ok: false, reason: 'absent' })
    const { personId } = await learnerBeforeTest({ modules, at: now })
    expect(await startAttempt(learnerAt(personId, now), 'secondo')).toMatchObject({ reason: 'prerequisites-first' })
    await takeTest(personId, 3, now)
    expect(await startAttempt(learnerAt(personId, now), 'secondo')).toMatchObject({ ok: true })
    expect(await startAttempt(learnerAt(personId, now), 'primo')).toMatchObject({ ok: false, reason: 'passed' })
  })

  test('a module that the profile does not take has no test, and holds none back', async () => {
    const { hours, ...rest } = someModule({ slug: 'primo' })
    const other = { ...rest, hours: hours.operatore ? { operatore: hours.operatore } : {} }
    const own = { ...someModule({ slug: 'secondo' }), prerequisites: ['primo'] }
    const { personId, enrolment, versionId } = await learnerBeforeTest({ modules: [other, own], at: now })
    expect([...(await findAssessmentStates(enrolment, await frozenPlan(versionId), now)).keys()]).toEqual(['secondo'])
    expect(await startAttempt(learnerAt(personId, now), 'primo')).toMatchObject({ reason: 'absent' })
    expect(await startAttempt(learnerAt(personId, now), 'secondo')).toMatchObject({ ok: true })
  })

  test('is nothing for the operator’s commands, nor for who follows no plan', async () => {
    const { enrolment } = await learnerBeforeTest({ at: now })
    const nobody = { ...learnerAt(enrolment.personId, now), actorId: null }
    expect(await startAttempt(nobody, 'primo')).toMatchObject({ reason: 'absent' })
    const id = await start(enrolment.personId, now)
    await transact((tx) => tx.enrolment.update({ where: { id: enrolment.id }, data: { activeKey: null, leftAt: now } }))
    for (const by of [nobody, learnerAt(enrolment.personId, now)]) {
      expect(await startAttempt(by, 'primo')).toMatchObject({ reason: 'absent' })
      expect(await submitAttempt(by, id)).toMatchObject({ reason: 'absent' })
      const choice = { attemptId: id, position: 1, choice: 1, flagged: false }
      expect(await saveAnswer(by, choice)).toMatchObject({ reason: 'absent' })
    }
  })

  test('gives unseen questions first, over three attempts', async () => {
    const { personId } = await learnerBeforeTest({ at: now })
    const ids = [await takeTest(personId, 0, now), await takeTest(personId, 0, later(hour))]
    ids.push(await takeTest(personId, 0, later(26 * hour)))
    const seen = (await Promise.all(ids.map(drawnQuestions))).flat().map(({ questionHash }) => questionHash)
    // Twelve questions in the bank, four in each attempt: none comes twice.
    expect(new Set(seen).size).toBe(12)
  })

  test('gives unseen questions first also in a later version: what was seen in the one that was left counts', async () => {
    const modules = [someModule({ slug: 'primo', questionsPerObjective: 4 })]
    const { personId, enrolmentId } = await learnerBeforeTest({ modules, at: now })
    const before = await drawnQuestions(await takeTest(personId, 0, now))
    await leaveEnrolment(authority('enrolment.write', {}, now), enrolmentId, 'Passa alla versione nuova')
    // With another learner, so that it is in force.
    await learnerBeforeTest({ modules, at: now })
    const again = await enrolPerson(authority('enrolment.write', {}, now), personId)
    if (!again.ok) throw new Error(again.message)
    const actor = { actorId: personId, requestId: 'TEST-0000', now }
    const lessons = { moduleSlug: 'primo', kind: 'recognition' as const, subject: 'lessons', occurredOn: '2026-03-01' }
    await transact((tx) => recordEvidence(tx, actor, { enrolmentId: again.value, ...lessons }))
    const after = await drawnQuestions(await start(personId, now))
    expect(new Set([...before, ...after].map(({ questionHash }) => questionHash)).size).toBe(8)
  })
})

describe('where one stands', () => {
  test('a recognised test is passed without an attempt, since it was recorded', async () => {
    const modules = [someModule({ slug: 'primo' }), someModule({ slug: 'secondo' })]
    const { enrolmentId, enrolment, personId, versionId } = await learnerBeforeTest({ modules, at: now })
    const actor = { actorId: null, requestId: 'TEST-0000', now: later(hour) }
    const recognised = await transact((tx) =>
      recordEvidence(tx, actor, {
        enrolmentId,
        moduleSlug: 'primo',
        kind: 'recognition',
        subject: 'assessment',
        occurredOn: '2025-01-10',
      }),
    )
    const states = async () => findAssessmentStates(enrolment, await frozenPlan(versionId), later(2 * hour))
    expect((await states()).get('primo')).toEqual({ kind: 'passed', attemptId: null, at: later(hour) })
    expect((await states()).get('secondo')).toEqual({ kind: 'ready', number: 1, attempts: 3 })
    expect(await startAttempt(learnerAt(personId, later(2 * hour)), 'primo')).toMatchObject({ reason: 'passed' })
    await transact((tx) =>
      recordEvidence(tx, actor, {
        enrolmentId,
        moduleSlug: 'primo',
        kind: 'recognition',
        subject: 'assessment',
        occurredOn: '2025-01-10',
        corrects: recognised,
        isVoid: true,
      }),
    )
    expect((await states()).get('primo')).toMatchObject({ kind: 'ready', number: 1 })
  })
})
