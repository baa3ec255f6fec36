import { expect, test } from 'vitest'
import { sumOfModes, totalHours } from './totals'

const hours = (online: number, onTheJob: number) => ({ online, classroom: 1, remote: 0, collaborative: 0.5, onTheJob })

test('hours add up by profile and mode; who takes no module has no totals', () => {
  const modules = [{ hours: { navigator: hours(1, 4) } }, { hours: { navigator: hours(0.5, 2) } }, { hours: {} }]
  expect(totalHours(modules)).toEqual({
    navigator: { online: 1.5, classroom: 2, remote: 0, collaborative: 1, onTheJob: 6 },
  })
  expect(totalHours([])).toEqual({})
})

test('all the hours of a profile', () => {
  expect(sumOfModes(hours(1, 4))).toBe(6.5)
})
