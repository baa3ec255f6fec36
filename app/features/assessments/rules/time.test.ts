import { expect, test } from 'vitest'
import { closesAt, dueAtOf, isTimeOver } from './time'

const start = new Date('2019-12-16T09:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

test('the due time is the limit after the start; without a limit there is none', () => {
  expect(dueAtOf(start, 20)).toEqual(later(1200))
  expect(dueAtOf(start, undefined)).toBeNull()
  // Over the night in which summer time ends, 90 minutes are still 90.
  const night = new Date('2019-10-27T00:30:00Z')
  expect(dueAtOf(night, 90)?.getTime()).toBe(night.getTime() + 90 * 60_000)
})

test.each([
  [0, false],
  [10, false],
  [10.001, true],
  [60, true],
])('%d seconds after the due time: over is %s', (seconds, over) => {
  expect(isTimeOver(start, later(seconds))).toBe(over)
})

test('without a due time it is never over; with one it closes ten seconds later', () => {
  expect(isTimeOver(null, later(1e9))).toBe(false)
  expect(closesAt(start)).toEqual(later(10))
})
