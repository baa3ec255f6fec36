/** What the learner answers: seen; or seen, and not agreed. */
export const learnerVerdicts = ['acknowledged', 'disagreed'] as const
export type LearnerVerdict = (typeof learnerVerdicts)[number]

/** What a second trainer decides of a disagreement: the observation stands, or it counts no more. */
export const reviewVerdicts = ['confirmed', 'overturned'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]

export type GivenResponse = { slot: string; verdict: string }

/** `lapsed`: the observation was corrected or voided before anybody reviewed it. */
export type ReviewState = 'none' | 'open' | 'lapsed' | ReviewVerdict

/**
 * Where the review of an observation stands. An open one bars a certificate and nothing else: acknowledgement gates no
 * evidence (issue C, point 2).
 * @param standing taken over by no later row
 */
export function reviewState(responses: readonly GivenResponse[], standing: boolean): ReviewState {
  const review = responses.find(({ slot }) => slot === 'review')
  if (review) return review.verdict === 'overturned' ? 'overturned' : 'confirmed'
  if (!responses.some(isDisagreement)) return 'none'
  return standing ? 'open' : 'lapsed'
}

export type AnswerRefusal = 'already-answered' | 'not-standing'

/** Why a learner cannot answer an observation of their own: once, and only while it stands. */
export function refuseAnswer(responses: readonly GivenResponse[], standing: boolean): AnswerRefusal | undefined {
  if (responses.some(({ slot }) => slot === 'learner')) return 'already-answered'
  return standing ? undefined : 'not-standing'
}

export type ReviewRefusal = 'own' | 'author' | 'already-reviewed' | 'no-disagreement' | 'not-standing'

/** Why somebody cannot review an observation: a second trainer does, once, while the disagreement is open. */
export function refuseReview(
  { isLearner, isAuthor }: { isLearner: boolean; isAuthor: boolean },
  responses: readonly GivenResponse[],
  standing: boolean,
): ReviewRefusal | undefined {
  if (isLearner) return 'own'
  if (isAuthor) return 'author'
  switch (reviewState(responses, standing)) {
    case 'open':
      return undefined
    case 'none':
      return 'no-disagreement'
    case 'lapsed':
      return 'not-standing'
    default:
      return 'already-reviewed'
  }
}

function isDisagreement({ verdict }: GivenResponse) {
  return verdict === 'disagreed'
}
