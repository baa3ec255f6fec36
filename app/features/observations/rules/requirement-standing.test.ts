import { expect, test } from 'vitest'
import { completingObservation, type SignedRow } from './requirement'
import { requirementStanding } from './requirement-standing'

const row = (id: string, observerId: string, traits: Partial<SignedRow> = {}): SignedRow => ({
  id,
  observerId,
  sufficient: true,
  corrects: null,
  isVoid: false,
  ...traits,
})

test.each<[string, SignedRow[], [number, number], [number, number, number]]>([
  ['none', [], [2, 1], [0, 2, 1]],
  ['one', [row('a', 'T')], [2, 1], [1, 1, 0]],
  ['one that does not count', [row('a', 'T', { sufficient: false })], [2, 1], [0, 2, 1]],
  ['one that was voided', [row('a', 'T'), row('b', 'T', { corrects: 'a', isVoid: true })], [2, 1], [0, 2, 1]],
  ['one that was corrected', [row('a', 'T'), row('b', 'T', { corrects: 'a' })], [2, 1], [1, 1, 0]],
  ['enough', [row('a', 'T'), row('b', 'T')], [2, 1], [2, 0, 0]],
  ['enough, by one person where two are asked', [row('a', 'T'), row('b', 'T')], [2, 2], [1, 1, 1]],
  ['enough, by two', [row('a', 'T'), row('b', 'U')], [2, 2], [2, 0, 0]],
  ['more than enough', [row('a', 'T'), row('b', 'U'), row('c', 'T')], [2, 1], [2, 0, 0]],
  ['none asked', [], [0, 1], [0, 0, 0]],
])('%s', (_, rows, [required, observers], [reached, missing, byOthers]) => {
  expect(requirementStanding(rows, { required, observers })).toEqual({ required, reached, missing, byOthers })
})

test('nothing is missing exactly when the requirement is met', () => {
  const rows = [row('a', 'T'), row('b', 'T', { sufficient: false }), row('c', 'T'), row('d', 'U', { corrects: 'a' })]
  for (let count = 0; count <= rows.length; count += 1) {
    for (const required of [1, 2, 3]) {
      for (let observers = 1; observers <= required; observers += 1) {
        const signed = rows.slice(0, count)
        const { missing } = requirementStanding(signed, { required, observers })
        expect(missing === 0, `${count} ${required} ${observers}`).toBe(
          completingObservation(signed, { required, observers }) !== undefined,
        )
      }
    }
  }
})
