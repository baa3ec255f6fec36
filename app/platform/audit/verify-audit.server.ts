import { database } from '../database/client.server'
import { breakInChain, type ChainedRow } from './audit-chain'

const pageSize = 2000

export type AuditVerdict =
  | { ok: true; rows: number; head: string }
  | { ok: false; seq: number; reason: 'gap' | 'payload' | 'row' }

/**
 * Walks the whole audit chain from its first row.
 * @returns the number of rows and the last digest, or the first row that does not hold and why
 */
export async function verifyAudit(): Promise<AuditVerdict> {
  let before: ChainedRow | undefined
  let rows = 0
  for (;;) {
    const page: ChainedRow[] = await database.auditEntry.findMany({
      where: { seq: { gt: before?.seq ?? 0 } },
      orderBy: { seq: 'asc' },
      take: pageSize,
    })
    for (const row of page) {
      const reason = breakInChain(row, before)
      if (reason) return { ok: false, seq: row.seq, reason }
      before = row
      rows += 1
    }
    if (page.length < pageSize) return { ok: true, rows, head: before?.digest ?? '' }
  }
}
