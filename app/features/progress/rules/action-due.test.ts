import { expect, test } from 'vitest'
import { isDue } from './action-due'

test.each<[string, boolean, boolean]>([
  ['2019-12-24', false, false],
  ['2019-12-23', false, true],
  ['2019-12-16', false, true],
  ['2019-01-01', false, true],
  ['2019-11-16', true, true],
  ['2019-11-15', true, false],
  ['2019-12-24', true, false],
])('due on %s, requirement met %s: %s', (actionOn, observationMet, due) => {
  expect(isDue({ actionOn, observationMet }, '2019-12-16')).toBe(due)
})
