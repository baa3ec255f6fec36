import { randomUUID } from 'node:crypto'
import { writeAudit } from '~/platform/audit/write-audit.server'
import type { Transaction } from '~/platform/database/client.server'
import type { PracticeState } from './rules/practice'

type Decision = { outcome: Exclude<PracticeState, 'pending'>; reason?: string; evidenceId?: string }
type By = { actorId: string | null; requestId: string; now: Date }

/** Writes what was decided of a practice, the state that follows, and the audit row: no reason stands in the log. */
export async function writeDecision(
  tx: Transaction,
  { actorId, requestId, now }: By,
  entry: { id: string; enrolmentId: string; enrolment: { personId: string } },
  { outcome, reason, evidenceId }: Decision,
): Promise<void> {
  await tx.practiceDecision.create({
    data: {
      id: randomUUID(),
      entryId: entry.id,
      outcome,
      byId: actorId ?? '',
      at: now,
      reason: reason ?? null,
      evidenceId: evidenceId ?? null,
    },
    select: { id: true },
  })
  await tx.practiceEntry.update({ where: { id: entry.id }, data: { state: outcome }, select: { id: true } })
  const act = { action: 'practice.decide', objectType: 'person', objectId: entry.enrolment.personId }
  const payload = { entry: entry.id, enrolment: entry.enrolmentId, outcome }
  await writeAudit(tx, { actorId, requestId, ...act, payload }, now)
}
