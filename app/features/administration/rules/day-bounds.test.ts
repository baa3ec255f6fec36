import { expect, test } from 'vitest'
import { startOfDay } from './day-bounds'

test.each([
  ['2019-12-16', '2019-12-15T23:00:00.000Z'],
  ['2019-07-22', '2019-07-21T22:00:00.000Z'],
  ['2019-03-31', '2019-03-30T23:00:00.000Z'],
  ['2019-04-01', '2019-03-31T22:00:00.000Z'],
  ['2019-10-27', '2019-10-26T22:00:00.000Z'],
  ['2019-10-28', '2019-10-27T23:00:00.000Z'],
])('%s begins at %s', (day, moment) => {
  expect(startOfDay(day).toISOString()).toBe(moment)
})
