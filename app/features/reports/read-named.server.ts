import type { Authorised } from '~/features/auth/authorise.server'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'

/** What was looked at or taken away: a list by its filters, or the records of one person. */
type Looked =
  | { action: 'progress.read-named' | 'progress.export'; list: Record<string, string | undefined> }
  | { action: 'progress.read-named'; personId: string }

/** Writes down that somebody looks at the progress of named people, before they see it (product contract, "Who sees what"). */
export async function writeNamedReading(by: Authorised<'progress.read'>, looked: Looked): Promise<void> {
  const { actorId, requestId, now } = by
  const { action } = looked
  const object =
    'personId' in looked
      ? { objectType: 'person', objectId: looked.personId }
      : { objectType: 'people', objectId: 'progress', payload: { filters: looked.list } }
  await transact((tx) => writeAudit(tx, { actorId, requestId, action, ...object }, now))
}
