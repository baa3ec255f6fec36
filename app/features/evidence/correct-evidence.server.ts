import type { Authorised } from '~/features/auth/authorise.server'
import { readEnrolment } from '~/features/enrolment/enrolment-facts.server'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { evidenceRefusals, ownEvidence } from './recognise-evidence.server'
import { readEvidence, recordEvidence } from './record-evidence.server'
import { type EvidenceRefusal, refuseEvidence } from './rules/refuse-evidence'
import { requirementsOf } from './rules/requirements'

/** What is wrong with a recognition: with `minutes` these take the place of the old ones, without them it counts no more. */
export type Correction = { enrolmentId: string; evidenceId: string; minutes?: number; reason: string }

/**
 * Corrects an earlier recognition by a new record that names it and says why; the old one stays as it was written.
 * Other kinds of evidence are corrected where they were recorded.
 * @returns the id of the new row; `absent` (no such recognition in an enrolment in reach), `own`, or a reason of refuseEvidence
 */
export async function correctEvidence(
  by: Authorised<'evidence.recognise'>,
  { enrolmentId, evidenceId, minutes, reason }: Correction,
): Promise<Result<string, 'absent' | 'own' | EvidenceRefusal>> {
  return transact(async (tx) => {
    const enrolment = await readEnrolment(tx, by, enrolmentId)
    const old = await tx.evidence.findFirst({
      where: { id: evidenceId, enrolmentId, kind: 'recognition' },
      select: { moduleSlug: true, subject: true, occurredOn: true, payload: true },
    })
    if (!enrolment || !old) return refusal('absent', 'Il riconoscimento non c’è')
    if (enrolment.personId === by.actorId) return ownEvidence
    const { moduleSlug, subject, occurredOn } = old
    const module = moduleOf(await frozenPlan(enrolment.versionId), moduleSlug)
    const requirements = module && requirementsOf(module, enrolment.profile)
    const isVoid = minutes === undefined
    const wanted = { kind: 'recognition', subject, minutes, occurredOn, corrects: evidenceId, isVoid } as const
    const rows = await readEvidence(tx, enrolmentId, moduleSlug)
    const refused = refuseEvidence(wanted, requirements, rows, by.today)
    if (refused) return refusal(refused, evidenceRefusals[refused])
    const { document } = JSON.parse(old.payload ?? '{}') as { document?: string }
    const payload = isVoid ? { reason } : { reason, document }
    return success(await recordEvidence(tx, by, { enrolmentId, moduleSlug, ...wanted, payload }))
  })
}
