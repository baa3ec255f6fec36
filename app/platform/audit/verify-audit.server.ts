import { database } from '../database/client.server'
import { breakInChain, type ChainedRow } from './audit-chain'

const pageSize = 2000

export type AuditVerdict =
  | { ok: true; rows: number; head: string }
  | { ok: false; seq: number; reason: 'gap' | 'payload' | 'row' }

/**
 * Walks the whole audit chain from its first row.
 * @returns the number of rows and the last digest, or the first row that does not hold and why; a tail that was
 *   cut off is a gap at the row that should follow the last one
 */
export async function verifyAudit(): Promise<AuditVerdict> {
  let before: ChainedRow | undefined
  for (;;) {
    const page: ChainedRow[] = await database.auditEntry.findMany({
      where: before ? { seq: { gt: before.seq } } : {},
      orderBy: { seq: 'asc' },
      take: pageSize,
    })
    for (const row of page) {
      const reason = breakInChain(row, before)
      if (reason) return { ok: false, seq: row.seq, reason }
      before = row
    }
    if (page.length < pageSize) break
  }
  const rows = before?.seq ?? 0
  if (rows < (await lastNumberGiven())) return { ok: false, seq: rows + 1, reason: 'gap' }
  return { ok: true, rows, head: before?.digest ?? '' }
}

/** SQLite keeps the highest number it ever gave, also after its row is gone. */
async function lastNumberGiven(): Promise<number> {
  const [given] = await database.$queryRaw<{ seq: number | bigint }[]>`
    SELECT "seq" FROM "sqlite_sequence" WHERE "name" = 'AuditEntry'`
  return Number(given?.seq ?? 0)
}
