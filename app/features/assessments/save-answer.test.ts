import { describe, expect, test } from 'vitest'
import { database } from '~/platform/database/client.server'
import { drawnQuestions, learnerAt, learnerBeforeTest, start } from '../../../tests/setup/attempts'
import { saveAnswer } from './save-answer.server'
import { submitAttempt } from './submit-attempt.server'
import { writeAnswer } from './write-answer.server'

const minute = 60_000
const now = new Date('2026-03-02T09:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const attemptRow = (id: string) => database.attempt.findUniqueOrThrow({ where: { id } })

describe('saving an answer', () => {
  test('stores the option behind the place, the mark, and when; nothing in the log', async () => {
    const { personId } = await learnerBeforeTest({ at: now })
    const attemptId = await start(personId, now)
    const [first] = await drawnQuestions(attemptId)
    const before = await database.auditEntry.count()
    const by = learnerAt(personId, later(minute))
    const saved = await saveAnswer(by, { attemptId, position: 1, choice: 2, flagged: true })
    expect(saved).toEqual({ ok: true, value: { at: later(minute), total: 4 } })
    const stored = async () => (await drawnQuestions(attemptId))[0]
    const expected = { answer: first?.optionOrder[1], answeredAt: later(minute), flagged: true, correct: null }
    expect(await stored()).toMatchObject(expected)
    await saveAnswer(learnerAt(personId, later(2 * minute)), { attemptId, position: 1, choice: null, flagged: false })
    expect(await stored()).toMatchObject({ ...expected, flagged: false })
    expect(await database.auditEntry.count()).toBe(before)
    expect((await drawnQuestions(attemptId)).slice(1).every(({ answer: text }) => text === null)).toBe(true)
  })

  test.each([
    ['a question that is not there', { position: 5, choice: 1 }, 'unknown-question'],
    ['question zero', { position: 0, choice: 1 }, 'unknown-question'],
    ['an option that is not there', { position: 1, choice: 4 }, 'unknown-option'],
    ['option zero', { position: 1, choice: 0 }, 'unknown-option'],
    ['half an option', { position: 1, choice: 1.5 }, 'unknown-option'],
  ])('refuses %s, and changes nothing', async (_, forged, reason) => {
    const { personId } = await learnerBeforeTest({ at: now })
    const attemptId = await start(personId, now)
    const before = await drawnQuestions(attemptId)
    const saved = await saveAnswer(learnerAt(personId, now), { attemptId, flagged: true, ...forged })
    expect(saved).toMatchObject({ ok: false, reason })
    expect(await drawnQuestions(attemptId)).toEqual(before)
  })

  test('refuses the attempt of somebody else, and one that does not exist, in the same way', async () => {
    const [owner, other] = [await learnerBeforeTest({ at: now }), await learnerBeforeTest({ at: now })]
    const attemptId = await start(owner.personId, now)
    const choice = { position: 1, choice: 1, flagged: false }
    const theirs = await saveAnswer(learnerAt(other.personId, now), { attemptId, ...choice })
    const none = await saveAnswer(learnerAt(other.personId, now), { attemptId: 'inventato', ...choice })
    expect(theirs).toEqual(none)
    expect(theirs).toMatchObject({ reason: 'absent' })
    expect(await submitAttempt(learnerAt(other.personId, now), attemptId)).toMatchObject({ reason: 'absent' })
    expect((await attemptRow(attemptId)).submittedAt).toBeNull()
  })

  test('from many tabs at once: every question keeps one of the answers sent, and none is lost', async () => {
    const { personId } = await learnerBeforeTest({ at: now })
    const attemptId = await start(personId, now)
    const sent = [1, 2, 3, 4].flatMap((position) => [1, 2, 3].map((choice) => ({ position, choice })))
    const saved = await Promise.all(
      sent.map((one) => saveAnswer(learnerAt(personId, now), { attemptId, flagged: false, ...one })),
    )
    expect(saved.every(({ ok }) => ok)).toBe(true)
    for (const { answer: text, optionOrder } of await drawnQuestions(attemptId)) expect(optionOrder).toContain(text)
  })

  test('from many learners at once: one whose test is handed in meanwhile is refused, and hinders nobody', async () => {
    const attempts: string[] = []
    for (let count = 0; count < 6; count += 1) {
      const { personId } = await learnerBeforeTest({ at: now })
      const attemptId = await start(personId, now)
      if (count === 0) await submitAttempt(learnerAt(personId, now), attemptId)
      attempts.push(attemptId)
    }
    const write = (attemptId: string) =>
      writeAnswer({ attemptId, position: 1, answer: 'b', flagged: true, at: later(minute) })
    expect(await Promise.all(attempts.map(write))).toEqual([false, true, true, true, true, true])
    const firsts = await Promise.all(attempts.map(async (id) => (await drawnQuestions(id))[0]))
    expect(firsts.map((question) => question?.answer)).toEqual([null, 'b', 'b', 'b', 'b', 'b'])
  })

  test('when a transaction fails, whoever waits for it is told, and the next one is written', async () => {
    const { personId } = await learnerBeforeTest({ at: now })
    const attemptId = await start(personId, now)
    const stored = { attemptId, position: 1, flagged: false, at: now }
    const broken = writeAnswer({ ...stored, answer: 'a', at: new Date(Number.NaN) })
    const beside = writeAnswer({ ...stored, position: 2, answer: 'a' })
    await expect(broken).rejects.toThrow()
    await expect(beside).rejects.toThrow()
    expect((await drawnQuestions(attemptId)).map(({ answer }) => answer)).toEqual([null, null, null, null])
    expect(await writeAnswer({ ...stored, answer: 'a' })).toBe(true)
  })
})
