import type { ObservationRule } from '~/features/curriculum/rules/module-content'
import { type EvidenceActor, readEvidence, recordEvidence } from '~/features/evidence/record-evidence.server'
import { standingRows } from '~/features/evidence/rules/evidence'
import type { Transaction } from '~/platform/database/client.server'
import { completingObservation } from './rules/requirement'

type Place = { enrolmentId: string; moduleSlug: string }

/**
 * Brings the evidence "observation requirement met" to what the signed observations of a module say, in the
 * transaction of the signature or of the counter-record: written when the requirement is met, taken back when it no
 * longer is, corrected when another observation is now the one that meets it. Nothing is written when nothing changes.
 *
 * @param rule what the pinned version asks for
 */
export async function settleObservationEvidence(
  tx: Transaction,
  actor: EvidenceActor,
  { enrolmentId, moduleSlug }: Place,
  rule: ObservationRule,
): Promise<void> {
  const signed = await tx.observation.findMany({
    where: { enrolmentId, moduleSlug },
    orderBy: { seq: 'asc' },
    select: { id: true, observerId: true, sufficient: true, corrects: true, isVoid: true, observedOn: true },
  })
  const completing = completingObservation(signed, rule)
  const evidence = standingRows(await readEvidence(tx, enrolmentId, moduleSlug))
  const standing = evidence.find(({ kind }) => kind === 'observation')
  const place = { enrolmentId, moduleSlug, kind: 'observation' as const }
  if (completing) {
    if (standing?.subject === completing.id) return
    const subject = { subject: completing.id, occurredOn: completing.observedOn }
    await recordEvidence(tx, actor, { ...place, ...subject, ...(standing && { corrects: standing.id }) })
  } else if (standing) {
    const old = signed.find(({ id }) => id === standing.subject)
    const occurredOn = old?.observedOn ?? signed.at(-1)?.observedOn ?? ''
    await recordEvidence(tx, actor, {
      ...place,
      subject: standing.subject,
      occurredOn,
      corrects: standing.id,
      isVoid: true,
    })
  }
}
