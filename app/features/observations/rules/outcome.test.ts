import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rating, ratings } from './observation'
import { criteriaOf, outcomeOf, scorePercent } from './outcome'

const short: Record<string, Rating> = { m: 'met', p: 'partly', n: 'notMet', o: 'notObserved', a: 'notApplicable' }

/** Criteria and ratings from letters, capital where the criterion is critical: "Mmpo". */
function read(letters: string) {
  const criteria = [...letters].map((letter, index) => ({ id: `C${index}`, critical: letter !== letter.toLowerCase() }))
  const marks = [...letters].flatMap((letter, index) => {
    const rating = short[letter.toLowerCase()]
    return rating ? [[`C${index}`, { rating }] as const] : []
  })
  return { criteria, marks: Object.fromEntries(marks) }
}
const outcome = (letters: string, cut = 70) => {
  const { criteria, marks } = read(letters)
  return outcomeOf(criteria, marks, cut)
}

describe('what the marks add up to', () => {
  test.each<[string, string, boolean]>([
    ['Mmmmmmmmmm', 'all met', true],
    ['Mppppppppp', '55 % of the points', false],
    ['Mmmmmmmmnn', '80 %', true],
    ['Mmmmmmmnnn', '70 %, the very cut', true],
    ['Mmmmmmpnnn', '65 %', false],
    ['Mmmmmmmooo', '70 % observed, the very least', true],
    ['Mmmmmmoooo', '60 % observed', false],
    ['Mmmmmmaaaa', 'not applicable is not observed either', false],
    ['Mmmmmmm...', 'no mark is not observed', true],
    ['Pmmmmmmmmm', 'a critical one partly', false],
    ['Nmmmmmmmmm', 'a critical one not met', false],
    ['Ommmmmmmmm', 'a critical one not observed', false],
    ['Ammmmmmmmm', 'a critical one not applicable', false],
    ['Xmmmmmmmmm', 'a critical one without a mark', false],
    ['MM', 'two critical ones', true],
    ['', 'no criterion at all', false],
    ['ooo', 'nothing observed', false],
  ])('%s: %s', (letters, _, sufficient) => expect(outcome(letters).sufficient).toBe(sufficient))

  test('halves are kept whole', () => {
    expect(outcome('Mpno')).toEqual({ criteria: 4, observed: 3, points: 3, criticalMet: true, sufficient: false })
  })

  test('a cut of 0 asks for no points, and still for enough to have been seen', () => {
    expect(outcome('nnn', 0).sufficient).toBe(true)
    expect(outcome('noo', 0).sufficient).toBe(false)
  })

  test('is what counting by hand gives, whatever the marks', () => {
    const marked = fc.array(fc.record({ critical: fc.boolean(), rating: fc.constantFrom(...ratings, undefined) }), {
      maxLength: 25,
    })
    fc.assert(
      fc.property(marked, fc.integer({ min: 0, max: 100 }), (all, cut) => {
        const criteria = all.map(({ critical }, index) => ({ id: `C${index}`, critical }))
        const marks = Object.fromEntries(all.map(({ rating }, index) => [`C${index}`, rating && { rating }]))
        const worth = { met: 1, partly: 0.5, notMet: 0 }
        const seen = all.flatMap(({ rating }) =>
          rating && rating in worth ? [worth[rating as keyof typeof worth]] : [],
        )
        const sum = seen.reduce<number>((total, one) => total + one, 0)
        const critical = all.every((one) => !one.critical || one.rating === 'met')
        const enough = seen.length > 0 && seen.length / all.length >= 0.7 - 1e-9
        const reached = seen.length > 0 && (sum / seen.length) * 100 >= cut - 1e-9
        expect(outcomeOf(criteria, marks, cut)).toEqual({
          criteria: all.length,
          observed: seen.length,
          points: sum * 2,
          criticalMet: critical,
          sufficient: critical && enough && reached,
        })
      }),
    )
  })

  test('a better mark never makes it worse', () => {
    const order: Rating[] = ['notMet', 'partly', 'met']
    const marks = fc.array(fc.record({ critical: fc.boolean(), rank: fc.integer({ min: 0, max: 2 }) }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(marks, fc.nat(), fc.integer({ min: 0, max: 100 }), (all, place, cut) => {
        const at = place % all.length
        const criteria = all.map(({ critical }, index) => ({ id: `C${index}`, critical }))
        const given = (better: boolean) =>
          Object.fromEntries(
            all.map(({ rank }, index) => [
              `C${index}`,
              { rating: order[Math.min(rank + (better && index === at ? 1 : 0), 2)] ?? 'met' },
            ]),
          )
        const [one, two] = [outcomeOf(criteria, given(false), cut), outcomeOf(criteria, given(true), cut)]
        expect(two.points).toBeGreaterThanOrEqual(one.points)
        if (one.sufficient) expect(two.sufficient).toBe(true)
      }),
    )
  })
})

test.each<[number, number, number | null]>([
  [0, 0, null],
  [20, 10, 100],
  [13, 10, 65],
  [2, 3, 33],
  [4, 3, 66],
])('%i points of %i criteria are %s %%', (points, observed, percent) => {
  expect(scorePercent({ points, observed })).toBe(percent)
})

test('a profile is observed on its own criteria alone', () => {
  const criteria = [
    { id: 'C1', operatore: 'Fa', navigator: 'Affianca' },
    { id: 'C2', navigator: 'Affianca' },
    { id: 'C3', operatore: 'Fa' },
  ]
  expect(criteriaOf({ criteria }, 'navigator').map(({ id }) => id)).toEqual(['C1', 'C2'])
  expect(criteriaOf({ criteria }, 'operatore').map(({ id }) => id)).toEqual(['C1', 'C3'])
})
