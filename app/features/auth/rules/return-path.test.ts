import { expect, test } from 'vitest'
import { safeReturnPath } from './return-path'

test.each([
  [null, '/'],
  ['', '/'],
  ['/guida/fasi/5', '/guida/fasi/5'],
  ['/cerca?q=did', '/cerca?q=did'],
  ['/guida#f5', '/guida'],
  ['https://altrove.example/', '/'],
  ['//altrove.example', '/'],
  ['/\\altrove.example', '/'],
  ['/\t/altrove.example', '/'],
  ['/%09//altrove.example', '/%09//altrove.example'],
  ['/.//altrove.example', '/'],
  ['javascript:alert(1)', '/'],
  ['guida', '/'],
  ['/esci', '/'],
])('%s → %s', (wanted, expected) => {
  expect(safeReturnPath(wanted)).toBe(expected)
})
