import { expect, test } from 'vitest'
import { foldText } from './fold-text'

test.each([
  ['D’Àngelo  Maria', 'dangelo maria'],
  ["De' Rossi", 'de rossi'],
  ['Müller-Östberg', 'mullerostberg'],
  ['  È già così ', 'e gia cosi'],
  ['F5.C4', 'f5 c4'],
  ['', ''],
])('%s → %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

test('orders names as an Italian list does', () => {
  const names = ['Ugo', 'Èlia', 'D’Amico', 'De Luca', 'Damiani', 'Zoppi', 'Àbate', 'Elvi']
  const byKey = [...names].sort((one, other) => (foldText(one) < foldText(other) ? -1 : 1))
  const byCollator = [...names].sort(new Intl.Collator('it', { ignorePunctuation: true }).compare)
  expect(byKey).toEqual(byCollator)
})
