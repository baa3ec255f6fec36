import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { database } from '~/platform/database/client.server'
import { closeOverdueOf } from './close-overdue.server'
import { isTimeOver } from './rules/time'
import { writeAnswer } from './write-answer.server'

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

/** An attempt of the person's own with one of its questions, if it has that one. */
type OpenQuestion = {
  enrolmentId: string
  dueAt: Date | null
  submittedAt: Date | null
  total: number | bigint
  optionOrder: string | null
}

/** What is said when an attempt takes no answer any more, in a save and in what follows from it. */
const closedSentences = {
  'time-over': 'Il tempo è finito: il test è stato consegnato con le risposte già salvate',
  closed: 'Il test è già stato consegnato: le risposte non si possono più cambiare',
}

/**
 * Saves the answer to one question, alone. Hundreds of people save at the same time: what cannot change while the
 * attempt is open is read before the transaction, in one statement; the transaction holds updates alone, and writes
 * nothing to the log.
 * @returns when it was saved, and how many questions there are; `absent` (no such attempt of an enrolment that the person follows), `unknown-question`,
 *   `unknown-option`, `time-over` or `closed`: then nothing has changed
 */
export async function saveAnswer(
  by: Authorised<'learning.follow'>,
  { attemptId, position, choice, flagged }: ChosenAnswer,
): Promise<Result<{ at: Date; total: number }, SaveRefusal>> {
  const [attempt] = await database.$queryRaw<OpenQuestion[]>`
    SELECT a."enrolmentId", a."dueAt", a."submittedAt", a."total", q."optionOrder"
    FROM "Attempt" a JOIN "Enrolment" e ON e."id" = a."enrolmentId"
    LEFT JOIN "AttemptQuestion" q ON q."attemptId" = a."id" AND q."position" = ${position}
    WHERE a."id" = ${attemptId} AND e."activeKey" = ${by.actorId}`
  if (!attempt) return refusal('absent', 'Il tentativo non c’è')
  if (attempt.optionOrder === null)
    return refusal('unknown-question', 'Questa domanda non è nel tuo test: torna al test e riprova')
  const options = JSON.parse(attempt.optionOrder) as string[]
  const answer = choice === null ? null : options[choice - 1]
  if (answer === undefined) {
    return refusal('unknown-option', 'Questa risposta non è fra quelle della domanda: scegline una dell’elenco')
  }
  if (attempt.submittedAt) return refusal('closed', closedSentences.closed)
  if (isTimeOver(attempt.dueAt, by.now)) {
    await closeOverdueOf(attempt.enrolmentId, by.now)
    return refusal('time-over', closedSentences['time-over'])
  }
  const written = await writeAnswer({ attemptId, position, answer, flagged, at: by.now })
  return written ? success({ at: by.now, total: Number(attempt.total) }) : refusal('closed', closedSentences.closed)
}
