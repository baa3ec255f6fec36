import { expect, test } from 'vitest'
import { stemOf, wordsOf } from './italian-words'

test.each([
  ['Rifiuta l’offerta', ['rifiuta', 'l', 'offerta']],
  ["dell'assegno", ['dell', 'assegno']],
  ['Proattività', ['proattivita']],
  ['registrazione on-line, e-mail', ['registrazione', 'online', 'email']],
  ['incontro domanda-offerta', ['incontro', 'domanda', 'offerta']],
  ['F5.C4', ['f5', 'c4']],
  ['', []],
])('the words of «%s»', (text, expected) => {
  expect(wordsOf(text)).toEqual(expected)
})

test('forms of a word have one stem; short words and codes stay', () => {
  expect(stemOf('convocazioni')).toBe(stemOf('convocazione'))
  expect(['did', 'f5', 'c4'].map(stemOf)).toEqual(['did', 'f5', 'c4'])
})
