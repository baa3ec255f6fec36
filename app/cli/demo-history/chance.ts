import { seededRandom } from '~/features/assessments/rules/seeded-random'
import { sha256 } from '~/platform/sha256.server'

/** Chance that the words it was made with alone decide: the same words always give the same history. */
export type Chance = ReturnType<typeof chanceOf>

/** @param words what the chance is for: the seed of the demo, then whom it concerns */
export function chanceOf(...words: (string | number)[]) {
  const random = seededRandom(sha256(words.join(' ')).slice(0, 32))
  const hexadecimal = () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return {
    /** From 0 to 1, 1 excluded. */
    number: random,
    /** A whole number, both ends included. */
    whole: (least: number, most: number) => least + Math.floor(random() * (most - least + 1)),
    /** True in this share of the cases. */
    happens: (share: number) => random() < share,
    pick<T>(items: readonly T[]): T {
      const item = items[Math.floor(random() * items.length)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
    /** An id of the shape that randomUUID gives. */
    id() {
      const [a, b, c, d] = [hexadecimal(), hexadecimal(), hexadecimal(), hexadecimal()]
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`
    },
    /** A seed for the draw of an attempt. */
    seed: () => hexadecimal() + hexadecimal() + hexadecimal() + hexadecimal(),
  }
}
