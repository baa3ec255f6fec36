import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import { appendResponse } from './append-response.server'
import { type AnswerRefusal, type LearnerVerdict, refuseAnswer } from './rules/disagreement'
import { isStanding } from './void-observation.server'

/** What a learner says to an observation of their own; `comment` is there when they disagree. */
export type Acknowledgement = { verdict: 'acknowledged' } | { verdict: 'disagreed'; comment: string }

const refusals: Record<AnswerRefusal, string> = {
  'already-answered': 'Hai già dato la presa visione: vale quella',
  'not-standing': 'Questa osservazione è stata corretta o annullata: leggi quella che ha preso il suo posto',
}

/**
 * Keeps that a learner has seen an observation of their own, agreeing or not: once, and for good. It gates nothing:
 * evidence stays as it was written at the observer's signature. A disagreement waits for a second trainer.
 * @returns `absent` (not signed, or not of this person), `already-answered`, `not-standing`
 */
export async function acknowledgeObservation(
  by: Authorised<'learning.follow'>,
  id: string,
  answer: Acknowledgement,
): Promise<Result<null, 'absent' | AnswerRefusal>> {
  const { actorId, requestId, now } = by
  return transact(async (tx) => {
    const observation = await tx.observation.findUnique({
      where: { id },
      select: {
        isVoid: true,
        enrolmentId: true,
        enrolment: { select: { personId: true } },
        responses: { select: { slot: true, verdict: true } },
      },
    })
    if (!actorId || !observation || observation.isVoid || observation.enrolment.personId !== actorId) {
      return refusal('absent', 'Questa osservazione non c’è')
    }
    const reason = refuseAnswer(observation.responses, await isStanding(tx, id))
    if (reason) return refusal(reason, refusals[reason])
    const verdict: LearnerVerdict = answer.verdict
    const response = { id: randomUUID(), observationId: id, slot: 'learner', verdict, byId: actorId, at: now }
    const digest = await appendResponse(tx, response, 'comment' in answer ? answer.comment : undefined)
    // The log says that it was seen, not whether they agreed.
    const payload = { observation: id, enrolment: observation.enrolmentId, response: response.id, digest }
    const act = { actorId, requestId, action: 'observation.acknowledge', objectType: 'person', objectId: actorId }
    await writeAudit(tx, { ...act, payload }, now)
    return success(null)
  })
}
