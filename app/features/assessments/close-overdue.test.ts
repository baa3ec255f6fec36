import { describe, expect, test } from 'vitest'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database, transact } from '~/platform/database/client.server'
import { answer, learnerAt, learnerBeforeTest, start } from '../../../tests/setup/attempts'
import { someModule } from '../../../tests/setup/plans'
import { findAssessmentStates } from './assessment-state.queries.server'
import { closeAllOverdue } from './close-overdue.server'
import { saveAnswer } from './save-answer.server'
import { startAttempt } from './start-attempt.server'
import { submitAttempt } from './submit-attempt.server'

const minute = 60_000
const hour = 3_600_000
const now = new Date('2026-03-02T09:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const timed = (minutes = 20) => {
  const module = someModule({ slug: 'primo' })
  return { ...module, assessment: { ...module.assessment, timeLimitMinutes: minutes } }
}
const attemptRow = (id: string) => database.attempt.findUniqueOrThrow({ where: { id } })
const audits = (personId: string, action: string) =>
  database.auditEntry.findMany({ where: { action, objectId: personId }, orderBy: { seq: 'asc' } })
const assessmentEvidence = (enrolmentId: string) =>
  database.evidence.findMany({ where: { enrolmentId, kind: 'assessment' } })

describe('the time limit', () => {
  test('an answer in flight counts for ten seconds; then the test closes with what was saved', async () => {
    const { personId, enrolmentId } = await learnerBeforeTest({ modules: [timed()], at: now })
    const attemptId = await start(personId, now)
    expect((await attemptRow(attemptId)).dueAt).toEqual(later(20 * minute))
    await answer(personId, attemptId, 3, later(20 * minute + 10_000))
    const late = later(20 * minute + 10_001)
    const choice = { attemptId, position: 1, choice: 1, flagged: false }
    expect(await saveAnswer(learnerAt(personId, late), choice)).toMatchObject({ ok: false, reason: 'time-over' })
    const closed = {
      submittedAt: later(20 * minute + 10_000),
      closedBy: 'time',
      correct: 3,
      passed: true,
      openKey: null,
    }
    expect(await attemptRow(attemptId)).toMatchObject(closed)
    expect(await assessmentEvidence(enrolmentId)).toHaveLength(1)
    expect(await saveAnswer(learnerAt(personId, late), choice)).toMatchObject({ ok: false, reason: 'closed' })
    expect((await audits(personId, 'assessment.submit'))[0]).toMatchObject({ actorId: null })
  })

  test('handed in after the time it counts as closed by time, at the end of the time', async () => {
    const { personId } = await learnerBeforeTest({ modules: [timed()], at: now })
    const id = await start(personId, now)
    expect(await submitAttempt(learnerAt(personId, later(3 * hour)), id)).toEqual({ ok: true, value: id })
    const end = later(20 * minute + 10_000)
    expect(await attemptRow(id)).toMatchObject({ submittedAt: end, closedBy: 'time', correct: 0, passed: false })
  })

  test('within the ten seconds it is the learner who hands in', async () => {
    const { personId } = await learnerBeforeTest({ modules: [timed()], at: now })
    const id = await start(personId, now)
    await submitAttempt(learnerAt(personId, later(20 * minute + 9_000)), id)
    expect(await attemptRow(id)).toMatchObject({ closedBy: 'learner', submittedAt: later(20 * minute + 9_000) })
  })

  test('beginning again closes the old one first, and the wait runs from the end of its time', async () => {
    const { personId } = await learnerBeforeTest({ modules: [timed()], at: now })
    const id = await start(personId, now)
    const end = 20 * minute + 10_000
    expect(await startAttempt(learnerAt(personId, later(hour)), 'primo')).toMatchObject({ reason: 'waiting' })
    expect(await attemptRow(id)).toMatchObject({ closedBy: 'time' })
    expect(await startAttempt(learnerAt(personId, later(end + hour - 1)), 'primo')).toMatchObject({ reason: 'waiting' })
    expect(await startAttempt(learnerAt(personId, later(end + hour)), 'primo')).toMatchObject({ ok: true })
  })

  test('reading where one stands closes it too', async () => {
    const { personId, enrolment, versionId } = await learnerBeforeTest({ modules: [timed()], at: now })
    const id = await start(personId, now)
    const plan = await frozenPlan(versionId)
    const at = async (ms: number) => (await findAssessmentStates(enrolment, plan, later(ms))).get('primo')
    const dueAt = later(20 * minute)
    expect(await at(20 * minute)).toEqual({ kind: 'in-progress', attemptId: id, number: 1, dueAt })
    expect(await at(21 * minute)).toMatchObject({ kind: 'waiting', number: 2 })
    expect(await attemptRow(id)).toMatchObject({ closedBy: 'time' })
  })

  test('the housekeeping closes what nobody touches, once, and leaves what has time or no limit', async () => {
    const [late, early] = [
      await learnerBeforeTest({ modules: [timed(20)], at: now }),
      await learnerBeforeTest({ modules: [timed(90)], at: now }),
    ]
    const unlimited = await learnerBeforeTest({ at: now })
    const ids = [
      await start(late.personId, now),
      await start(early.personId, now),
      await start(unlimited.personId, now),
    ]
    const [first] = await Promise.all([closeAllOverdue(later(hour)), closeAllOverdue(later(hour))])
    expect(first).toBe(1)
    const rows = await Promise.all(ids.map(attemptRow))
    expect(rows.map(({ closedBy }) => closedBy)).toEqual(['time', null, null])
    expect(await audits(late.personId, 'assessment.submit')).toHaveLength(1)
    expect(await closeAllOverdue(later(hour))).toBe(0)
  })

  test('an attempt that cannot be closed is told, and keeps no other open', async () => {
    const broken = await learnerBeforeTest({ modules: [timed()], at: now })
    const sound = await learnerBeforeTest({ modules: [timed()], at: now })
    const [brokenId, soundId] = [await start(broken.personId, now), await start(sound.personId, now)]
    const unknown = { attemptId: brokenId, position: 99, questionHash: 'ignota', optionOrder: '[]' }
    await transact((tx) => tx.attemptQuestion.create({ data: unknown }))
    await expect(closeAllOverdue(later(hour))).rejects.toThrow('1 overdue attempts could not be closed')
    expect(await attemptRow(brokenId)).toMatchObject({ submittedAt: null })
    expect(await attemptRow(soundId)).toMatchObject({ closedBy: 'time' })
  })
})
