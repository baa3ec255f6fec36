import type { Authorised } from '~/features/auth/authorise.server'
import { database } from '~/platform/database/client.server'
import { savedText, untilText } from './assessment-words'
import { readOwnAttempt } from './read-attempt.server'

/** A question of an open attempt in the strip: answered, to be looked at again, or neither. */
export type Stop = { position: number; answered: boolean; flagged: boolean }

/** What every page of an open attempt shows. Nothing in it tells which option is right. */
async function readOpenAttempt(by: Authorised<'learning.follow'>, id: string) {
  const own = await readOwnAttempt(by, id)
  if (!own) return { status: 'absent' as const }
  const { attempt, module, label } = own
  if (attempt.submittedAt) return { status: 'closed' as const }
  const questions = await database.attemptQuestion.findMany({
    where: { attemptId: id },
    orderBy: { position: 'asc' },
    select: { position: true, questionHash: true, optionOrder: true, answer: true, answeredAt: true, flagged: true },
  })
  const stops = questions.map(
    ({ position, answer, flagged }): Stop => ({ position, answered: answer !== null, flagged }),
  )
  const time = attempt.dueAt && { dueAt: attempt.dueAt, now: by.now, until: untilText(attempt.dueAt, by.now) }
  const head = { id, label, module: { slug: module.slug, title: module.title }, time, stops }
  return { status: 'open' as const, head, questions, module }
}

/**
 * The page of one question: its text and its options in their order, named by their place, with what is saved.
 * @param wanted position of the question; without one, the first that has no answer yet
 * @returns `absent` (no such attempt of the person's own, or no such question) or `closed`
 */
export async function findQuestionPage(by: Authorised<'learning.follow'>, id: string, wanted: number | undefined) {
  const open = await readOpenAttempt(by, id)
  if (open.status !== 'open') return open
  const { head, questions, module } = open
  const position = wanted ?? head.stops.find(({ answered }) => !answered)?.position ?? 1
  const drawn = questions.find((question) => question.position === position)
  if (!drawn) return { status: 'absent' as const }
  const frozen = questionOf(module.questions, drawn.questionHash)
  const order = JSON.parse(drawn.optionOrder) as string[]
  const { answer, answeredAt, flagged } = drawn
  const question = {
    position,
    stem: frozen.stem,
    options: order.map((optionId) => frozen.options.find((option) => option.id === optionId)?.text ?? ''),
    // By its place, as the page sends it: ids would tell the order in which the author wrote the options.
    choice: answer === null ? null : order.indexOf(answer) + 1,
    flagged,
    savedAt: answeredAt && savedText(answeredAt, by.now),
  }
  return { status: 'open' as const, ...head, question }
}

/** The page before handing in: every question with its text, and whether it is answered. */
export async function findReviewPage(by: Authorised<'learning.follow'>, id: string) {
  const open = await readOpenAttempt(by, id)
  if (open.status !== 'open') return open
  const { head, questions, module } = open
  const stems = questions.map(({ questionHash }) => questionOf(module.questions, questionHash).stem)
  return { status: 'open' as const, ...head, stems }
}

/** True when the person has such an attempt in the enrolment that they follow. */
export async function existsAttempt(by: Authorised<'learning.follow'>, id: string): Promise<boolean> {
  if (!by.actorId) return false
  return (await database.attempt.count({ where: { id, enrolment: { activeKey: by.actorId } } })) > 0
}

/** A frozen question of a module; the draw took it from there, so it is there. */
export function questionOf<Q extends { hash: string }>(questions: readonly Q[], hash: string): Q {
  const question = questions.find((one) => one.hash === hash)
  if (!question) throw new Error(`The frozen module has no question ${hash}`)
  return question
}
