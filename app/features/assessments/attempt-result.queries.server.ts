import type { Authorised } from '~/features/auth/authorise.server'
import { type GroundView, groundView } from '~/features/curriculum/fact-basis.server'
import type { QuestionKey } from '~/features/curriculum/rules/module-content'
import { findActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import type { FrozenModule, FrozenQuestion } from '~/features/training-plan/frozen-plan'
import { findKeys, frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { findAssessmentStates } from './assessment-state.queries.server'
import { questionOf } from './attempt.queries.server'
import { readOwnAttempt } from './read-attempt.server'
import type { AssessmentState } from './rules/assessment-state'
import { reviewLevel } from './rules/review'
import { resultsByObjective } from './rules/scoring'

/** An objective of the test, or of the final one a module: what went right, and what to read again. */
export type ObjectiveView = {
  text: string
  right: number
  total: number
  again: { to: string; title: string }[]
}

/** A question of a passed test: in words, because places and ids mean nothing any more. */
export type ReviewedQuestion = {
  position: number
  stem: string
  own: string | null
  right: string
  correct: boolean
  explanation: string
  /** What it rests on: with the key, because it would give it away. */
  ground: GroundView
}

/**
 * How an attempt of the person's own ended, and of it only what the review rule opens: after a failure right answers
 * by objective, after passing every question with its right answer. Keys are read in the second case alone.
 * @returns `absent`, or `open` while the attempt goes on
 */
export async function findAttemptResult(by: Authorised<'learning.follow'>, id: string) {
  const own = await readOwnAttempt(by, id)
  if (!own) return { status: 'absent' as const }
  const { attempt, module, label } = own
  const { submittedAt, closedBy, correct, total, cut, passed } = attempt
  const level = reviewLevel({ submittedAt, passed })
  if (level === 'nothing' || !submittedAt) return { status: 'open' as const }
  const answers = await database.attemptQuestion.findMany({
    where: { attemptId: id },
    orderBy: { position: 'asc' },
    select: { position: true, questionHash: true, answer: true, correct: true },
  })
  const questions = answers.map(({ questionHash, ...rest }) => ({
    ...rest,
    correct: rest.correct ?? false,
    frozen: questionOf(module.questions, questionHash),
  }))
  return {
    status: 'ended' as const,
    label,
    module: { slug: module.slug, title: module.title },
    outcome: { correct: correct ?? 0, total, cut, passed: passed ?? false, submittedAt, byTime: closedBy === 'time' },
    objectives: objectivesOf(module, questions),
    questions: level === 'questions' ? await questionReviews(questions) : null,
    next: await findStateNow(by, attempt.moduleSlug, attempt.enrolmentId),
  }
}

export type AnsweredQuestion = { position: number; answer: string | null; correct: boolean; frozen: FrozenQuestion }

/** Right answers by objective, with the lessons to read again. */
export function objectivesOf(module: FrozenModule, questions: AnsweredQuestion[]): ObjectiveView[] {
  const textOf = (id: string) => module.objectives.find((one) => one.id === id)?.text ?? ''
  const asked = questions.map(({ correct, frozen }) => ({ correct, objective: frozen.objective }))
  return resultsByObjective(module.objectives, asked).map(({ objective, right, total }) => ({
    text: textOf(objective),
    right,
    total,
    again: module.final
      ? [{ to: `/moduli/${objective}`, title: textOf(objective) }]
      : module.lessons
          .filter(({ objectives }) => objectives.includes(objective))
          .map(({ slug, title }) => ({ to: `/moduli/${module.slug}/lezioni/${slug}`, title })),
  }))
}

/** Questions with their right answers: for an attempt that the review rule opens as far as `questions`, and no other. */
export async function questionReviews(questions: AnsweredQuestion[]): Promise<ReviewedQuestion[]> {
  const keys = await findKeys(
    database,
    questions.map(({ frozen }) => frozen.keyDigest),
  )
  return questions.map(({ position, answer, correct, frozen }) => {
    const key: QuestionKey | undefined = keys.get(frozen.keyDigest)
    const textOf = (id: string | undefined) => frozen.options.find((option) => option.id === id)?.text
    const own = textOf(answer ?? undefined) ?? null
    return {
      position,
      stem: frozen.stem,
      own,
      right: textOf(key?.option) ?? '',
      correct,
      explanation: key?.explanation ?? '',
      ground: groundView(frozen),
    }
  })
}

/** Where the person stands with that test now; null when they do not follow that enrolment any more. */
async function findStateNow(
  by: Authorised<'learning.follow'>,
  moduleSlug: string,
  enrolmentId: string,
): Promise<AssessmentState | null> {
  const enrolment = by.actorId ? await findActiveEnrolment(by.actorId) : null
  if (enrolment?.id !== enrolmentId) return null
  const states = await findAssessmentStates(enrolment, await frozenPlan(enrolment.versionId), by.now)
  return states.get(moduleSlug) ?? null
}
