import { expect, test } from 'vitest'
import type { OwnObservation } from '~/features/observations/own-observations'
import { observed as row } from '../../../../tests/setup/learner-modules'
import { missingObservationsText, ownObservationWords } from './own-observations-words'

const rule = (required: number, observers = 1) => ({ required, observers, cutPercent: 70 })

test.each<[ReturnType<typeof rule> | undefined, boolean, OwnObservation[], string | null]>([
  [undefined, false, [], null],
  [rule(1), false, [], 'Ne manca una.'],
  [rule(3), false, [], 'Ne mancano 3.'],
  [rule(3), false, [row('a'), row('b', { sufficient: false })], 'Ne mancano 2.'],
  [rule(2, 2), false, [], 'Ne mancano 2.'],
  [rule(2, 2), false, [row('a'), row('b')], 'Ne manca una, con un’altra persona che osserva.'],
  [rule(3, 2), false, [row('a')], 'Ne mancano 2, almeno una con altre persone che osservano.'],
  [rule(3, 3), false, [row('a')], 'Ne mancano 2, almeno 2 con altre persone che osservano.'],
  [rule(3, 2), false, [row('a'), row('b', { observerId: 'U' })], 'Ne manca una.'],
  [rule(2), true, [], null],
])('asked %j, met %s, %j: %s', (observation, observationMet, observations, text) => {
  expect(missingObservationsText({ observation, observationMet, observations })).toBe(text)
})

test('each observation with what has become of it, the last first; those that void another are told there', () => {
  const rows = [
    row('a'),
    row('b', { corrects: 'a', sufficient: false, answered: false }),
    row('c', { answered: false }),
    row('d', { corrects: 'c', isVoid: true }),
    row('e', { answered: false }),
  ]
  expect(ownObservationWords(rows).map(({ id, mark, text, toAcknowledge }) => [id, mark, text, toAcknowledge])).toEqual(
    [
      ['e', 'ok', 'Vale per il modulo', true],
      ['c', 'off', 'Annullata', false],
      ['b', 'todo', 'Non vale per il modulo', true],
      ['a', 'off', 'Corretta: vale un’altra', false],
    ],
  )
})
