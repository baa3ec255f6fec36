import { expect, test } from 'vitest'
import { indexTerms, searchTerms } from './search-terms'

test('"non" says something, articles do not', () => {
  expect(searchTerms('la persona non si presenta').map(({ word }) => word)).toEqual(['persona', 'non', 'presenta'])
  expect(indexTerms('della')).toBeNull()
})

test.each([
  ['esonero', 'esoneri'],
  ['convocazione', 'convocare'],
  ['presenta', 'presentato'],
  ['azienda', 'aziende'],
])('%s and %s have one stem', (one, other) => {
  expect(searchTerms(one)[0]?.stem).toBe(searchTerms(other)[0]?.stem)
})
