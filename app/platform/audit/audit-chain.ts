import type { ChainedFields, ChainLink } from '../chain/salted-chain'

/** What an audit row says outside its payload. */
export type AuditHead = {
  at: Date
  actorId: string | null
  action: string
  objectType: string
  objectId: string
  requestId: string
}

/** What an audit row says, as it stands in the table. */
export type ChainedRow = AuditHead & ChainLink

/** What the digest of an audit row takes of it, in its order. */
export function auditFields(row: AuditHead): ChainedFields {
  return [row.at.toISOString(), row.actorId, row.action, row.objectType, row.objectId, row.requestId]
}
