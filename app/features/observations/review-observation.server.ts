import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { reachesAtWork } from '~/features/territory/workplaces.server'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import { appendResponse } from './append-response.server'
import { type ReviewRefusal, type ReviewVerdict, refuseReview } from './rules/disagreement'
import { isStanding, voidObservationIn } from './void-observation.server'

export type Review = { verdict: ReviewVerdict; comment: string }

const refusals: Record<ReviewRefusal, string> = {
  own: 'L’osservazione su di te la riesamina un altro formatore',
  author: 'Hai firmato tu questa osservazione: la riesamina un altro formatore',
  'already-reviewed': 'Il riesame è già stato fatto: vale quello',
  'no-disagreement': 'Su questa osservazione non c’è un disaccordo da riesaminare',
  'not-standing': 'Questa osservazione è stata corretta o annullata: non c’è più nulla da riesaminare',
}

/**
 * Decides a learner's disagreement, by a second trainer of the place: confirmed, or overturned, which voids the
 * observation and settles the evidence anew in the same transaction. Who reviews has proven who they are just before
 * (auth/reauthentication).
 * @returns `absent` (not signed, or out of reach), or a reason of refuseReview
 */
export async function reviewObservation(
  by: Authorised<'observation.review'>,
  id: string,
  { verdict, comment }: Review,
): Promise<Result<null, 'absent' | ReviewRefusal>> {
  const { actorId, requestId, now, today } = by
  return transact(async (tx) => {
    const observation = await tx.observation.findUnique({
      where: { id },
      select: {
        id: true,
        enrolmentId: true,
        moduleSlug: true,
        kind: true,
        observedOn: true,
        observerId: true,
        isVoid: true,
        enrolment: { select: { person: { select: { id: true, homeEntryId: true } } } },
        responses: { select: { slot: true, verdict: true } },
      },
    })
    if (!actorId || !observation || observation.isVoid) return absent()
    const learner = observation.enrolment.person
    if (!(await reachesAtWork(tx, by, learner, today))) return absent()
    const reader = { isLearner: learner.id === actorId, isAuthor: observation.observerId === actorId }
    const reason = refuseReview(reader, observation.responses, await isStanding(tx, id))
    if (reason) return refusal(reason, refusals[reason])

    const response = { id: randomUUID(), observationId: id, slot: 'review', verdict, byId: actorId, at: now }
    const digest = await appendResponse(tx, response, comment)
    const payload = { observation: id, enrolment: observation.enrolmentId, response: response.id, digest }
    const act = { actorId, requestId, action: 'observation.review', objectType: 'person', objectId: learner.id }
    await writeAudit(tx, { ...act, payload }, now)
    if (verdict === 'overturned') {
      const voided = await voidObservationIn(tx, { actorId, requestId, now }, observation, comment)
      // It stands: nobody else writes while this transaction is open.
      if (!voided.ok) throw new Error(voided.message)
    }
    return success(null)
  })
}

function absent() {
  return refusal('absent', 'Questa osservazione non c’è')
}
