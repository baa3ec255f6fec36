import { describe, expect, test } from 'vitest'
import type { Grant } from '~/features/auth/rules/grants'
import { seatHeldOn, voteOf } from './who-votes'

const region = { kind: 'region' } as const
const seat = (over: Partial<Grant> = {}): Grant => ({
  role: 'committee',
  scope: region,
  seat: 'anpal',
  startsOn: '2019-09-01',
  ...over,
})
const facts = {
  personId: 'nadia',
  grants: [seat()],
  day: '2019-12-10',
  submitted: true,
  decided: false,
  authors: ['irene'],
}

describe('who votes on a version', () => {
  test.each([
    ['the holder of a seat', {}, { seat: 'anpal' }],
    ['on the first day', { grants: [seat({ startsOn: '2019-12-10' })] }, { seat: 'anpal' }],
    ['on the last day', { grants: [seat({ endsOn: '2019-12-10' })] }, { seat: 'anpal' }],
    ['before the seat is theirs', { grants: [seat({ startsOn: '2019-12-11' })] }, { refusal: 'no-seat' }],
    ['after the seat was theirs', { grants: [seat({ endsOn: '2019-12-09' })] }, { refusal: 'no-seat' }],
    ['a plan manager', { grants: [seat({ role: 'plan-manager', seat: undefined })] }, { refusal: 'no-seat' }],
    ['the Cabina without a seat', { grants: [seat({ seat: undefined })] }, { refusal: 'no-seat' }],
    ['nobody', { grants: [] }, { refusal: 'no-seat' }],
    ['an author with a seat', { authors: ['irene', 'nadia'] }, { refusal: 'author' }],
    ['after the decision', { decided: true }, { refusal: 'closed' }],
    ['an author after the decision', { decided: true, authors: ['nadia'] }, { refusal: 'closed' }],
    ['a draft', { submitted: false }, { refusal: 'not-open' }],
  ])('%s', (_, over, verdict) => expect(voteOf({ ...facts, ...over })).toEqual(verdict))

  test('a seat that passes on is held by one after the other', () => {
    const before = [seat({ endsOn: '2019-12-09' })]
    const after = [seat({ startsOn: '2019-12-10' })]
    expect([seatHeldOn(before, '2019-12-09'), seatHeldOn(after, '2019-12-09')]).toEqual(['anpal', undefined])
    expect([seatHeldOn(before, '2019-12-10'), seatHeldOn(after, '2019-12-10')]).toEqual([undefined, 'anpal'])
  })
})
