import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completingObservation, type SignedRow, standingObservations } from './requirement'

/** Rows from words: "a1+" is row 1 signed by a, good; "b2-" not good; "a3+:1" takes the place of 1; "a3x:1" voids it. */
function rows(text: string): SignedRow[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [head = '', corrects] = word.split(':')
      return {
        id: head.slice(1, -1),
        observerId: head.charAt(0),
        sufficient: head.endsWith('+'),
        corrects: corrects ?? null,
        isVoid: head.endsWith('x'),
      }
    })
}

describe('which signed rows stand', () => {
  test.each([
    ['', ''],
    ['a1+ a2-', '1 2'],
    ['a1+ a2-:1', '2'],
    ['a1+ a2x:1', ''],
    ['a1+ a2-:1 a3+:2', '3'],
    ['a1+ a2-:1 a3x:2', ''],
    ['a1+ b2x:1 a3+', '3'],
  ])('%j: %j', (text, standing) => {
    expect(
      standingObservations(rows(text))
        .map(({ id }) => id)
        .join(' '),
    ).toBe(standing)
  })
})

describe('the observation with which the requirement is met', () => {
  test.each<[string, number, number, string | undefined]>([
    ['', 1, 1, undefined],
    ['a1-', 1, 1, undefined],
    ['a1+', 1, 1, '1'],
    ['a1- a2+ a3+', 1, 1, '2'],
    ['a1+', 2, 1, undefined],
    ['a1+ a2- a3+', 2, 1, '3'],
    ['a1+ a2+', 2, 2, undefined],
    ['a1+ a2+ b3+', 2, 2, '3'],
    ['a1+ b2-', 1, 2, undefined],
    ['a1+ a2-:1', 1, 1, undefined],
    ['a1- a2+:1', 1, 1, '2'],
    ['a1+ a2+ a3x:1', 1, 1, '2'],
    ['a1+', 0, 1, undefined],
  ])('%j with %i required by %i observers: %s', (text, required, observers, id) => {
    expect(completingObservation(rows(text), { required, observers })?.id).toBe(id)
  })

  test('is the first at which enough good ones by enough observers stand, and more never take it away', () => {
    const row = fc.record({ observerId: fc.constantFrom('a', 'b', 'c'), sufficient: fc.boolean() })
    const many = fc.array(row, { maxLength: 12 })
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), (all, required, observers) => {
        const signed = all.map((one, index) => ({ ...one, id: String(index), corrects: null, isVoid: false }))
        const enough = (count: number) => {
          const good = signed.slice(0, count).filter(({ sufficient }) => sufficient)
          return good.length >= required && new Set(good.map(({ observerId }) => observerId)).size >= observers
        }
        const first = signed.findIndex((_, index) => enough(index + 1))
        expect(completingObservation(signed, { required, observers })?.id).toBe(signed[first]?.id)
      }),
    )
  })
})
