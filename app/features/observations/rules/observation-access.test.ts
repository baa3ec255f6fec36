import { expect, test } from 'vitest'
import { type AccessFacts, observationAccess } from './observation-access'

const stranger: AccessFacts = {
  isLearner: false,
  isAuthor: false,
  isReviewer: false,
  trains: 'no',
  manages: false,
  review: 'none',
}

test.each<[string, Partial<AccessFacts>, string]>([
  ['the learner', { isLearner: true }, 'all'],
  ['the learner, who trains elsewhere', { isLearner: true, trains: 'elsewhere' }, 'all'],
  ['the author', { isAuthor: true, trains: 'here' }, 'all'],
  ['the author, of a learner who has moved', { isAuthor: true, trains: 'elsewhere' }, 'all'],
  ['the author, no longer a trainer', { isAuthor: true }, 'none'],
  ['a second trainer of the place', { trains: 'here' }, 'outcome'],
  ['a second trainer while a review is open', { trains: 'here', review: 'open' }, 'all'],
  ['a second trainer once it was decided', { trains: 'here', review: 'confirmed' }, 'outcome'],
  ['a second trainer once it lapsed', { trains: 'here', review: 'lapsed' }, 'outcome'],
  ['who reviewed it', { trains: 'here', isReviewer: true, review: 'overturned' }, 'all'],
  ['who reviewed it, and trains elsewhere now', { trains: 'elsewhere', isReviewer: true, review: 'confirmed' }, 'all'],
  ['who reviewed it, no longer a trainer', { isReviewer: true, review: 'confirmed' }, 'none'],
  ['a trainer of elsewhere', { trains: 'elsewhere' }, 'none'],
  ['a trainer of elsewhere, while a review is open', { trains: 'elsewhere', review: 'open' }, 'none'],
  ['the manager of the centre', { manages: true }, 'outcome'],
  ['the manager of the centre, while a review is open', { manages: true, review: 'open' }, 'outcome'],
  ['anybody else', {}, 'none'],
  ['anybody else, while a review is open', { review: 'open' }, 'none'],
])('%s', (_, facts, access) => {
  expect(observationAccess({ ...stranger, ...facts })).toBe(access)
})
