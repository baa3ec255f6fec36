import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestPeople, type Group, shownAggregates } from './shown-aggregate'

const group = (people: number, count = 1): Group => ({ people, count })

describe('aggregates of at least five', () => {
  test.each<[string, Group[], (number | null)[], number | null]>([
    ['five are enough', [group(5, 3)], [3], 3],
    ['four are not', [group(4, 3)], [null], null],
    ['the whole of small groups is told when five are in it', [group(4, 1), group(4, 2)], [null, null], 3],
    ['one small group beside a large one would show by difference', [group(9, 6), group(2, 1)], [null, null], 7],
    ['with a third, the smallest of the shown goes too', [group(9, 6), group(2, 1), group(20, 8)], [null, null, 8], 15],
    ['nobody is no group', [group(9, 6), group(0, 0)], [6, null], 6],
    ['no groups', [], [], null],
  ])('%s', (_, groups, counts, whole) => expect(shownAggregates(groups)).toEqual({ counts, whole }))

  test('whatever is withheld never can be reckoned for fewer than five people', () => {
    const groups = fc.array(fc.record({ people: fc.nat(12), count: fc.nat(12) }), { maxLength: 8 })
    fc.assert(
      fc.property(groups, (given) => {
        const { counts, whole } = shownAggregates(given)
        const hidden = given.filter((_, index) => counts[index] === null).reduce((sum, { people }) => sum + people, 0)
        if (whole !== null) expect(hidden === 0 || hidden >= fewestPeople).toBe(true)
        for (const [index, count] of counts.entries()) {
          if (count !== null) expect(given[index]?.people).toBeGreaterThanOrEqual(fewestPeople)
        }
      }),
    )
  })
})
