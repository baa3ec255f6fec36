import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, test } from 'vitest'
import { type ReviewIntent, reviewForms, reviewIntent } from './review-forms.schema'

function read(intent: ReviewIntent, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const submission = parseWithZod(form, { schema: reviewForms[intent] })
  return submission.status === 'success' ? submission.value : submission.error
}

describe('the form of a vote', () => {
  const password = 'x'
  test.each([
    ['an approval', { choice: 'approve' }, { choice: 'approve', conditions: [] }],
    [
      'conditions, one per line',
      { choice: 'conditions', conditions: ' Prima \r\n\n Seconda\n' },
      { choice: 'conditions', conditions: ['Prima', 'Seconda'] },
    ],
    [
      'a return',
      { choice: 'return', reasons: ' Manca F7.3 ' },
      { choice: 'return', reasons: 'Manca F7.3', conditions: [] },
    ],
    ['an abstention', { choice: 'abstain', conditions: ' \n ' }, { choice: 'abstain', conditions: [] }],
  ])('%s', (_, fields, value) => expect(read('vote', { ...fields, password })).toEqual({ ...value, password }))

  test.each([
    ['no choice', {}, 'choice', /Scegli/],
    ['a choice that is none', { choice: 'veto' }, 'choice', /Scegli/],
    ['no password', { choice: 'approve', password: '' }, 'password', /password/],
    ['a return without reasons', { choice: 'return' }, 'reasons', /motivi/],
    ['reasons of spaces', { choice: 'return', reasons: '   ' }, 'reasons', /motivi/],
    ['conditions without any', { choice: 'conditions' }, 'conditions', /condizione/],
    ['conditions of empty lines', { choice: 'conditions', conditions: '\n \n' }, 'conditions', /condizione/],
    ['conditions of another choice', { choice: 'approve', conditions: 'Una' }, 'conditions', /Approvo con condizioni/],
    ['too many', { choice: 'conditions', conditions: 'a\n'.repeat(21) }, 'conditions', /al massimo 20/],
    ['a codice fiscale', { choice: 'return', reasons: 'È RSSMRA80A01H501U' }, 'reasons', /codice fiscale/],
    ['an address', { choice: 'return', reasons: 'a@b.it' }, 'reasons', /email/],
  ])('%s', (_, fields, field, message) => {
    const error = read('vote', { password, ...fields }) as Record<string, string[]>
    expect(
      Object.entries(error)
        .flatMap(([name, texts]) => (name.startsWith(field) ? texts : []))
        .join(),
    ).toMatch(message)
  })

  test('a codice fiscale in one of many conditions is named beside their field', () => {
    const error = read('vote', { password, choice: 'conditions', conditions: 'Una\nRSSMRA80A01H501U' })
    expect(error).toEqual({ conditions: [expect.stringMatching(/codice fiscale/)] })
  })

  test('what is wrong is said at once: reasons and password', () => {
    expect(Object.keys(read('vote', { choice: 'return' }) ?? {}).toSorted()).toEqual(['password', 'reasons'])
  })
})

test.each([
  ['comment', { body: 'Perché?' }, { part: '', body: 'Perché?' }],
  ['comment', { part: 'primo/test', body: 'Perché?' }, { part: 'primo/test', body: 'Perché?' }],
  ['follow-up', { conditionId: 'c', note: 'Fatto', met: 'on' }, { conditionId: 'c', note: 'Fatto', met: true }],
  ['follow-up', { conditionId: 'c', note: 'Fatto' }, { conditionId: 'c', note: 'Fatto', met: false }],
] as const)('%s: %j', (intent, fields, value) => expect(read(intent, fields)).toEqual(value))

test.each([
  ['comment', { body: ' ' }],
  ['answer', { body: 'x' }],
  ['resolve', { commentId: 'c', note: '' }],
  ['follow-up', { conditionId: 'c', note: 'RSSMRA80A01H501U' }],
  ['close', {}],
] as const)('%s refused: %j', (intent, fields) => expect(read(intent, fields)).not.toHaveProperty('met'))

test('an intent that nobody knows is none', () => expect(reviewIntent.safeParse('decide').success).toBe(false))
