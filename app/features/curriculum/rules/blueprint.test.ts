import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitsCell, testLength, unfillableCells } from './blueprint'
import type { BlueprintCell, Level } from './module-content'

/** `bank('O1 apply', 2, 'O2 remember', 1)`: so many questions of each objective and level. */
function bank(counts: Record<string, number>) {
  return Object.entries(counts).flatMap(([key, count]) => {
    const [objective = '', level] = key.split(' ')
    return Array.from({ length: count }, () => ({ objective, level: level as Level }))
  })
}

describe('unfillableCells', () => {
  test.each<[string, BlueprintCell[], Record<string, number>, [index: number, available: number][]]>([
    ['just enough', [{ objective: 'O1', count: 2 }], { 'O1 apply': 1, 'O1 remember': 1 }, []],
    ['too few of an objective', [{ objective: 'O1', count: 3 }], { 'O1 apply': 2, 'O2 apply': 9 }, [[0, 2]]],
    [
      'too few of a level',
      [{ objective: 'O1', level: 'apply', count: 2 }],
      { 'O1 apply': 1, 'O1 remember': 5 },
      [[0, 1]],
    ],
    ['an objective without questions', [{ objective: 'O9', count: 1 }], { 'O1 apply': 2 }, [[0, 0]]],
    [
      'cells that overlap, and share what is there',
      [
        { objective: 'O1', count: 2 },
        { objective: 'O1', level: 'apply', count: 2 },
      ],
      { 'O1 apply': 2, 'O1 remember': 2 },
      [],
    ],
    [
      'cells that overlap: each alone could be filled, not both',
      [
        { objective: 'O1', count: 2 },
        { objective: 'O1', level: 'apply', count: 2 },
      ],
      { 'O1 apply': 3 },
      [[0, 1]],
    ],
    [
      'the same cell twice',
      [
        { objective: 'O1', level: 'apply', count: 1 },
        { objective: 'O1', level: 'apply', count: 2 },
      ],
      { 'O1 apply': 2 },
      [[1, 1]],
    ],
    [
      'three levels and the whole objective',
      [
        { objective: 'O1', count: 1 },
        { objective: 'O1', level: 'remember', count: 1 },
        { objective: 'O1', level: 'understand', count: 1 },
        { objective: 'O1', level: 'apply', count: 1 },
      ],
      { 'O1 remember': 1, 'O1 understand': 1, 'O1 apply': 1 },
      [[0, 0]],
    ],
    ['a count no bank has', [{ objective: 'O1', count: 1e9 }], { 'O1 apply': 2 }, [[0, 2]]],
  ])('%s', (_, blueprint, counts, expected) => {
    const found = unfillableCells(blueprint, bank(counts))
    expect(found.map(({ index, available }) => [index, available])).toEqual(expected)
  })

  const levels: (Level | undefined)[] = [undefined, 'remember', 'understand', 'apply']
  const cell = fc.record({
    objective: fc.constantFrom('O1', 'O2'),
    level: fc.constantFrom(...levels),
    count: fc.integer({ min: 1, max: 3 }),
  })
  const question = fc.record({
    objective: fc.constantFrom('O1', 'O2'),
    level: fc.constantFrom<Level>('remember', 'understand', 'apply'),
  })

  test('agrees with Hall’s theorem: a blueprint can be filled if every set of its cells has enough questions', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 5 }), fc.array(question, { maxLength: 8 }), (blueprint, questions) => {
        const subsets = Array.from({ length: 2 ** blueprint.length }, (_, mask) =>
          blueprint.filter((_, index) => mask & (1 << index)),
        )
        const fillable = subsets.every(
          (cells) =>
            questions.filter((one) => cells.some((wanted) => fitsCell(one, wanted))).length >= testLength(cells),
        )
        expect(unfillableCells(blueprint, questions).length === 0).toBe(fillable)
      }),
    )
  })
})
