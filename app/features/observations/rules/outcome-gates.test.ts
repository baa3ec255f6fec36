import { expect, test } from 'vitest'
import { type Rating, ratings } from './observation'
import { outcomeOf } from './outcome'
import { failedGates, leastObserved } from './outcome-gates'

const criteria = [
  { id: 'C1', critical: true },
  { id: 'C2', critical: false },
  { id: 'C3', critical: false },
]

test.each<[Rating[], string[]]>([
  [['met', 'met', 'met'], []],
  [['partly', 'met', 'met'], ['critical']],
  [
    ['notObserved', 'met', 'met'],
    ['critical', 'observed'],
  ],
  [['met', 'met', 'notObserved'], ['observed']],
  [['met', 'partly', 'notMet'], ['score']],
  [
    ['notMet', 'notObserved', 'notMet'],
    ['critical', 'observed', 'score'],
  ],
])('%j fails %j', (given, failed) => {
  const rated = Object.fromEntries(given.map((rating, index) => [`C${index + 1}`, { rating }]))
  expect(failedGates(outcomeOf(criteria, rated, 70), 70)).toEqual(failed)
})

test('an observation counts exactly when it fails no gate, whatever is rated and asked', () => {
  const all = ratings.flatMap((one) => ratings.flatMap((two) => ratings.map((three) => [one, two, three] as const)))
  for (const [one, two, three] of all) {
    const rated = { C1: { rating: one }, C2: { rating: two }, C3: { rating: three } }
    for (const cut of [0, 50, 70, 83, 100]) {
      const outcome = outcomeOf(criteria, rated, cut)
      expect(failedGates(outcome, cut).length === 0, `${one} ${two} ${three} ${cut}`).toBe(outcome.sufficient)
    }
  }
})

test.each([
  [10, 7],
  [9, 7],
  [3, 3],
  [1, 1],
  [20, 14],
])('of %d criteria at least %d are observed', (count, least) => {
  expect(leastObserved(count)).toBe(least)
})
