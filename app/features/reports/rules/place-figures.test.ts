import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counted, placeFigures, totalFigure } from './place-figures'

const lodi = { id: 'LO', name: 'Lodi', places: 12 }

describe('how far a place is', () => {
  test.each<[string, 'navigator' | 'operatore', Counted | undefined, number, number | null, boolean]>([
    ['Navigators against the places of the act', 'navigator', { enrolled: 9, completed: 5 }, 12, 41, true],
    ['half of the places is not low', 'navigator', { enrolled: 9, completed: 6 }, 12, 50, false],
    ['rounded down: 11 of 12 is not 92 %', 'navigator', { enrolled: 12, completed: 11 }, 12, 91, false],
    ['operators against those who follow the plan', 'operatore', { enrolled: 9, completed: 3 }, 9, 33, true],
    ['nobody enrolled: no share', 'operatore', undefined, 0, null, false],
    ['nobody has come: none of the places', 'navigator', undefined, 12, 0, true],
  ])('%s', (_, profile, counted, base, share, low) => {
    const [figure] = placeFigures([lodi], new Map(counted ? [['LO', counted]] : []), profile)
    expect(figure).toMatchObject({ base, share, low, ...(counted ?? { enrolled: 0, completed: 0 }) })
  })

  test('an entry without places has no share for Navigators', () => {
    const ostiglia = { id: 'MN.cpi-ostiglia', name: 'CPI Ostiglia', places: 0 }
    const counts = new Map([[ostiglia.id, { enrolled: 1, completed: 1 }]])
    expect(placeFigures([ostiglia], counts, 'navigator')[0]).toMatchObject({ share: null, low: false, completed: 1 })
  })

  test('the total is the sum of its lines, and lies between the lowest and the highest share', () => {
    const line = fc.record({ places: fc.nat(40), enrolled: fc.nat(40), completed: fc.nat(40) })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('navigator', 'operatore'),
        (rows, profile) => {
          const places = rows.map(({ places: given }, index) => ({ id: String(index), name: '', places: given }))
          const counts = new Map(rows.map((row, index) => [String(index), row]))
          const figures = placeFigures(places, counts, profile)
          const total = totalFigure(figures, profile, 'Tutto')
          expect(total.completed).toBe(rows.reduce((sum, row) => sum + row.completed, 0))
          const shares = figures.flatMap(({ share, base }) => (share === null || base === 0 ? [] : [share]))
          if (shares.length === rows.length && total.share !== null) {
            expect(total.share).toBeGreaterThanOrEqual(Math.min(...shares))
            expect(total.share).toBeLessThanOrEqual(Math.max(...shares) + 1)
          }
        },
      ),
    )
  })
})
