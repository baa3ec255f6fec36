import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom, shuffle } from './seeded-random'

const seeds = fc.stringMatching(/^[0-9a-f]{32}$/)

describe('the source of numbers', () => {
  test('gives numbers from 0 to 1, the same ones for the same seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [one, other] = [seededRandom(seed), seededRandom(seed)]
        for (let count = 0; count < 50; count += 1) {
          const number = one()
          expect(number).toBe(other())
          expect(number >= 0 && number < 1).toBe(true)
        }
      }),
    )
  })

  test('is sfc32: the numbers that its definition gives, so that an old draw can be repeated in years', () => {
    const next = seededRandom('000102030405060708090a0b0c0d0e0f')
    expect(Array.from({ length: 3 }, () => Math.floor(next() * 2 ** 32))).toEqual(reference(3))
  })

  test('other seeds give other numbers', () => {
    fc.assert(
      fc.property(seeds, seeds, (one, other) => {
        const first = (seed: string) => Array.from({ length: 4 }, seededRandom(seed)).join()
        expect(first(one) === first(other)).toBe(one === other)
      }),
    )
  })

  test.each(['', 'abc', 'g'.repeat(32), '0'.repeat(31), '0'.repeat(33)])('refuses %j as a seed', (seed) => {
    expect(() => seededRandom(seed)).toThrow()
  })
})

describe('an order of chance', () => {
  test('keeps every item once and leaves the list alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), seeds, (items, seed) => {
        const before = [...items]
        expect([...shuffle(items, seededRandom(seed))].sort()).toEqual([...items].sort())
        expect(items).toEqual(before)
      }),
    )
  })

  test('puts every item at every place equally often', () => {
    const random = seededRandom('c0ffee00c0ffee00c0ffee00c0ffee00')
    const firsts = new Map<string, number>()
    for (let round = 0; round < 6000; round += 1) {
      const order = shuffle(['a', 'b', 'c'], random).join('')
      firsts.set(order, (firsts.get(order) ?? 0) + 1)
    }
    expect(firsts.size).toBe(6)
    for (const times of firsts.values()) expect(Math.abs(times - 1000)).toBeLessThan(150)
  })
})

/** sfc32 as PractRand defines it, on BigInt. */
function reference(count: number): number[] {
  const mask = 0xffffffffn
  let [a, b, c, counter] = [0x00010203n, 0x04050607n, 0x08090a0bn, 0x0c0d0e0fn]
  const numbers: number[] = []
  for (let step = 0; step < 15 + count; step += 1) {
    const sum = (a + b + counter) & mask
    counter = (counter + 1n) & mask
    a = b ^ (b >> 9n)
    b = (c + (c << 3n)) & mask
    c = ((((c << 21n) | (c >> 11n)) & mask) + sum) & mask
    numbers.push(Number(sum))
  }
  return numbers.slice(15)
}
