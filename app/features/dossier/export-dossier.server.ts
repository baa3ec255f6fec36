import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import { findDossier } from './dossier.queries.server'
import type { Dossier } from './dossier.schema'

/** One's own dossier to take away. That it was asked for is in the audit log before it leaves. */
export async function exportDossier(personId: string, requestId: string, now: Date): Promise<Dossier> {
  const act = { actorId: personId, requestId, action: 'dossier.export', objectType: 'person', objectId: personId }
  await transact((tx) => writeAudit(tx, act, now))
  return findDossier(personId, now)
}
