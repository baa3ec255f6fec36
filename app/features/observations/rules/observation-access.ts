import type { ReviewState } from './disagreement'

/**
 * How much of a signed observation somebody sees: `all` with ratings, notes, feedback and what was answered; `outcome`
 * with outcome and supervision level alone.
 */
export type ObservationAccess = 'all' | 'outcome' | 'none'

export type AccessFacts = {
  /** The reader is the person observed. */
  isLearner: boolean
  isAuthor: boolean
  /** The reader decided the review of it. */
  isReviewer: boolean
  /** Holds the role of trainer today: where the learner belongs or works, elsewhere, or not at all. */
  trains: 'here' | 'elsewhere' | 'no'
  /** Is responsible for the learner's own centre today. */
  manages: boolean
  review: ReviewState
}

/**
 * What a reader sees, by the visibility table of the product contract: notes and feedback are for the learner, the
 * author, and who reviews. While a disagreement waits to be reviewed, each trainer of the place may be the one.
 */
export function observationAccess(reader: AccessFacts): ObservationAccess {
  if (reader.isLearner) return 'all'
  if (reader.trains !== 'no' && (reader.isAuthor || reader.isReviewer)) return 'all'
  if (reader.trains === 'here') return reader.review === 'open' ? 'all' : 'outcome'
  return reader.manages ? 'outcome' : 'none'
}
