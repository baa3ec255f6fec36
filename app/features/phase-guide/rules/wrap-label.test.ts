import { expect, test } from 'vitest'
import { wrapLabel } from './wrap-label'

test.each([
  ['Convocazione', 14, ['Convocazione']],
  ['Percorso verso il Patto', 14, ['Percorso verso', 'il Patto']],
  ['Consultazione domanda-offerta', 15, ['Consultazione', 'domanda-offerta']],
  ['Precipitevolissimevolmente', 5, ['Precipitevolissimevolmente']],
])('%s in %i', (label, width, expected) => {
  expect(wrapLabel(label, width)).toEqual(expected)
})
