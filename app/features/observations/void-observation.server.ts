import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import type { EvidenceActor } from '~/features/evidence/record-evidence.server'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { type Reader, type Transaction, transact } from '~/platform/database/client.server'
import { appendObservation } from './append-observation.server'
import { findObservableModule } from './observable-module.server'
import { settleObservationEvidence } from './settle-observation-evidence.server'

/** The signed row that is to count no more. */
export type VoidedObservation = {
  id: string
  enrolmentId: string
  moduleSlug: string
  kind: string
  observedOn: string
}

/**
 * Voids one's own signed observation: it stays to be read, and counts no more. Who voids has proven who they are just
 * before (auth/reauthentication).
 * @param reason in one's own words, kept for good
 * @returns `absent` (not signed by this person), `not-standing`
 */
export async function voidObservation(
  by: Authorised<'observation.write'>,
  id: string,
  reason: string,
): Promise<Result<null, 'absent' | 'not-standing'>> {
  const { actorId, requestId, now } = by
  return transact(async (tx) => {
    const observation = await tx.observation.findUnique({
      where: { id },
      select: { id: true, enrolmentId: true, moduleSlug: true, kind: true, observedOn: true, observerId: true },
    })
    if (!actorId || observation?.observerId !== actorId) return refusal('absent', 'Questa osservazione non c’è')
    return voidObservationIn(tx, { actorId, requestId, now }, observation, reason)
  })
}

/**
 * Adds the row that voids a signed one, with its reason and its audit row, and settles the evidence anew: in the
 * transaction of whoever decides it (the author; a second trainer who overturns). Who may is for the caller.
 * @returns `not-standing` when the row voids another itself, or was corrected or voided already: nothing has changed
 */
export async function voidObservationIn(
  tx: Transaction,
  actor: EvidenceActor & { actorId: string },
  { id, enrolmentId, moduleSlug, kind, observedOn }: VoidedObservation,
  reason: string,
): Promise<Result<null, 'not-standing'>> {
  if (!(await isStanding(tx, id))) {
    return refusal('not-standing', 'Questa osservazione è già stata corretta o annullata: vale l’ultima scheda')
  }
  const row = {
    id: randomUUID(),
    enrolmentId,
    moduleSlug,
    observerId: actor.actorId,
    kind,
    observedOn,
    ...nothingObserved,
    signedAt: actor.now,
    corrects: id,
    isVoid: true,
  }
  const digest = await appendObservation(tx, row, { reason })
  const enrolment = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: { personId: true, versionId: true, profile: true },
  })
  const payload = { observation: row.id, corrects: id, enrolment: enrolmentId, digest }
  const { actorId, requestId, now } = actor
  const act = { actorId, requestId, action: 'observation.correct', objectType: 'person', objectId: enrolment.personId }
  await writeAudit(tx, { ...act, payload }, now)
  const module = await findObservableModule(enrolment, moduleSlug)
  if (module) await settleObservationEvidence(tx, actor, { enrolmentId, moduleSlug }, module.rule)
  return success(null)
}

/** True when a signed row was taken over by no other, and is not one that only voids. */
export async function isStanding(tx: Pick<Reader, 'observation'>, id: string): Promise<boolean> {
  const row = await tx.observation.findUnique({ where: { id }, select: { isVoid: true } })
  if (!row || row.isVoid) return false
  return (await tx.observation.findUnique({ where: { corrects: id }, select: { id: true } })) === null
}

const nothingObserved = { criteria: 0, observed: 0, points: 0, criticalMet: false, sufficient: false, level: null }
