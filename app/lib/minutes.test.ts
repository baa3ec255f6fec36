import { expect, test } from 'vitest'
import { formatClock, formatMinutes, parseClock, parseHours } from './minutes'

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

test.each([
  ['9', 540, '9.00'],
  ['9.30', 570, '9.30'],
  [' 09:05 ', 545, '9.05'],
  ['0.00', 0, '0.00'],
  ['23.59', 1439, '23.59'],
  ['24.00', undefined, ''],
  ['9.60', undefined, ''],
  ['9.5', undefined, ''],
  ['-9', undefined, ''],
  ['nove', undefined, ''],
  ['', undefined, ''],
])('%s is %s minutes after midnight', (text, minutes, back) => {
  expect(parseClock(text)).toBe(minutes)
  if (minutes !== undefined) expect(formatClock(minutes)).toBe(back)
})
