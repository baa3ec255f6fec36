import { expect, test } from 'vitest'
import { openMoment, refuseSelfAssessment, type SelfMoment } from './self-assessment'

test.each<[string[], boolean, SelfMoment | undefined]>([
  [[], false, 'before'],
  [['before'], false, undefined],
  [[], true, 'after'],
  [['before'], true, 'after'],
  [['after'], true, undefined],
  [['before', 'after'], true, undefined],
])('given %j, observed %s: %s is open, and no other can be given', (given, observed, open) => {
  expect(openMoment(given, observed)).toBe(open)
  for (const moment of ['before', 'after'] as const) {
    const refused = refuseSelfAssessment(moment, given, observed)
    expect(refused === undefined).toBe(moment === open)
    if (given.includes(moment)) expect(refused).toBe('already-given')
  }
})

test('before is closed by the first signature, after waits for it', () => {
  expect(refuseSelfAssessment('before', [], true)).toBe('not-now')
  expect(refuseSelfAssessment('after', [], false)).toBe('not-now')
})
