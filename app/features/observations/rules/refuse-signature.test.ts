import { describe, expect, test } from 'vitest'
import { type DraftBody, type Rating, ratings } from './observation'
import { needsNote, refuseSignature, signableObservation } from './refuse-signature'

const criteria = [
  { id: 'C1', critical: true },
  { id: 'C2', critical: false },
]
const whole: DraftBody = {
  kind: 'simulation',
  observedOn: '2026-03-02',
  ratings: { C1: { rating: 'met' }, C2: { rating: 'met' } },
  level: 3,
  strength: 'Ha ascoltato',
  change: 'Riassumere',
  action: 'Rileggere la scheda',
  actionOn: '2026-03-02',
}
/** The fields that keep a draft from being signed; while there are any, there is nothing to sign. */
const fields = (draft: DraftBody) => {
  const wrong = refuseSignature(draft, criteria).map(({ field }) => field)
  expect(signableObservation(draft, criteria) === undefined).toBe(wrong.length > 0)
  return wrong
}

describe('what keeps a draft from being signed', () => {
  test('nothing, when marks, level, strength, change and action with its date are there', () => {
    expect(fields(whole)).toEqual([])
  })

  test.each(['kind', 'observedOn', 'level', 'strength', 'change', 'action', 'actionOn'] as const)('no %s', (field) => {
    const { [field]: _, ...without } = whole
    expect(fields(without)).toEqual([field])
  })

  test('a criterion without a mark, and one that was never touched', () => {
    expect(fields({ ...whole, ratings: { C1: { rating: 'met' }, C2: { note: 'Nota' } } })).toEqual([
      'ratings.C2.rating',
    ])
    const { ratings: _, ...without } = whole
    expect(fields(without)).toEqual(['ratings.C1.rating', 'ratings.C2.rating'])
  })

  test('a real case without the tick; the tick asks nothing of the other kinds', () => {
    expect(fields({ ...whole, kind: 'real' })).toEqual(['informed'])
    expect(fields({ ...whole, kind: 'real', informed: true })).toEqual([])
    expect(fields({ ...whole, kind: 'discussion' })).toEqual([])
  })

  test('an agreed action that was due before the observation', () => {
    expect(fields({ ...whole, actionOn: '2026-03-01' })).toEqual(['actionOn'])
  })

  test('of an empty draft, all of it', () => {
    expect(fields({})).toHaveLength(9)
  })
})

describe('a note', () => {
  const compulsory: Record<'critical' | 'ordinary', Rating[]> = {
    critical: ['partly', 'notMet', 'notObserved', 'notApplicable'],
    ordinary: ['notMet'],
  }
  test.each(ratings)('is compulsory or not for %s', (rating) => {
    expect(needsNote(true, rating)).toBe(compulsory.critical.includes(rating))
    expect(needsNote(false, rating)).toBe(compulsory.ordinary.includes(rating))
    const marks = { C1: { rating }, C2: { rating } }
    const missing = [
      ...(compulsory.critical.includes(rating) ? ['ratings.C1.note'] : []),
      ...(compulsory.ordinary.includes(rating) ? ['ratings.C2.note'] : []),
    ]
    expect(fields({ ...whole, ratings: marks })).toEqual(missing)
    const explained = { C1: { rating, note: 'Visto' }, C2: { rating, note: 'Visto' } }
    expect(fields({ ...whole, ratings: explained })).toEqual([])
  })

  test('is not asked before there is a mark', () => expect(needsNote(true, undefined)).toBe(false))
})

describe('what is signed', () => {
  test('holds what was written, and no criterion of another profile', () => {
    const more = { ...whole.ratings, C9: { rating: 'notMet' as const } }
    const earlierAction = { observationId: 'x', outcome: 'done' as const }
    const draft: DraftBody = {
      ...whole,
      kind: 'real',
      informed: true,
      setting: 'In aula',
      ratings: more,
      earlierAction,
    }
    const { kind: _kind, observedOn: _day, ...said } = draft
    expect(signableObservation(draft, criteria)).toEqual({
      kind: 'real',
      observedOn: '2026-03-02',
      body: { ...said, ratings: whole.ratings },
    })
  })

  test('says nothing of a person at the desk when nobody was there', () => {
    expect(signableObservation({ ...whole, informed: true }, criteria)?.body).not.toHaveProperty('informed')
  })
})
