import { expect, test } from 'vitest'
import { loggedPath } from './logged-path'

test.each([
  ['/guida/fasi/5', '/guida/fasi/5'],
  ['/imposta-password/un-segreto', '/imposta-password/…'],
  ['/Imposta-Password/un-segreto.data', '/imposta-password/…'],
])('%s → %s', (path, logged) => {
  expect(loggedPath(path)).toBe(logged)
})
