import { type NewEvidence, recordEvidence } from '~/features/evidence/record-evidence.server'
import { dayOf } from '~/lib/dates'
import { transact } from '~/platform/database/client.server'

/** Records evidence in a transaction of its own, as the person themselves. */
export function record(
  { enrolmentId, personId }: { enrolmentId: string; personId: string },
  evidence: Omit<NewEvidence, 'enrolmentId' | 'occurredOn'> & { occurredOn?: string },
  now = new Date(),
): Promise<string> {
  const actor = { actorId: personId, requestId: 'TEST-0000', now }
  return transact((tx) => recordEvidence(tx, actor, { occurredOn: dayOf(now), ...evidence, enrolmentId }))
}
