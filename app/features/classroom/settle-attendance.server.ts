import { recordEvidence } from '~/features/evidence/record-evidence.server'
import type { Transaction } from '~/platform/database/client.server'
import { type EvidenceChange, evidenceChanges } from './rules/evidence-changes'
import type { RegisterRow } from './rules/register'
import type { StandingRegister } from './standing-registers.server'

type By = { actorId: string | null; requestId: string; now: Date }
type Session = { id: string; moduleSlug: string; mode: string; heldOn: string }

/**
 * Brings the evidence to what a register says, in the transaction of its signature: hours of its mode for everybody
 * with minutes. Where it takes the place of another, only what differs is written: corrected, made void, or recorded.
 *
 * @param rows none for a register that is made void
 * @returns the row of evidence that holds somebody's minutes, by enrolment; null for who has none
 */
export async function settleAttendance(
  tx: Transaction,
  by: By,
  register: Session,
  { rows, old, reason }: { rows: readonly RegisterRow[]; old: StandingRegister | null; reason?: string },
): Promise<Map<string, string | null>> {
  const before = old ? { session: old, rows: old.attendances } : undefined
  const payload = { register: register.id, trainer: by.actorId, ...(reason && { reason }) }
  const base = { kind: 'hours' as const, payload }
  const record = (enrolmentId: string, minutes: number, corrects?: string) => {
    const { moduleSlug, mode: subject, heldOn: occurredOn } = register
    return recordEvidence(tx, by, { ...base, enrolmentId, moduleSlug, subject, occurredOn, minutes, corrects })
  }
  const makeVoid = (enrolmentId: string, corrects: string) => {
    const { moduleSlug, mode: subject, heldOn: occurredOn } = old ?? register
    return recordEvidence(tx, by, { ...base, enrolmentId, moduleSlug, subject, occurredOn, corrects, isVoid: true })
  }
  async function settle(enrolmentId: string, change: EvidenceChange): Promise<string | null> {
    switch (change.act) {
      case 'none':
        return null
      case 'keep':
        return change.evidenceId
      case 'record':
        return record(enrolmentId, change.minutes)
      case 'correct':
        return record(enrolmentId, change.minutes, change.evidenceId)
      case 'replace':
        await makeVoid(enrolmentId, change.evidenceId)
        return record(enrolmentId, change.minutes)
      case 'void':
        await makeVoid(enrolmentId, change.evidenceId)
        return null
      default:
        return change satisfies never
    }
  }
  const evidence = new Map<string, string | null>()
  for (const [enrolmentId, change] of evidenceChanges(register, rows, before)) {
    evidence.set(enrolmentId, await settle(enrolmentId, change))
  }
  return evidence
}
