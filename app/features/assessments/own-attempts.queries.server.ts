import { frozenPlan, testedModuleOf } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { questionOf } from './attempt.queries.server'
import { objectivesOf, questionReviews } from './attempt-result.queries.server'
import { reviewLevel } from './rules/review'

/**
 * All attempts of one's own enrolment, of each only what the review rule opens: of one that goes on nothing but that
 * it does, after a failure right answers by objective, after passing every question with its right answer.
 */
export async function findOwnAttempts({ id, versionId }: { id: string; versionId: string }) {
  const attempts = await database.attempt.findMany({
    where: { enrolmentId: id },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: {
      moduleSlug: true,
      number: true,
      startedAt: true,
      submittedAt: true,
      closedBy: true,
      correct: true,
      total: true,
      cut: true,
      passed: true,
      questions: {
        orderBy: { position: 'asc' },
        select: { position: true, questionHash: true, answer: true, correct: true },
      },
    },
  })
  const plan = await frozenPlan(versionId)
  return Promise.all(
    attempts.map(async ({ questions, ...attempt }) => {
      const level = reviewLevel(attempt)
      const module = testedModuleOf(plan, attempt.moduleSlug)
      if (level === 'nothing' || !module) return { ...attempt, objectives: null, questions: null }
      const answered = questions.map(({ questionHash, ...rest }) => ({
        ...rest,
        correct: rest.correct ?? false,
        frozen: questionOf(module.questions, questionHash),
      }))
      return {
        ...attempt,
        objectives: objectivesOf(module, answered),
        questions: level === 'questions' ? await questionReviews(answered) : null,
      }
    }),
  )
}

export type OwnAttempt = Awaited<ReturnType<typeof findOwnAttempts>>[number]
