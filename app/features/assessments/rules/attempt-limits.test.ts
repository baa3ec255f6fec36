import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDateTime } from '~/lib/dates'
import { attemptStanding } from './attempt-limits'

const rule = { attempts: 3, waitHours: [1, 24] }
const at = (text: string) => new Date(text)
const failed = (number: number, submittedAt: string) => ({
  id: `t${number}`,
  number,
  submittedAt: at(submittedAt),
  passed: false,
})
const noon = at('2019-12-16T12:00:00Z')
const first = failed(1, '2019-12-16T10:00:00Z')
const second = failed(2, '2019-12-16T11:30:00Z')
const third = failed(3, '2019-12-16T11:59:00Z')

describe('whether another attempt may begin', () => {
  test.each([
    ['nothing yet', [], 0, { kind: 'ready', number: 1, attempts: 3 }],
    ['the first wait is over', [first], 0, { kind: 'ready', number: 2, attempts: 3 }],
    [
      'the second wait is longer',
      [second, first],
      0,
      { kind: 'waiting', number: 3, until: at('2019-12-17T11:30:00Z') },
    ],
    ['none left', [first, second, third], 0, { kind: 'exhausted' }],
    [
      'an attempt given by a trainer is not waited for',
      [first, second, third],
      1,
      { kind: 'ready', number: 4, attempts: 4 },
    ],
    ['the given one is used up', [first, second, third, failed(4, '2019-12-16T11:59:30Z')], 1, { kind: 'exhausted' }],
    [
      'passed, with attempts left',
      [first, { ...second, passed: true }],
      0,
      { kind: 'passed', attemptId: 't2', at: second.submittedAt },
    ],
    [
      'passed with the last one',
      [first, second, { ...third, passed: true }],
      0,
      { kind: 'passed', attemptId: 't3', at: third.submittedAt },
    ],
  ])('%s', (_, past, unlocked, expected) => {
    expect(attemptStanding(past, rule, unlocked, noon)).toEqual(expected)
  })

  test('the last waiting time holds for all that follow; no waiting times, no wait', () => {
    const attempts = 5
    const past = [first, second, third]
    const until = at('2019-12-17T11:59:00Z')
    expect(attemptStanding(past, { attempts, waitHours: [1, 24] }, 0, noon)).toEqual({
      kind: 'waiting',
      number: 4,
      until,
    })
    expect(attemptStanding(past, { attempts, waitHours: [] }, 0, noon)).toMatchObject({ kind: 'ready', number: 4 })
  })

  test('it opens at the very moment that was told', () => {
    const until = at('2019-12-16T11:00:00Z')
    const before = new Date(until.getTime() - 1)
    expect(attemptStanding([first], rule, 0, before)).toEqual({ kind: 'waiting', number: 2, until })
    expect(attemptStanding([first], rule, 0, until)).toMatchObject({ kind: 'ready' })
  })

  test.each([
    ['summer time ends: 24 hours later the clock shows an hour less', '2019-10-26T18:00:00Z', '27/10/2019, ore 19.00'],
    ['summer time begins: an hour more', '2020-03-28T19:00:00Z', '29/03/2020, ore 21.00'],
    ['handed in within the hour that comes twice', '2019-10-27T00:30:00Z', '28/10/2019, ore 1.30'],
  ])('%s', (_, submittedAt, shown) => {
    const standing = attemptStanding([failed(1, submittedAt)], { attempts: 2, waitHours: [24] }, 0, at(submittedAt))
    expect(standing.kind === 'waiting' && formatDateTime(standing.until)).toBe(shown)
    expect(standing).toMatchObject({ until: new Date(at(submittedAt).getTime() + 24 * 3_600_000) })
  })

  test('never more attempts than were allowed and given, and none after one was passed', () => {
    const anyRule = fc.record({ attempts: fc.integer({ min: 1, max: 5 }), waitHours: fc.array(fc.nat(48)) })
    const outcomes = fc.array(fc.boolean(), { maxLength: 8 })
    fc.assert(
      fc.property(anyRule, outcomes, fc.nat(3), fc.nat(1000), (any, results, unlocked, hour) => {
        const past = results.map((passed, index) => ({ ...first, id: `t${index + 1}`, number: index + 1, passed }))
        const standing = attemptStanding(past, any, unlocked, new Date(first.submittedAt.getTime() + hour * 3_600_000))
        if (results.includes(true)) expect(standing.kind).toBe('passed')
        else if (results.length >= any.attempts + unlocked) expect(standing.kind).toBe('exhausted')
        else expect(standing).toMatchObject({ number: results.length + 1 })
      }),
    )
  })
})
