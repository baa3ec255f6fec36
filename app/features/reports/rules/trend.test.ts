import { describe, expect, test } from 'vitest'
import { cumulative, mondayOf } from './trend'

describe('the trend of completions', () => {
  test('weeks add up, in their order, those without completions too, up to the week of today', () => {
    const weeks = [
      { monday: '2019-11-04', completed: 2 },
      { monday: '2019-10-14', completed: 3 },
      { monday: '2019-11-04', completed: 1 },
    ]
    expect(cumulative(weeks, '2019-11-12')).toEqual([
      { monday: '2019-10-14', completed: 3 },
      { monday: '2019-10-21', completed: 3 },
      { monday: '2019-10-28', completed: 3 },
      { monday: '2019-11-04', completed: 6 },
      { monday: '2019-11-11', completed: 6 },
    ])
  })

  test('nothing completed: no line', () => {
    expect(cumulative([], '2019-11-12')).toEqual([])
    expect(cumulative([{ monday: '2019-10-14', completed: 0 }], '2019-11-12')).toEqual([])
  })

  test('one who was counted and left again leaves the line where it was', () => {
    const weeks = [
      { monday: '2019-10-14', completed: 0 },
      { monday: '2019-10-21', completed: 1 },
    ]
    expect(cumulative(weeks, '2019-10-21')).toEqual([{ monday: '2019-10-21', completed: 1 }])
  })
})

test.each([
  ['2019-12-16', '2019-12-16'],
  ['2019-12-22', '2019-12-16'],
  ['2019-12-15', '2019-12-09'],
  ['2020-01-01', '2019-12-30'],
  ['2019-10-27', '2019-10-21'],
  ['2019-03-31', '2019-03-25'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday)
})
