import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { database, transact } from '~/platform/database/client.server'
import { closeOverdueOf } from './close-overdue.server'
import { isTimeOver } from './rules/time'

/** What a learner chose at one question. */
export type ChosenAnswer = {
  attemptId: string
  position: number
  /** Place of the chosen option among those shown, from 1; null when none is chosen: an answer saved before stays. */
  choice: number | null
  /** To be looked at again before handing in. */
  flagged: boolean
}

export type SaveRefusal = 'absent' | 'unknown-question' | 'unknown-option' | 'time-over' | 'closed'

/** What is said when an attempt takes no answer any more, in a save and in what follows from it. */
const closedSentences = {
  'time-over': 'Il tempo è finito: il test è stato consegnato con le risposte già salvate',
  closed: 'Il test è già stato consegnato: le risposte non si possono più cambiare',
}

/**
 * Saves the answer to one question, alone. Hundreds of people save at the same time: what cannot change while the
 * attempt is open is read before the transaction, which holds one update and writes nothing to the log.
 * @returns when it was saved, and how many questions there are; `absent` (no such attempt of an enrolment that the person follows), `unknown-question`,
 *   `unknown-option`, `time-over` or `closed`: then nothing has changed
 */
export async function saveAnswer(
  by: Authorised<'learning.follow'>,
  { attemptId, position, choice, flagged }: ChosenAnswer,
): Promise<Result<{ at: Date; total: number }, SaveRefusal>> {
  const attempt = by.actorId
    ? await database.attempt.findFirst({
        where: { id: attemptId, enrolment: { activeKey: by.actorId } },
        select: {
          enrolmentId: true,
          dueAt: true,
          submittedAt: true,
          total: true,
          questions: { where: { position }, select: { optionOrder: true } },
        },
      })
    : null
  if (!attempt) return refusal('absent', 'Il tentativo non c’è')
  const question = attempt.questions[0]
  if (!question) return refusal('unknown-question', 'Questa domanda non è nel tuo test: torna al test e riprova')
  const options = JSON.parse(question.optionOrder) as string[]
  const answer = choice === null ? null : options[choice - 1]
  if (answer === undefined) {
    return refusal('unknown-option', 'Questa risposta non è fra quelle della domanda: scegline una dell’elenco')
  }
  if (attempt.submittedAt) return refusal('closed', closedSentences.closed)
  if (isTimeOver(attempt.dueAt, by.now)) {
    await closeOverdueOf(attempt.enrolmentId, by.now)
    return refusal('time-over', closedSentences['time-over'])
  }
  const saved = await transact((tx) =>
    tx.attemptQuestion.updateMany({
      where: { attemptId, position, attempt: { submittedAt: null } },
      data: answer === null ? { flagged } : { answer, answeredAt: by.now, flagged },
    }),
  )
  return saved.count === 1 ? success({ at: by.now, total: attempt.total }) : refusal('closed', closedSentences.closed)
}
