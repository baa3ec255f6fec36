import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { closeOverdueIn } from './close-overdue.server'
import { isTimeOver } from './rules/time'
import { settleAttempt } from './settle-attempt.server'

/**
 * Hands in an attempt: scored, closed and, when passed, recorded as evidence, once. Whoever hands it in again, from
 * another tab too, is told the same and changes nothing; after its time it is closed with what was saved.
 * @returns the attempt's id; `absent` when there is no such attempt of an enrolment that the person follows
 */
export async function submitAttempt(
  by: Authorised<'learning.follow'>,
  attemptId: string,
): Promise<Result<string, 'absent'>> {
  const { actorId, requestId, now } = by
  return transact(async (tx) => {
    const attempt = actorId
      ? await tx.attempt.findFirst({
          where: { id: attemptId, enrolment: { activeKey: actorId } },
          select: { enrolmentId: true, dueAt: true, submittedAt: true },
        })
      : null
    if (!attempt) return refusal('absent', 'Il tentativo non c’è')
    if (attempt.submittedAt) return success(attemptId)
    if (isTimeOver(attempt.dueAt, now)) await closeOverdueIn(tx, attempt.enrolmentId, now)
    else await settleAttempt(tx, attemptId, { by: 'learner', at: now, actorId, requestId, now })
    return success(attemptId)
  })
}
