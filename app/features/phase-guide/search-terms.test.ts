import { expect, test } from 'vitest'
import { indexTerms, searchTerms, searchWords } from './search-terms'

test.each([
  ['Rifiuta l’offerta', ['rifiuta', 'l', 'offerta']],
  ["dell'assegno", ['dell', 'assegno']],
  ['Proattività', ['proattivita']],
  ['registrazione on-line, e-mail', ['registrazione', 'online', 'email']],
  ['incontro domanda-offerta', ['incontro', 'domanda', 'offerta']],
  ['F5.C4', ['f5', 'c4']],
  ['', []],
])('the words of «%s»', (text, expected) => {
  expect(searchWords(text)).toEqual(expected)
})

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
