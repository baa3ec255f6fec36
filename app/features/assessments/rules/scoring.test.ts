import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resultsByObjective, score } from './scoring'

const asked = (...answers: (string | null)[]) =>
  answers.map((answer, index) => ({ position: index + 1, answer, key: 'a' }))

test.each([
  ['one short of the cut', asked('a', 'a', 'b', null), 3, { correct: 2, passed: false, right: [1, 2] }],
  ['just the cut', asked('a', 'a', 'b', 'a'), 3, { correct: 3, passed: true, right: [1, 2, 4] }],
  ['nothing answered', asked(null, null), 1, { correct: 0, passed: false, right: [] }],
  ['an empty answer is none', asked('', 'a'), 2, { correct: 1, passed: false, right: [2] }],
])('%s', (_, questions, cut, expected) => {
  expect(score(questions, cut)).toEqual(expected)
})

test('right answers are never more than the answers given, and each one more never takes the pass away', () => {
  const questions = fc.array(fc.record({ answer: fc.constantFrom('a', 'b', null), key: fc.constantFrom('a', 'b') }))
  fc.assert(
    fc.property(questions, fc.nat(20), (any, cut) => {
      const numbered = any.map((question, index) => ({ position: index + 1, ...question }))
      const result = score(numbered, cut)
      expect(result.correct).toBe(result.right.length)
      expect(result.correct).toBeLessThanOrEqual(any.filter(({ answer }) => answer !== null).length)
      const corrected = numbered.map((question, index) =>
        index === 0 ? { ...question, answer: question.key } : question,
      )
      expect(score(corrected, cut).passed || !result.passed).toBe(true)
    }),
  )
})

test('results by objective stand in the order of the module; what was not asked is left out', () => {
  const questions = [
    { objective: 'O3', correct: true },
    { objective: 'O1', correct: false },
    { objective: 'O3', correct: false },
  ]
  expect(resultsByObjective([{ id: 'O1' }, { id: 'O2' }, { id: 'O3' }], questions)).toEqual([
    { objective: 'O1', right: 0, total: 1 },
    { objective: 'O3', right: 1, total: 2 },
  ])
})
