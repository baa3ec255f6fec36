import { describe, expect, test } from 'vitest'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { answer, learnerAt, learnerBeforeTest, start, takeTest } from '../../../tests/setup/attempts'
import { sent, shown } from '../../../tests/setup/pages'
import { someModule } from '../../../tests/setup/plans'
import AssessmentPage, { loader as readAssessment } from './pages/assessment-page'
import AttemptPage, { loader as readQuestion } from './pages/attempt-page'
import ResultPage, { loader as readResult } from './pages/result-page'
import ReviewPage, { loader as readReview } from './pages/review-page'
import { submitAttempt } from './submit-attempt.server'

const at = (id: string) => ({ params: { id } })
const moduleParams = { params: { module: 'primo' } }

/** Answers, hands in and reads the result. */
async function handIn(personId: string, id: string, right: number) {
  await answer(personId, id, right)
  await submitAttempt(learnerAt(personId), id)
  return readResult(sent(personId, at(id)))
}

/** A bank of which every question rests on a fact that nothing else on these pages names. */
function groundedModule() {
  const module = someModule({ slug: 'primo' })
  return {
    ...module,
    questions: module.questions.map(({ practice: _practice, ...question }, index) =>
      index % 2 === 0 ? { ...question, facts: ['F-034'] } : { ...question, practice: true as const },
    ),
  }
}

describe('no key reaches a browser before the review rule opens it', () => {
  /** Everything that would tell: explanations, digests, hashes, scoring of single questions, ids of options. */
  async function secretsOf(versionId: string, attemptId: string) {
    const [module] = (await frozenPlan(versionId)).modules
    const { seed } = await database.attempt.findUniqueOrThrow({ where: { id: attemptId } })
    const frozen = module?.questions.flatMap(({ hash, keyDigest }) => [hash, keyDigest]) ?? []
    return ['È la prima', 'explanation', 'keyDigest', 'questionHash', 'optionOrder', seed, ...frozen]
  }
  const leaks = (texts: string[], secrets: string[]) =>
    secrets.filter((secret) => texts.some((text) => text.includes(secret)))

  test('while the attempt is open, on any page', async () => {
    const { personId, versionId } = await learnerBeforeTest()
    const id = await start(personId)
    await answer(personId, id, 2)
    const texts = []
    for (const position of [1, 2, 3, 4]) {
      const page = await readQuestion(sent(personId, { ...at(id), query: `?domanda=${position}` }))
      texts.push(JSON.stringify(page), shown(AttemptPage, page))
    }
    const review = await readReview(sent(personId, at(id)))
    const assessment = await readAssessment(sent(personId, moduleParams))
    texts.push(JSON.stringify(review), shown(ReviewPage, review))
    texts.push(JSON.stringify(assessment), shown(AssessmentPage, assessment))
    expect(leaks(texts, [...(await secretsOf(versionId, id)), '"correct"', 'value="a"'])).toEqual([])
  })

  test('after a failure: how many by objective, and nothing of a single question', async () => {
    const { personId, versionId } = await learnerBeforeTest()
    const id = await takeTest(personId, 2)
    const result = await readResult(sent(personId, at(id)))
    expect(result.questions).toBeNull()
    const html = shown(ResultPage, result)
    const stems = (await frozenPlan(versionId)).modules[0]?.questions.map(({ stem }) => stem) ?? []
    expect(
      leaks([JSON.stringify(result), html], [...(await secretsOf(versionId, id)), ...stems, 'Risposta a']),
    ).toEqual([])
    expect(result.objectives.reduce((sum, { right }) => sum + right, 0)).toBe(2)
    expect(result.outcome).toMatchObject({ correct: 2, total: 4, cut: 3, passed: false })
    expect(html).toContain('Fare O1')
    const missed = result.objectives.find(({ text, right }) => text === 'Fare O1' && right < 2)
    expect(html.includes('href="/moduli/primo/lezioni/lezione-1"')).toBe(missed !== undefined)
    expect(html).toContain('Il test si riapre il')
  })

  test('what a question rests on comes with its key: after passing, and not before', async () => {
    const { personId } = await learnerBeforeTest({ modules: [groundedModule()] })
    const id = await start(personId)
    const pages = []
    for (const position of [1, 2, 3, 4]) {
      pages.push(await readQuestion(sent(personId, { ...at(id), query: `?domanda=${position}` })))
    }
    const open = [
      ...pages,
      await readReview(sent(personId, at(id))),
      await readAssessment(sent(personId, moduleParams)),
    ]
    expect(leaks([JSON.stringify(open)], ['F-034', '"practice"', '"ground"', '"facts"'])).toEqual([])
    const failed = await handIn(personId, id, 1)
    expect(leaks([JSON.stringify(failed), shown(ResultPage, failed)], ['F-034', 'Prassi', '"ground"'])).toEqual([])

    const passing = await learnerBeforeTest({ modules: [groundedModule()] })
    const result = await handIn(passing.personId, await start(passing.personId), 4)
    const html = shown(ResultPage, result)
    for (const { ground } of result.questions ?? []) {
      expect(ground.practice ? ground.facts : ground.facts.map((fact) => fact.id)).toEqual(
        ground.practice ? [] : ['F-034'],
      )
    }
    expect(result.questions).toHaveLength(4)
    expect(html.includes('href="/fonti#F-034"')).toBe(result.questions?.some(({ ground }) => !ground.practice))
    expect(html.includes('Prassi: poggia su una buona pratica')).toBe(
      result.questions?.some(({ ground }) => ground.practice),
    )
  })

  test('after passing: one’s own answer, the right one and why; the failed attempt before stays as it was', async () => {
    const { personId, versionId } = await learnerBeforeTest()
    const earlier = new Date(Date.now() - 7_200_000)
    const failed = await takeTest(personId, 1, earlier)
    const id = await takeTest(personId, 3)
    const result = await readResult(sent(personId, at(id)))
    expect(result.questions).toHaveLength(4)
    expect(result.questions?.[3]).toMatchObject({
      own: 'Risposta b',
      right: 'Risposta a',
      correct: false,
      explanation: 'È la prima.',
    })
    expect(result.questions?.[0]).toMatchObject({ own: 'Risposta a', correct: true })
    const before = await readResult(sent(personId, at(failed)))
    expect(leaks([JSON.stringify(before), shown(ResultPage, before)], await secretsOf(versionId, failed))).toEqual([])
    const assessment = shown(AssessmentPage, await readAssessment(sent(personId, moduleParams)))
    expect(assessment).toContain('Hai superato il test')
    expect(assessment).toContain(`/tentativi/${failed}/esito`)
  })
})
