import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstDifference, firstDifferentIndex } from './first-difference'

describe('firstDifference', () => {
  test.each([
    [{ a: 1 }, { a: 1 }, undefined],
    [{ a: 1, b: 2 }, { b: 3, a: 1 }, 'b'],
    [{ a: [1, { c: 'x' }] }, { a: [1, { c: 'y' }] }, 'a[1].c'],
    [{ a: [1] }, { a: [1, 2] }, 'a[1]'],
    [{ a: 1 }, {}, 'a'],
    [{ a: null }, { a: {} }, 'a'],
    [{ a: [] }, { a: {} }, 'a'],
  ])('of %j and %j is at %s', (expected, found, path) => {
    expect(firstDifference(expected, found)?.path).toBe(path)
  })

  test('shows the words around a change in a long text', () => {
    const text = `${'parola '.repeat(50)}fine`
    expect(firstDifference({ t: text }, { t: text.replace('fine', 'fino') })?.found).toContain('fino')
  })

  test('nothing differs from itself, and any change is found', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => firstDifference(value, structuredClone(value)) === undefined))
  })
})

test('firstDifferentIndex names the first byte', () => {
  expect(firstDifferentIndex(Buffer.from('abc'), Buffer.from('abd'))).toBe(2)
  expect(firstDifferentIndex('ab', 'abc')).toBe(2)
})
