import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, formatDate, formatDateTime, formatDay, formatTime, nextDay, parseDay } from './dates'

describe('parseDay', () => {
  test.each([
    ['16/12/2019', '2019-12-16'],
    [' 16.12.2019 ', '2019-12-16'],
    ['1/9/2019', '2019-09-01'],
    ['2019-12-16', '2019-12-16'],
    ['29/02/2020', '2020-02-29'],
    ['29/02/2019', undefined],
    ['31/04/2019', undefined],
    ['00/01/2019', undefined],
    ['12/16/2019', undefined],
    ['16/12/19', undefined],
    ['16 dic', undefined],
    ['', undefined],
    ['16/12/0019', undefined],
  ])('%s → %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })

  test('reads every day that formatDay writes', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (moment) => {
        const day = moment.toISOString().slice(0, 10)
        expect(parseDay(formatDay(day))).toBe(day)
      }),
    )
  })
})

describe('moments are shown as Italian clocks show them', () => {
  test.each([
    ['2019-12-16T08:05:00Z', '16/12/2019', '9.05', '2019-12-16'],
    ['2019-07-22T22:30:00Z', '23/07/2019', '0.30', '2019-07-23'],
    ['2019-12-31T23:30:00Z', '01/01/2020', '0.30', '2020-01-01'],
    // The hour that the end of summer time repeats.
    ['2019-10-27T00:30:00Z', '27/10/2019', '2.30', '2019-10-27'],
    ['2019-10-27T01:30:00Z', '27/10/2019', '2.30', '2019-10-27'],
  ])('%s', (moment, date, time, day) => {
    const at = new Date(moment)
    expect([formatDate(at), formatTime(at), dayOf(at)]).toEqual([date, time, day])
    expect(formatDateTime(at)).toBe(`${date}, ore ${time}`)
  })
})

test.each([
  ['2019-12-31', '2020-01-01'],
  ['2020-02-28', '2020-02-29'],
  ['2019-03-30', '2019-03-31'],
  ['2019-10-27', '2019-10-28'],
])('the day after %s is %s', (day, next) => {
  expect(nextDay(day)).toBe(next)
})
