import { expect, test } from 'vitest'
import { type GivenResponse, refuseAnswer, refuseReview, reviewState } from './disagreement'

const seen: GivenResponse = { slot: 'learner', verdict: 'acknowledged' }
const disagreed: GivenResponse = { slot: 'learner', verdict: 'disagreed' }
const confirmed: GivenResponse = { slot: 'review', verdict: 'confirmed' }
const overturned: GivenResponse = { slot: 'review', verdict: 'overturned' }
const second = { isLearner: false, isAuthor: false }

test.each<[string, GivenResponse[], boolean, string, string | undefined]>([
  ['nobody has answered', [], true, 'none', 'no-disagreement'],
  ['seen', [seen], true, 'none', 'no-disagreement'],
  ['disagreed', [disagreed], true, 'open', undefined],
  ['disagreed, then corrected or voided', [disagreed], false, 'lapsed', 'not-standing'],
  ['confirmed', [disagreed, confirmed], true, 'confirmed', 'already-reviewed'],
  ['confirmed, then corrected', [disagreed, confirmed], false, 'confirmed', 'already-reviewed'],
  ['overturned', [disagreed, overturned], false, 'overturned', 'already-reviewed'],
  ['seen, then voided', [seen], false, 'none', 'no-disagreement'],
])('%s: where the review stands, and whether a second trainer may decide it', (_, given, standing, state, refused) => {
  expect(reviewState(given, standing)).toBe(state)
  expect(refuseReview(second, given, standing)).toBe(refused)
})

test.each([
  [{ isLearner: true, isAuthor: false }, 'own'],
  [{ isLearner: false, isAuthor: true }, 'author'],
])('%j reviews nothing of it', (reader, refused) => {
  expect(refuseReview(reader, [disagreed], true)).toBe(refused)
})

test.each<[GivenResponse[], boolean, string | undefined]>([
  [[], true, undefined],
  [[], false, 'not-standing'],
  [[seen], true, 'already-answered'],
  [[disagreed], true, 'already-answered'],
  [[disagreed], false, 'already-answered'],
])('a learner who answered %j, standing %s: %s', (given, standing, refused) => {
  expect(refuseAnswer(given, standing)).toBe(refused)
})
