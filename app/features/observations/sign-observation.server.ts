import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { type Transaction, transact } from '~/platform/database/client.server'
import { appendObservation } from './append-observation.server'
import { findEarlierAction } from './earlier-action.server'
import { readObserved } from './read-observed.server'
import type { DraftBody } from './rules/observation'
import { outcomeOf } from './rules/outcome'
import { signableObservation } from './rules/refuse-signature'
import { refuseStart, type StartRefusal, startRefusals } from './rules/refuse-start'
import { settleObservationEvidence } from './settle-observation-evidence.server'
import { isStanding } from './void-observation.server'

export type SignRefusal =
  | 'absent'
  | 'already-signed'
  | 'changed'
  | 'incomplete'
  | 'moved'
  | 'not-standing'
  | StartRefusal

type Wanted = {
  id: string
  /** The revision whose summary was shown. */
  revision: number
  /** Why it takes the place of an earlier one; asked of corrections alone. */
  reason?: string
}

/**
 * Signs one's own draft: the signed row takes its id, the draft is gone, the evidence is settled, all in one
 * transaction, in which learner, scope and module are read again. Who signs has proven who they are just before
 * (auth/reauthentication). A correction of one's own signature is possible also when the learner has since moved or
 * left: what one signed stays one's own to put right.
 *
 * @returns `absent` (no draft of this person), `already-signed`, `changed` (not the revision that was shown),
 *   `incomplete`, `moved` (the learner is no longer in scope), `not-standing` (what it corrects was corrected
 *   meanwhile), or a reason of refuseStart
 */
export async function signObservation(
  by: Authorised<'observation.write'>,
  { id, revision, reason }: Wanted,
): Promise<Result<null, SignRefusal>> {
  const { actorId, requestId, now } = by
  return transact(async (tx) => {
    const found = await findDraft(tx, actorId, id)
    if (!found.ok) return found
    const draft = found.value
    if (draft.revision !== revision) {
      return refusal(
        'changed',
        'Intanto la scheda è cambiata in un’altra finestra: rileggi il riepilogo e firma di nuovo',
      )
    }
    const { enrolmentId, moduleSlug, corrects } = draft
    const written = JSON.parse(draft.body) as DraftBody
    const observedOn = written.observedOn ?? ''
    const observed = await readObserved(tx, by, { enrolmentId, moduleSlug, observedOn })
    if (!observed) return refusal('absent', 'Questa bozza non c’è')
    const { inReach, facts, heldRoleThen, module, personId } = observed
    if (corrects !== null) {
      if (!(await isStanding(tx, corrects))) {
        return refusal('not-standing', 'L’osservazione che correggi è già stata corretta o annullata')
      }
    } else if (!inReach) return refusal('moved', movedSentence)
    const refused = refuseStart(corrects === null ? facts : { ...facts, follows: true, trainedThen: heldRoleThen })
    if (refused) return refusal(refused, startRefusals[refused])
    const signable = module && signableObservation(written, module.criteria)
    if (!module || !signable) return refusal('incomplete', 'Manca qualcosa: torna alla scheda e completala')

    const { kind, body } = signable
    const earlier = body.earlierAction && (await findEarlierAction(tx, draft))
    if (earlier?.observationId !== body.earlierAction?.observationId) delete body.earlierAction
    const head = {
      id,
      enrolmentId,
      moduleSlug,
      observerId: draft.observerId,
      kind,
      observedOn,
      ...outcomeOf(module.criteria, body.ratings, module.rule.cutPercent),
      level: body.level,
      signedAt: now,
      corrects,
      isVoid: false,
    }
    await tx.observationDraft.delete({ where: { id }, select: { id: true } })
    const digest = await appendObservation(tx, head, reason === undefined ? body : { ...body, reason })
    const action = corrects === null ? 'observation.sign' : 'observation.correct'
    const payload = { observation: id, ...(corrects !== null && { corrects }), enrolment: enrolmentId, digest }
    await writeAudit(tx, { actorId, requestId, action, objectType: 'person', objectId: personId, payload }, now)
    await settleObservationEvidence(tx, { actorId, requestId, now }, { enrolmentId, moduleSlug }, module.rule)
    return success(null)
  })
}

export const movedSentence =
  'Questa persona non è più fra quelle che formi: la firma spetta a chi la forma adesso. La bozza resta qui'

async function findDraft(tx: Transaction, actorId: string | null, id: string) {
  const draft = await tx.observationDraft.findUnique({ where: { id } })
  if (actorId && draft?.observerId === actorId) return success(draft)
  const signed = await tx.observation.findUnique({ where: { id }, select: { observerId: true } })
  if (actorId && signed?.observerId === actorId) {
    return refusal('already-signed', 'Questa scheda è già firmata: la firma vale una volta sola')
  }
  return refusal('absent', 'Questa bozza non c’è')
}
