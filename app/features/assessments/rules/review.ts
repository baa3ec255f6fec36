/**
 * What learners may see of their own attempt:
 * - `nothing`: while it is open, only their own answers
 * - `objectives`: after a failure, how many answers of each objective were right; not which ones, nor the right ones,
 *   because the same questions can come back in the next attempt
 * - `questions`: after passing, for each question their own answer, the right one and why
 */
export type ReviewLevel = 'nothing' | 'objectives' | 'questions'

/** The review rule (issue B, point 7): everything that is shown of an attempt's outcome asks here. */
export function reviewLevel({
  submittedAt,
  passed,
}: {
  submittedAt: Date | null
  passed: boolean | null
}): ReviewLevel {
  if (!submittedAt || passed === null) return 'nothing'
  return passed ? 'questions' : 'objectives'
}
