import { describe, expect, test } from 'vitest'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { drawnQuestions, learnerAt, learnerBeforeTest, start, takeTest } from '../../../tests/setup/attempts'
import { finalTest, someModule } from '../../../tests/setup/plans'
import { findAttemptResult } from './attempt-result.queries.server'
import { startAttempt } from './start-attempt.server'

const slug = 'test-finale'
const now = new Date('2026-03-02T09:00:00Z')
const tomorrow = new Date('2026-03-03T09:00:00Z')

/** Two modules, each of two lessons and four questions in its test, and the final test over both. */
async function learnerBeforeFinal() {
  const hours = { navigator: { online: 1, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 } }
  const modules = ['primo', 'secondo'].map((slug) => {
    const module = someModule({ slug, hours })
    const questions = module.questions.map((question) => ({ ...question, stem: `${question.stem} (${slug})` }))
    return { ...module, questions }
  })
  return learnerBeforeTest({ modules: [...modules, finalTest(modules)], at: now })
}

const completion = (id: string) =>
  database.enrolment.findUniqueOrThrow({ where: { id }, select: { completedAt: true } })

describe('the final test of the plan', () => {
  test('opens when the tests of all the modules are passed', async () => {
    const { personId } = await learnerBeforeFinal()
    expect(await startAttempt(learnerAt(personId, now), slug)).toMatchObject({ reason: 'prerequisites-first' })
    await takeTest(personId, 4, now)
    expect(await startAttempt(learnerAt(personId, now), slug)).toMatchObject({ reason: 'prerequisites-first' })
    await takeTest(personId, 4, now, 'secondo')
    expect(await startAttempt(learnerAt(personId, now), slug)).toMatchObject({ ok: true })
  })

  test('draws from the frozen banks of all the modules, by its blueprint, and first what was never asked', async () => {
    const { personId, versionId } = await learnerBeforeFinal()
    const asked = await Promise.all(
      [await takeTest(personId, 4, now), await takeTest(personId, 4, now, 'secondo')].map(drawnQuestions),
    )
    const plan = await frozenPlan(versionId)
    const home = new Map(plan.modules.flatMap(({ slug, questions }) => questions.map(({ hash }) => [hash, slug])))
    const drawn = await drawnQuestions(await start(personId, now, slug))
    expect(drawn.map(({ questionHash }) => home.get(questionHash)).sort()).toEqual(['primo', 'secondo'])
    const before = new Set(asked.flat().map(({ questionHash }) => questionHash))
    expect(drawn.filter(({ questionHash }) => before.has(questionHash))).toEqual([])
  })

  test('completes the plan, and nothing before it does', async () => {
    const { personId, enrolmentId } = await learnerBeforeFinal()
    await takeTest(personId, 4, now)
    await takeTest(personId, 4, now, 'secondo')
    const modules = await database.moduleProgress.findMany({ where: { enrolmentId } })
    expect(modules.every(({ completedAt }) => completedAt)).toBe(true)
    expect(await completion(enrolmentId)).toEqual({ completedAt: null })
    await takeTest(personId, 1, now, slug)
    expect(await completion(enrolmentId)).toEqual({ completedAt: null })
    await takeTest(personId, 2, tomorrow, slug)
    expect(await completion(enrolmentId)).toEqual({ completedAt: tomorrow })
  })

  test('after a failure says which modules to read again, after passing shows every question', async () => {
    const { personId } = await learnerBeforeFinal()
    await takeTest(personId, 4, now)
    await takeTest(personId, 4, now, 'secondo')
    const failed = await findAttemptResult(learnerAt(personId, now), await takeTest(personId, 1, now, slug))
    expect(failed).toMatchObject({ label: 'Test finale, tentativo 1 di 2', questions: null })
    const objectives = failed.status === 'ended' ? failed.objectives : []
    expect(objectives.flatMap(({ again }) => again)).toEqual([
      { kind: 'module', to: '/moduli/primo', title: 'Modulo primo' },
      { kind: 'module', to: '/moduli/secondo', title: 'Modulo secondo' },
    ])
    expect(objectives.reduce((sum, { right }) => sum + right, 0)).toBe(1)
    const passed = await findAttemptResult(learnerAt(personId, tomorrow), await takeTest(personId, 2, tomorrow, slug))
    const reviewed = passed.status === 'ended' ? (passed.questions ?? []) : []
    expect(reviewed.map(({ own, right, explanation }) => [own, right, explanation])).toEqual([
      ['Risposta a', 'Risposta a', 'È la prima.'],
      ['Risposta a', 'Risposta a', 'È la prima.'],
    ])
  })
})
