import { expect, test } from 'vitest'
import { formatMinutes, parseHours } from './minutes'

test.each([
  [0, '0\u00a0h'],
  [21, '21\u00a0min'],
  [120, '2\u00a0h'],
  [150, '2\u00a0h 30\u00a0min'],
  [5760, '96\u00a0h'],
  [162_600, '2.710\u00a0h'],
])('%i minutes → %s', (minutes, text) => {
  expect(formatMinutes(minutes)).toBe(text)
})

test.each([
  ['2', 120],
  [' 1,5 ', 90],
  ['0.25', 15],
  ['2 h', 120],
  ['1 ora', 60],
  ['1,', undefined],
  ['-1', undefined],
  ['due', undefined],
  ['', undefined],
  ['12345', undefined],
])('%s hours → %s minutes', (text, minutes) => {
  expect(parseHours(text)).toBe(minutes)
})
