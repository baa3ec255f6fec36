import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import type { DraftBody, ObservationKind, SignedPayload } from './rules/observation'
import { isStanding } from './void-observation.server'

/**
 * Begins the correction of one's own signed observation: a draft with all that it says, to be changed and signed with
 * a reason. Until then the signed one counts. There is one such draft at most: asked for again, it is the same.
 * @returns the draft's id; `absent` (not signed by this person), `not-standing`
 */
export async function startCorrection(
  by: Authorised<'observation.write'>,
  observationId: string,
): Promise<Result<string, 'absent' | 'not-standing'>> {
  const { actorId, now } = by
  return transact(async (tx) => {
    const signed = await tx.observation.findUnique({ where: { id: observationId } })
    if (!actorId || signed?.observerId !== actorId) return refusal('absent', 'Questa osservazione non c’è')
    if (!(await isStanding(tx, observationId))) {
      return refusal('not-standing', 'Questa osservazione è già stata corretta o annullata: vale l’ultima scheda')
    }
    const { enrolmentId, moduleSlug } = signed
    const begun = await tx.observationDraft.findFirst({
      where: { observerId: actorId, enrolmentId, corrects: observationId },
      select: { id: true },
    })
    if (begun) return success(begun.id)
    const body = JSON.stringify(bodyOf(signed))
    const draft = { id: randomUUID(), enrolmentId, moduleSlug, observerId: actorId, body, corrects: observationId }
    await tx.observationDraft.create({ data: { ...draft, createdAt: now, updatedAt: now }, select: { id: true } })
    return success(draft.id)
  })
}

/** What a signed row says, as a draft; only its head where retention has erased the rest. */
function bodyOf({
  kind,
  observedOn,
  payload,
}: {
  kind: string
  observedOn: string
  payload: string | null
}): DraftBody {
  const head = { kind: kind as ObservationKind, observedOn }
  if (payload === null) return head
  const { reason: _, ...said } = JSON.parse(payload) as SignedPayload
  return { ...said, ...head }
}
