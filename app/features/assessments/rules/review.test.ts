import { expect, test } from 'vitest'
import { reviewLevel } from './review'

const submittedAt = new Date('2019-12-16T10:00:00Z')

test.each([
  ['open', { submittedAt: null, passed: null }, 'nothing'],
  ['open, whatever else the row says', { submittedAt: null, passed: true }, 'nothing'],
  ['closed and not scored', { submittedAt, passed: null }, 'nothing'],
  ['failed', { submittedAt, passed: false }, 'objectives'],
  ['passed', { submittedAt, passed: true }, 'questions'],
] as const)('%s', (_, attempt, level) => {
  expect(reviewLevel(attempt)).toBe(level)
})
