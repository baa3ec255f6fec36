import { type NewHours, recordHours } from '~/features/evidence/record-hours.server'
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
  const payload = { register: register.id, trainer: by.actorId, ...(reason && { reason }) }
  const hoursOf = (session: Session): Omit<NewHours, 'enrolmentId'> => {
    return { moduleSlug: session.moduleSlug, subject: session.mode, occurredOn: session.heldOn, payload }
  }
  const changes = evidenceChanges(register, rows, old ? { session: old, rows: old.attendances } : undefined)
  const hours: NewHours[] = []
  for (const [enrolmentId, change] of changes) {
    if (change.act === 'void' || change.act === 'replace') {
      hours.push({ ...hoursOf(old ?? register), enrolmentId, corrects: change.evidenceId, isVoid: true })
    }
    if ('minutes' in change) {
      const corrects = change.act === 'correct' ? change.evidenceId : undefined
      hours.push({ ...hoursOf(register), enrolmentId, minutes: change.minutes, corrects })
    }
  }
  const ids = await recordHours(tx, by, hours)
  const recorded = new Map(
    hours.flatMap(({ enrolmentId, isVoid }, index) => (isVoid ? [] : [[enrolmentId, ids[index] ?? null] as const])),
  )
  return new Map([...changes].map(([enrolmentId, change]) => [enrolmentId, holding(change, recorded.get(enrolmentId))]))
}

/** The row of evidence that holds somebody's minutes after a change. */
function holding(change: EvidenceChange, recorded: string | null | undefined): string | null {
  return change.act === 'keep' ? change.evidenceId : (recorded ?? null)
}
