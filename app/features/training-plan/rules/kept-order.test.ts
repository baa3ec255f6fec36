import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptOrder } from './kept-order'

describe('what kept its order', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 3],
    ['abc', 'xaybzc', 3],
    ['abc', 'ac', 2],
    ['abcd', 'bcda', 3],
    ['abcd', 'dabc', 3],
    ['abc', 'cba', 1],
    ['abc', 'xyz', 0],
  ])('%s → %s: %i', (before, after, count) => expect(keptOrder([...before], [...after]).size).toBe(count))

  test('one that moves to the front is the one that moved', () => {
    expect([...keptOrder([...'abcd'], [...'dabc'])].toSorted()).toEqual([...'abc'])
  })

  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'))
  test('is a common subsequence, and no single further id fits in', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const kept = keptOrder(before, after)
        const inOrder = (list: string[], set: ReadonlySet<string>) => list.filter((id) => set.has(id))
        expect(inOrder(before, kept)).toEqual(inOrder(after, kept))
        for (const id of after.filter((one) => before.includes(one) && !kept.has(one))) {
          const more = new Set([...kept, id])
          expect(inOrder(before, more)).not.toEqual(inOrder(after, more))
        }
      }),
    )
  })
})
