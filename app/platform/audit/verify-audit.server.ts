import type { ChainVerdict } from '../chain/verify-chain.server'
import { verifyChain } from '../chain/verify-chain.server'
import { database } from '../database/client.server'
import { auditFields, type ChainedRow } from './audit-chain'

/** Walks the whole audit chain from its first row. */
export function verifyAudit(): Promise<ChainVerdict> {
  return verifyChain<ChainedRow>({
    table: 'AuditEntry',
    readAfter: (seq, take) =>
      database.auditEntry.findMany({
        where: seq === undefined ? {} : { seq: { gt: seq } },
        orderBy: { seq: 'asc' },
        take,
      }),
    fieldsOf: auditFields,
  })
}
