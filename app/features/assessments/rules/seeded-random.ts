/** Numbers from 0 to 1 (1 excluded), each call the next one. */
export type Random = () => number

/** How many bytes a seed has, written in hexadecimal. */
export const seedBytes = 16

/**
 * A source of numbers that the seed alone decides: sfc32 ("Small Fast Counter", Chris Doty-Humphrey, public domain, of
 * the PractRand test suite), whose 128 bits of state are the seed. The first 15 numbers are thrown away, as its author
 * does. It repeats a draw, it keeps no secret: a seed stays on the server.
 *
 * @param seed 32 hexadecimal digits
 * @throws when it is anything else
 */
export function seededRandom(seed: string): Random {
  const words = /^[0-9a-f]{32}$/.test(seed) ? seed.match(/.{8}/g)?.map((word) => Number.parseInt(word, 16)) : undefined
  if (!words) throw new Error('A seed has 32 hexadecimal digits')
  let [a = 0, b = 0, c = 0, counter = 0] = words
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let thrown = 0; thrown < 15; thrown += 1) next()
  return next
}

/** The same items in an order of chance (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1))
}
