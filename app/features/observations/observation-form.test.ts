import { describe, expect, test } from 'vitest'
import { draftDifferences, draftValues, fieldName } from './draft-values'
import { readDraftForm, signCorrectionForm, voidForm } from './observation-form.schema'
import { mergeDraft } from './rules/draft'
import type { DraftBody } from './rules/observation'

const writable = { criteria: [{ id: 'C1' }, { id: 'C2' }], form: { settings: ['In aula'] } }
function read(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return readDraftForm(form, writable)
}

const whole: DraftBody = {
  kind: 'real',
  observedOn: '2026-03-02',
  setting: 'In aula',
  informed: true,
  ratings: { C1: { rating: 'met' }, C2: { rating: 'notMet', note: 'Visto' } },
  level: 4,
  strength: 'Ascolta',
  change: 'Riassumere',
  action: 'Rileggere',
  actionOn: '2026-03-16',
  earlierAction: { observationId: 'x', outcome: 'partly' },
}

describe('the form of a draft', () => {
  test('says what the draft says, there and back', () => {
    const fields = Object.entries(draftValues(whole)).filter((pair): pair is [string, string] => Boolean(pair[1]))
    const { change, errors } = read({ ...Object.fromEntries(fields), earlierId: 'x' })
    expect(errors).toEqual({})
    expect(mergeDraft({}, change)).toEqual(whole)
  })

  test('an empty field takes away, a field that is not there leaves alone', () => {
    expect(read({ strength: '  ', 'ratings.C1.note': '' }).change).toEqual({
      strength: undefined,
      ratings: { C1: { note: undefined } },
    })
    expect(read({}).change).toEqual({})
  })

  test('the tick is off when the form has the kind and not the tick', () => {
    expect(read({ kind: 'real' }).change).toEqual({ kind: 'real', informed: undefined })
    expect(read({ kind: 'real', informed: 'on' }).change).toEqual({ kind: 'real', informed: true })
  })

  test.each([
    ['strength', 'Vedi RSSMRA80A01H501U', /codice fiscale/],
    ['change', 'scrivi a mario@posta.example', /email/],
    ['action', 'x'.repeat(1001), /1000/],
    ['ratings.C1.note', 'Vedi RSSMRA80A01H501U', /codice fiscale/],
    ['ratings.C1.rating', 'ottimo', /elenco/],
    ['kind', 'inventato', /caso reale/],
    ['setting', 'A casa', /elenco/],
    ['actionOn', '31/02/2026', /16\/12\/2019/],
    ['observedOn', 'ieri', /16\/12\/2019/],
    ['level', '6', /./],
    ['earlierOutcome', 'forse', /elenco/],
  ])('%s like %j is refused, and in no change', (name, text, message) => {
    const { change, errors } = read({ [name]: text, level: '3', ...(name === 'level' && { level: text }) })
    expect(Object.keys(errors)).toEqual([name])
    expect(errors[name]?.[0]).toMatch(message)
    expect(JSON.stringify(change)).not.toContain(text)
  })

  test('what looks like a telephone number is saved', () => {
    expect(read({ strength: 'chiamare 333 1234567' })).toEqual({
      change: { strength: 'chiamare 333 1234567' },
      errors: {},
    })
  })

  test('criteria of no such form are not read', () => {
    expect(read({ 'ratings.C9.rating': 'met', 'ratings.__proto__.rating': 'met' }).change).toEqual({})
  })
})

test('where two states differ, both are said in words', () => {
  const other: DraftBody = { ...whole, level: 2, ratings: { ...whole.ratings, C1: { rating: 'partly' } } }
  expect(draftDifferences(whole, other)).toEqual([
    { key: 'level', label: 'Autonomia', now: '4, Fare in autonomia', typed: '2, Fare con aiuto' },
    { key: 'ratings.C1.rating', label: 'Criterio C1', now: 'Raggiunto', typed: 'In parte' },
  ])
  expect(draftDifferences({}, { informed: true })).toMatchObject([{ now: 'niente', typed: 'sì' }])
  expect(draftDifferences(whole, whole)).toEqual([])
  expect(fieldName('ratings.C2.note')).toBe('Nota al criterio C2')
})

test.each([signCorrectionForm, voidForm])('a reason is asked for, and names nobody', (schema) => {
  const given = { password: 'x', revision: 1 }
  expect(schema.safeParse(given).error?.issues[0]?.message).toBe('Scrivi perché')
  expect(schema.safeParse({ ...given, reason: 'di RSSMRA80A01H501U' }).success).toBe(false)
  expect(schema.safeParse({ ...given, reason: 'Sbagliato' }).success).toBe(true)
})
