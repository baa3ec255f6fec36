import type { Authorised } from '~/features/auth/authorise.server'
import { readEnrolment } from '~/features/enrolment/enrolment-facts.server'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import type { Day } from '~/lib/dates'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { readEvidence, recordEvidence } from './record-evidence.server'
import type { RecognisedSubject } from './rules/evidence'
import { type EvidenceRefusal, refuseEvidence, sameEvidence } from './rules/refuse-evidence'
import { requirementsOf } from './rules/requirements'

/** Something learnt before, or elsewhere, that stands for a part of a module. */
export type Recognition = {
  enrolmentId: string
  moduleSlug: string
  subject: RecognisedSubject
  /** For a mode alone. */
  minutes?: number
  /** The day of what is recognised. */
  occurredOn: Day
  reason: string
  /** Where the proof lies: a protocol number, the name of a register. */
  document: string
}

/** Why evidence was not recorded, in words for a form. */
export const evidenceRefusals: Record<EvidenceRefusal, string> = {
  'not-taken': 'Scegli un modulo del piano di questa persona',
  'unknown-subject': 'Scegli che cosa riconosci fra quello che il modulo chiede',
  minutes: 'Scrivi le ore solo per una modalità, e non più di quante il modulo ne chiede ancora',
  future: 'Scrivi una data che non sia nel futuro',
  'not-standing': 'Questo riconoscimento è già stato corretto: ricarica la pagina',
  'other-kind': 'Una correzione parla della stessa cosa: per altro, riconosci un’attività nuova',
  duplicate: 'Questa attività è già riconosciuta',
}

/** Nobody recognises what they did themselves. */
export const ownEvidence = refusal('own', 'Le tue attività le riconosce un’altra persona che gestisce il piano')

/**
 * Recognises earlier evidence for a part of a module: the plan manager says why and where the document is. Reason and
 * document are kept under a salted digest and stand in no log.
 * @returns the id of the row; `absent` (no such enrolment in reach), `left` (the person follows the plan no more),
 *   `own` (their own enrolment), `already-recognised`, or a reason of refuseEvidence
 */
export async function recogniseEvidence(
  by: Authorised<'evidence.recognise'>,
  recognition: Recognition,
): Promise<Result<string, 'absent' | 'own' | 'left' | 'already-recognised' | EvidenceRefusal>> {
  const { enrolmentId, moduleSlug, subject, minutes, occurredOn, reason, document } = recognition
  return transact(async (tx) => {
    const enrolment = await readEnrolment(tx, by, enrolmentId)
    if (!enrolment) return refusal('absent', 'L’iscrizione non c’è')
    if (enrolment.personId === by.actorId) return ownEvidence
    if (enrolment.leftAt) {
      return refusal('left', 'Questa persona ha lasciato il piano: prima falla rientrare')
    }
    const module = moduleOf(await frozenPlan(enrolment.versionId), moduleSlug)
    const requirements = module && requirementsOf(module, enrolment.profile)
    const rows = await readEvidence(tx, enrolmentId, moduleSlug)
    const wanted = { kind: 'recognition', subject, minutes, occurredOn } as const
    if (sameEvidence(wanted, rows)) return refusal('already-recognised', evidenceRefusals.duplicate)
    const refused = refuseEvidence(wanted, requirements, rows, by.today)
    if (refused) return refusal(refused, evidenceRefusals[refused])
    const payload = { reason, document }
    return success(await recordEvidence(tx, by, { enrolmentId, moduleSlug, ...wanted, payload }))
  })
}
