import { describe, expect, test } from 'vitest'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { verifyAudit } from '~/platform/audit/verify-audit.server'
import { database, transact } from '~/platform/database/client.server'
import { answer, drawnQuestions, learnerAt, learnerBeforeTest, start, takeTest } from '../../../tests/setup/attempts'
import { findAssessmentStates } from './assessment-state.queries.server'
import { saveAnswer } from './save-answer.server'
import { submitAttempt } from './submit-attempt.server'

const minute = 60_000
const hour = 3_600_000
const now = new Date('2026-03-02T09:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const attemptRow = (id: string) => database.attempt.findUniqueOrThrow({ where: { id } })
const audits = (personId: string, action: string) =>
  database.auditEntry.findMany({ where: { action, objectId: personId }, orderBy: { seq: 'asc' } })
const assessmentEvidence = (enrolmentId: string) =>
  database.evidence.findMany({ where: { enrolmentId, kind: 'assessment' } })

describe('handing in', () => {
  test('scores with the frozen keys: what is not answered is wrong', async () => {
    const { personId, enrolmentId } = await learnerBeforeTest({ at: now })
    const id = await start(personId, now)
    const [first, second] = await drawnQuestions(id)
    for (const question of [first, second]) {
      const choice = (question?.optionOrder.indexOf('a') ?? 0) + 1
      await saveAnswer(learnerAt(personId, now), {
        attemptId: id,
        position: question?.position ?? 0,
        choice,
        flagged: false,
      })
    }
    await submitAttempt(learnerAt(personId, later(minute)), id)
    const closed = { submittedAt: later(minute), closedBy: 'learner', correct: 2, passed: false, openKey: null }
    expect(await attemptRow(id)).toMatchObject(closed)
    expect((await drawnQuestions(id)).map(({ correct }) => correct)).toEqual([true, true, false, false])
    expect(await assessmentEvidence(enrolmentId)).toEqual([])
  })

  test('once: sent many times at the same moment it is scored, logged and recorded once', async () => {
    const { personId, enrolmentId, enrolment, versionId } = await learnerBeforeTest({ at: now })
    const id = await start(personId, now)
    await answer(personId, id, 3, now)
    const times = [1, 2, 3, 4, 5].map((count) => later(count * minute))
    const results = await Promise.all(times.map((at) => submitAttempt(learnerAt(personId, at), id)))
    expect(results).toEqual(times.map(() => ({ ok: true, value: id })))
    const row = await attemptRow(id)
    expect(row).toMatchObject({ correct: 3, passed: true, closedBy: 'learner' })
    expect(await submitAttempt(learnerAt(personId, later(hour)), id)).toEqual({ ok: true, value: id })
    expect(await attemptRow(id)).toEqual(row)
    const submits = await audits(personId, 'assessment.submit')
    expect(submits.map(({ payload }) => JSON.parse(payload ?? ''))).toEqual([
      { attempt: id, module: 'primo', number: 1, closedBy: 'learner' },
    ])
    expect(await assessmentEvidence(enrolmentId)).toMatchObject([
      { moduleSlug: 'primo', subject: id, occurredOn: '2026-03-02' },
    ])
    const states = await findAssessmentStates(enrolment, await frozenPlan(versionId), later(hour))
    expect(states.get('primo')).toEqual({ kind: 'passed', attemptId: id, at: row.submittedAt })
    expect((await verifyAudit()).ok).toBe(true)
  })

  test('the log says of a passed test what it says of a failed one: who reads it may not see the outcome', async () => {
    const told = async (right: number) => {
      const { personId, enrolmentId } = await learnerBeforeTest({ at: now })
      const id = await start(personId, now)
      await answer(personId, id, right, now)
      const { seq } = await database.auditEntry.findFirstOrThrow({ orderBy: { seq: 'desc' } })
      await submitAttempt(learnerAt(personId, later(minute)), id)
      const rows = await database.auditEntry.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' } })
      const written = rows.map(({ actorId, action, objectType, objectId, payload }) =>
        JSON.stringify({ actorId, action, objectType, objectId, payload }),
      )
      const names: [string, string][] = [
        [id, 'il tentativo'],
        [personId, 'la persona'],
        [enrolmentId, 'l’iscrizione'],
      ]
      return written.map((row) => names.reduce((text, [own, name]) => text.replaceAll(own, name), row))
    }
    expect(await told(4)).toEqual(await told(0))
  })

  test('while answers are being saved: each one stands before the end or is refused', async () => {
    const { personId } = await learnerBeforeTest({ at: now })
    const attemptId = await start(personId, now)
    await answer(personId, attemptId, 0, now)
    const questions = await drawnQuestions(attemptId)
    const saves = questions.map(({ position, optionOrder }) =>
      saveAnswer(learnerAt(personId, now), {
        attemptId,
        position,
        choice: optionOrder.indexOf('a') + 1,
        flagged: false,
      }),
    )
    const [, ...saved] = await Promise.all([submitAttempt(learnerAt(personId, now), attemptId), ...saves])
    const rows = await drawnQuestions(attemptId)
    saved.forEach((result, index) => {
      expect(rows[index]?.answer).toBe(result.ok ? 'a' : 'b')
      expect(rows[index]?.correct).toBe(result.ok)
      if (!result.ok) expect(result.reason).toBe('closed')
    })
    expect((await attemptRow(attemptId)).correct).toBe(saved.filter(({ ok }) => ok).length)
  })

  test('an answer after handing in is refused', async () => {
    const { personId } = await learnerBeforeTest({ at: now })
    const attemptId = await takeTest(personId, 0, now)
    const before = await drawnQuestions(attemptId)
    const choice = { attemptId, position: 1, choice: 1, flagged: true }
    expect(await saveAnswer(learnerAt(personId, now), choice)).toMatchObject({ ok: false, reason: 'closed' })
    expect(await drawnQuestions(attemptId)).toEqual(before)
  })
})

describe('the database itself refuses', () => {
  test('a change to what was handed in, and to what was drawn', async () => {
    const { personId } = await learnerBeforeTest({ at: now })
    const id = await takeTest(personId, 2, now)
    const change = (sql: string) => transact((tx) => tx.$executeRawUnsafe(sql))
    const closed = /does not change|are kept/
    await expect(change(`UPDATE "Attempt" SET "passed" = 1 WHERE "id" = '${id}'`)).rejects.toThrow(closed)
    await expect(change(`UPDATE "Attempt" SET "submittedAt" = NULL WHERE "id" = '${id}'`)).rejects.toThrow(closed)
    await expect(change(`UPDATE "AttemptQuestion" SET "answer" = 'a' WHERE "attemptId" = '${id}'`)).rejects.toThrow(
      closed,
    )
    await expect(change(`UPDATE "AttemptQuestion" SET "correct" = 1 WHERE "attemptId" = '${id}'`)).rejects.toThrow(
      closed,
    )
    await expect(change(`DELETE FROM "AttemptQuestion" WHERE "attemptId" = '${id}'`)).rejects.toThrow(closed)
    await expect(change(`DELETE FROM "Attempt" WHERE "id" = '${id}'`)).rejects.toThrow(closed)
    const open = await start(personId, later(hour))
    const drawn = `WHERE "attemptId" = '${open}'`
    await expect(change(`UPDATE "AttemptQuestion" SET "questionHash" = 'x' ${drawn}`)).rejects.toThrow(closed)
    await expect(change(`UPDATE "AttemptQuestion" SET "optionOrder" = '[]' ${drawn}`)).rejects.toThrow(closed)
    await expect(change(`UPDATE "Attempt" SET "dueAt" = NULL, "seed" = 'x' WHERE "id" = '${open}'`)).rejects.toThrow(
      closed,
    )
  })

  test('a row put in the place of another, or added to what was handed in', async () => {
    const { personId } = await learnerBeforeTest({ at: now })
    const id = await takeTest(personId, 2, now)
    const open = await start(personId, later(hour))
    const change = (sql: string) => transact((tx) => tx.$executeRawUnsafe(sql))
    for (const attempt of [id, open]) {
      const replaced = `REPLACE INTO "Attempt" SELECT * FROM "Attempt" WHERE "id" = '${attempt}'`
      await expect(change(replaced)).rejects.toThrow(/already there/)
      const questions = `REPLACE INTO "AttemptQuestion" SELECT * FROM "AttemptQuestion" WHERE "attemptId" = '${attempt}'`
      await expect(change(questions)).rejects.toThrow(/does not change/)
    }
    const added = `INSERT INTO "AttemptQuestion" ("attemptId", "position", "questionHash", "optionOrder")
      VALUES ('${id}', 99, 'x', '[]')`
    await expect(change(added)).rejects.toThrow(/does not change/)
    const moved = `UPDATE "AttemptQuestion" SET "attemptId" = '${id}', "position" = 98 WHERE "attemptId" = '${open}' AND "position" = 1`
    await expect(change(moved)).rejects.toThrow(/does not change/)
    for (const column of ['cut', 'total']) {
      const lowered = `UPDATE "Attempt" SET "${column}" = 0 WHERE "id" = '${open}'`
      await expect(change(lowered)).rejects.toThrow(/does not change/)
    }
  })

  test('a second open attempt at the same test', async () => {
    const { personId } = await learnerBeforeTest({ at: now })
    const row = await attemptRow(await start(personId, now))
    const again = transact((tx) => tx.attempt.create({ data: { ...row, id: 'altro', number: 2 } }))
    await expect(again).rejects.toThrow()
  })
})
