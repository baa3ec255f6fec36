import { type ChainHead, linkAfter } from '../chain/salted-chain'
import type { Transaction } from '../database/client.server'
import { auditFields } from './audit-chain'
import type { AuditEvent } from './write-audit.server'

const chunk = 5000

/**
 * Adds many rows to the audit chain, in their order: what writeAudit does for one, some thousands per statement.
 * The table's own trigger sees each row and refuses one that does not follow the row before it.
 */
export async function writeAudits(tx: Transaction, events: readonly AuditEvent[], at: Date): Promise<void> {
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, digest: true } })
  let before: ChainHead = last
  for (let start = 0; start < events.length; start += chunk) {
    const rows = events.slice(start, start + chunk).map((event) => {
      const { actorId, action, objectType, objectId, requestId, payload = {} } = event
      const head = { actorId, action, objectType, objectId, requestId }
      const link = linkAfter(before, auditFields({ ...head, at }), payload)
      before = link
      return { ...head, ...link }
    })
    await tx.$executeRaw`
      INSERT INTO "AuditEntry"
        ("seq", "at", "actorId", "action", "objectType", "objectId", "requestId",
         "payload", "salt", "payloadDigest", "previous", "digest")
      SELECT value ->> 'seq', ${at}, value ->> 'actorId', value ->> 'action', value ->> 'objectType',
        value ->> 'objectId', value ->> 'requestId', value ->> 'payload', value ->> 'salt',
        value ->> 'payloadDigest', value ->> 'previous', value ->> 'digest'
      FROM json_each(${JSON.stringify(rows)}) ORDER BY "key"`
  }
}
