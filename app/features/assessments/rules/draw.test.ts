import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testLength, unfillableCells } from '~/features/curriculum/rules/blueprint'
import { type BlueprintCell, levels } from '~/features/curriculum/rules/module-content'
import { type BankQuestion, draw } from './draw'

const seed = '0123456789abcdef0123456789abcdef'
const seeds = fc.stringMatching(/^[0-9a-f]{32}$/)
const objectives = ['O1', 'O2'] as const

const banks = fc
  .array(
    fc.record({
      objective: fc.constantFrom(...objectives),
      level: fc.constantFrom(...levels),
      options: fc.integer({ min: 3, max: 5 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((questions) =>
    questions.map(
      ({ objective, level, options }, index): BankQuestion => ({
        hash: `h${index}`,
        objective,
        level,
        options: Array.from({ length: options }, (_, place) => ({ id: `o${place}` })),
      }),
    ),
  )

/** A blueprint that the bank fills for sure: some of its questions, each counted in one of the two cells it fits. */
const fillable = banks.chain((bank) =>
  fc.record({
    bank: fc.constant(bank),
    wholes: fc.array(fc.boolean(), { minLength: bank.length, maxLength: bank.length }),
    chosen: fc.subarray(bank, { minLength: 1 }),
    seen: fc.array(fc.nat(3), { minLength: bank.length, maxLength: bank.length }),
  }),
)

function blueprintOf(chosen: readonly BankQuestion[], wholes: readonly boolean[]): BlueprintCell[] {
  const counts = new Map<string, BlueprintCell>()
  chosen.forEach(({ objective, level }, index) => {
    const cell: BlueprintCell = wholes[index] ? { objective, count: 0 } : { objective, level, count: 0 }
    const key = `${cell.objective} ${cell.level}`
    counts.set(key, { ...cell, count: (counts.get(key)?.count ?? 0) + 1 })
  })
  // Whole objectives first: the order in which the cells are written must not matter.
  return [...counts.values()].sort((one, other) => Number(Boolean(one.level)) - Number(Boolean(other.level)))
}

const seenMap = (bank: readonly BankQuestion[], times: readonly number[]) =>
  new Map(bank.map(({ hash }, index) => [hash, times[index] ?? 0]))

describe('a draw', () => {
  test('fills every blueprint that can be filled, exactly, without repeating a question', () => {
    fc.assert(
      fc.property(fillable, seeds, ({ bank, chosen, wholes, seen }, anySeed) => {
        const blueprint = blueprintOf(chosen, wholes)
        const drawn = draw(anySeed, blueprint, bank, seenMap(bank, seen))
        expect(drawn).toHaveLength(testLength(blueprint))
        expect(new Set(drawn.map(({ hash }) => hash)).size).toBe(drawn.length)
        const questions = drawn.map(({ hash }) => bank.find((question) => question.hash === hash))
        for (const objective of objectives) {
          const own = questions.filter((question) => question?.objective === objective)
          const cells = blueprint.filter((cell) => cell.objective === objective)
          expect(own).toHaveLength(testLength(cells))
          for (const { level, count } of cells.filter((cell) => cell.level)) {
            expect(own.filter((question) => question?.level === level).length).toBeGreaterThanOrEqual(count)
          }
        }
      }),
    )
  })

  test('keeps all options of a question, each once', () => {
    fc.assert(
      fc.property(fillable, seeds, ({ bank, chosen, wholes }, anySeed) => {
        for (const { hash, optionOrder } of draw(anySeed, blueprintOf(chosen, wholes), bank, new Map())) {
          const options = bank.find((question) => question.hash === hash)?.options.map(({ id }) => id)
          expect([...optionOrder].sort()).toEqual(options)
        }
      }),
    )
  })

  test('takes the least seen: no other choice that fills the blueprint was seen fewer times', () => {
    fc.assert(
      fc.property(
        fillable.filter(({ bank }) => bank.length <= 9),
        seeds,
        ({ bank, chosen, wholes, seen }, anySeed) => {
          const blueprint = blueprintOf(chosen, wholes)
          const times = seenMap(bank, seen)
          const total = (hashes: string[]) => hashes.reduce((sum, hash) => sum + (times.get(hash) ?? 0), 0)
          const drawn = total(draw(anySeed, blueprint, bank, times).map(({ hash }) => hash))
          expect(drawn).toBe(leastSeen(bank, blueprint, times))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('is the same for the same seed, whatever order the bank comes in', () => {
    fc.assert(
      fc.property(fillable, seeds, ({ bank, chosen, wholes, seen }, anySeed) => {
        const blueprint = blueprintOf(chosen, wholes)
        const times = seenMap(bank, seen)
        expect(draw(anySeed, blueprint, [...bank].reverse(), times)).toEqual(draw(anySeed, blueprint, bank, times))
      }),
    )
  })

  test('the order of questions and of options is for the seed to say', () => {
    const bank = Array.from({ length: 8 }, (_, index) => question(`h${index}`, 'O1', 'apply'))
    const blueprint = [{ objective: 'O1', count: 8 }]
    const orders = ['1', '2', '3'].map((digit) => draw(digit.repeat(32), blueprint, bank, new Map()))
    expect(new Set(orders.map((drawn) => drawn.map(({ hash }) => hash).join())).size).toBe(3)
    expect(new Set(orders.flatMap((drawn) => drawn.map(({ optionOrder }) => optionOrder.join()))).size).toBeGreaterThan(
      3,
    )
  })

  test('is possible exactly where submission finds nothing unfillable', () => {
    const cells = fc.uniqueArray(
      fc.record({
        objective: fc.constantFrom(...objectives),
        level: fc.constantFrom(undefined, ...levels),
        count: fc.integer({ min: 1, max: 4 }),
      }),
      { selector: ({ objective, level }) => `${objective} ${level}`, minLength: 1 },
    )
    fc.assert(
      fc.property(cells, banks, (blueprint, bank) => {
        const drawing = () => draw(seed, blueprint, bank, new Map())
        if (unfillableCells(blueprint, bank).length > 0) expect(drawing).toThrow(/cannot fill/)
        else expect(drawing()).toHaveLength(testLength(blueprint))
      }),
    )
  })

  test('leaves a question to the level that needs it', () => {
    const bank = [question('one', 'O1', 'apply'), question('two', 'O1', 'remember')]
    const blueprint: BlueprintCell[] = [
      { objective: 'O1', count: 1 },
      { objective: 'O1', level: 'apply', count: 1 },
    ]
    for (const digit of '0123456789abcdef') {
      expect(draw(digit.repeat(32), blueprint, bank, new Map([['one', 9]]))).toHaveLength(2)
    }
  })

  test.each<[string, BlueprintCell[]]>([
    ['an objective', [{ objective: 'O1', count: 3 }]],
    ['a level', [{ objective: 'O1', level: 'understand', count: 1 }]],
    [
      'an objective beside its level',
      [
        { objective: 'O1', level: 'apply', count: 1 },
        { objective: 'O1', count: 2 },
      ],
    ],
  ])('refuses a bank with too few questions for %s', (_, blueprint) => {
    const bank = [question('one', 'O1', 'apply'), question('two', 'O1', 'remember'), question('three', 'O2', 'apply')]
    expect(() => draw(seed, blueprint, bank, new Map())).toThrow(/cannot fill/)
  })
})

function question(hash: string, objective: string, level: BankQuestion['level']): BankQuestion {
  return { hash, objective, level, options: ['a', 'b', 'c', 'd'].map((id) => ({ id })) }
}

/** By trying all: how often the questions of the best choice were seen. */
function leastSeen(bank: BankQuestion[], blueprint: BlueprintCell[], times: Map<string, number>): number {
  let best = Number.POSITIVE_INFINITY
  for (let mask = 0; mask < 2 ** bank.length; mask += 1) {
    const set = bank.filter((_, index) => mask & (2 ** index))
    const total = set.reduce((sum, { hash }) => sum + (times.get(hash) ?? 0), 0)
    if (total < best && fills(set, blueprint)) best = total
  }
  return best
}

function fills(set: BankQuestion[], blueprint: BlueprintCell[]): boolean {
  if (set.length !== testLength(blueprint)) return false
  return objectives.every((objective) => {
    const own = set.filter((one) => one.objective === objective)
    const cells = blueprint.filter((cell) => cell.objective === objective)
    return (
      own.length === testLength(cells) &&
      cells.every(({ level, count }) => !level || own.filter((one) => one.level === level).length >= count)
    )
  })
}
