import { describe, expect, test } from 'vitest'
import { areFieldNames } from './field-names'

describe('the names of a form’s fields', () => {
  test.each([['email'], ['intent'], ['hours.navigator.classroom'], ['entries[0].operators'], ['blueprint[99].any']])(
    '%s is one of ours',
    (name) => {
      expect(areFieldNames([name])).toBe(true)
    },
  )

  test.each([
    ['a place that no list of ours has', 'email[1000]'],
    ['a place that would fill the memory', 'email[4294967294]'],
    ['the same further down', 'a.b[0].c[99999999].d'],
    ['an instruction to the parser', '__intent__'],
    ['its state', '__state__'],
    ['a name without end', 'a.'.repeat(150)],
  ])('%s is not', (_, name) => {
    expect(areFieldNames([name])).toBe(false)
    expect(areFieldNames(['email', name])).toBe(false)
  })

  test('a few thousand fields are too many', () => {
    expect(areFieldNames(Array.from({ length: 2000 }, () => 'a'))).toBe(true)
    expect(areFieldNames(Array.from({ length: 2001 }, () => 'a'))).toBe(false)
  })
})
