import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestPeople, type Group, shownAggregates } from './shown-aggregate'

const group = (people: number, count = 1, open = people): Group => ({ people, count, open })

describe('aggregates of at least five', () => {
  test.each<[string, Group[], (number | null)[], number | null]>([
    ['five are enough', [group(5, 3)], [3], 3],
    ['four are not', [group(4, 3)], [null], null],
    ['the whole of small groups is told when five are in it', [group(4, 1), group(4, 2)], [null, null], 3],
    ['one small group beside a large one would show by difference', [group(9, 6), group(2, 1)], [null, null], 7],
    ['with a third, the smallest of the shown goes too', [group(9, 6), group(2, 1), group(20, 8)], [null, null, 8], 15],
    ['nobody is no group', [group(9, 6), group(0, 0)], [6, null], 6],
    ['no groups', [], [], null],
    ['one of six is open: the count would be theirs', [group(6, 5, 1)], [null], null],
    ['nobody is open: what is told is known by name', [group(6, 6, 0)], [6], 6],
    ['five are open', [group(9, 6, 5)], [6], 6],
    [
      'what is open in a withheld group would show by difference too',
      [group(20, 12, 10), group(6, 5, 1), group(8, 4, 8)],
      [12, null, null],
      21,
    ],
  ])('%s', (_, groups, counts, whole) => expect(shownAggregates(groups)).toEqual({ counts, whole }))

  test('whatever is withheld never can be reckoned for fewer than five people, nor for fewer than five open ones', () => {
    const some = fc.record({ people: fc.nat(12), completed: fc.nat(12), count: fc.nat(12) })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (given) => {
        const groups = given.map(({ people, completed, count }) => ({
          people,
          open: people - Math.min(completed, people),
          count,
        }))
        const { counts, whole } = shownAggregates(groups)
        const hidden = groups.filter((_, index) => counts[index] === null)
        for (const of of ['people', 'open'] as const) {
          const sum = hidden.reduce((total, one) => total + one[of], 0)
          if (whole !== null) expect(sum === 0 || sum >= fewestPeople).toBe(true)
        }
        for (const [index, count] of counts.entries()) {
          const { people = 0, open = 0 } = groups[index] ?? {}
          if (count !== null) expect(people >= fewestPeople && (open === 0 || open >= fewestPeople)).toBe(true)
        }
      }),
    )
  })
})
