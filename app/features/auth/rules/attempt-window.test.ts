import { expect, test } from 'vitest'
import { countAttempt } from './attempt-window'

const now = new Date('2019-12-16T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

test('the first attempt opens a window', () => {
  expect(countAttempt(undefined, 3, 15, now)).toEqual({ allowed: true, window: { count: 1, resetAt: later(15) } })
})

test('attempts up to the limit pass, the next one does not, and the window does not grow', () => {
  const full = { count: 3, resetAt: later(5) }
  expect(countAttempt({ count: 2, resetAt: later(5) }, 3, 15, now)).toEqual({ allowed: true, window: full })
  expect(countAttempt(full, 3, 15, now)).toEqual({ allowed: false, window: full })
})

test('at its end a window counts for nothing', () => {
  expect(countAttempt({ count: 3, resetAt: now }, 3, 15, now).allowed).toBe(true)
})
