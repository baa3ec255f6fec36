import { describe, expect, test } from 'vitest'
import { type DraftChange, holdsChange, mergeDraft } from './draft'
import type { DraftBody } from './observation'

const stored: DraftBody = {
  kind: 'real',
  informed: true,
  strength: 'Ascolta',
  ratings: { C1: { rating: 'partly', note: 'Due volte' }, C2: { rating: 'met' } },
}

describe('a change in a draft', () => {
  test.each<[string, DraftChange, DraftBody]>([
    ['nothing', {}, stored],
    ['a text', { strength: 'Accoglie' }, { ...stored, strength: 'Accoglie' }],
    ['a text taken away', { strength: undefined }, { kind: 'real', informed: true, ratings: stored.ratings ?? {} }],
    [
      'one mark, the note of it and the other criterion left alone',
      { ratings: { C1: { rating: 'met' } } },
      { ...stored, ratings: { C1: { rating: 'met', note: 'Due volte' }, C2: { rating: 'met' } } },
    ],
    [
      'a note taken away, a new criterion',
      { ratings: { C1: { note: undefined }, C3: { rating: 'notMet' } } },
      { ...stored, ratings: { C1: { rating: 'partly' }, C2: { rating: 'met' }, C3: { rating: 'notMet' } } },
    ],
  ])('%s', (_, change, merged) => expect(mergeDraft(stored, change)).toStrictEqual(merged))

  test('is there already when nothing of it is new', () => {
    expect(holdsChange(stored, {})).toBe(true)
    expect(holdsChange(stored, { strength: 'Ascolta', level: undefined, ratings: { C2: { rating: 'met' } } })).toBe(
      true,
    )
    expect(holdsChange(stored, { strength: 'Altro' })).toBe(false)
    expect(holdsChange(stored, { strength: undefined })).toBe(false)
    expect(holdsChange({}, { ratings: {} })).toBe(true)
  })
})
