import { linkAfter } from '../chain/salted-chain'
import type { Transaction } from '../database/client.server'
import { auditFields } from './audit-chain'

/** What is written down of an act: who, what, on what, and the request that asked for it. */
export type AuditEvent = {
  actorId: string | null
  requestId: string
  /** `object.verb`, e.g. `person.deactivate`. */
  action: string
  objectType: string
  objectId: string
  /** What changed. No password, token, free text or data of a third person. */
  payload?: Record<string, unknown>
}

/**
 * Adds one row to the audit chain, in the transaction of the act itself: both stand, or neither.
 * Writers run one after another (`transact`), so the last row read here is the row before this one.
 */
export async function writeAudit(tx: Transaction, event: AuditEvent, at: Date): Promise<void> {
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, digest: true } })
  const { actorId, requestId, action, objectType, objectId, payload = {} } = event
  const row = { at, actorId, requestId, action, objectType, objectId }
  await tx.auditEntry.create({
    data: { ...row, ...linkAfter(last, auditFields(row), payload) },
    select: { seq: true },
  })
}
