import { expect, test } from 'vitest'
import { findingLink } from './finding-link'
import type { FindingPlace } from './rules/missing-finding'

test.each<[FindingPlace, string]>([
  [{ kind: 'plan' }, '#moduli'],
  [{ kind: 'coverage', id: 'F3.C1' }, '#copertura-F3-C1'],
  [{ kind: 'module', slug: 'primo' }, '/gestione/piani/v/moduli/primo'],
  [{ kind: 'sizing' }, '/gestione/piani/v/dimensionamento'],
])('%o is put right at %s', (where, link) => {
  expect(findingLink('v', where)).toBe(link)
})
