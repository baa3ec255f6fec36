import { database } from '../database/client.server'
import { breakInChain, type ChainBreak, type ChainedFields, type ChainLink } from './salted-chain'

const pageSize = 2000

export type ChainVerdict = { ok: true; rows: number; head: string } | { ok: false; seq: number; reason: ChainBreak }

type Chain<Row extends ChainLink> = {
  /** The name of the table in the database. */
  table: string
  /** At most `take` rows after a number, in their order. */
  readAfter: (seq: number | undefined, take: number) => Promise<Row[]>
  fieldsOf: (row: Row) => ChainedFields
}

/**
 * Walks a whole chain from its first row.
 * @returns the number of rows and the last digest, or the first row that does not hold and why; a tail that was
 *   cut off is a gap at the row that should follow the last one
 */
export async function verifyChain<Row extends ChainLink>({
  table,
  readAfter,
  fieldsOf,
}: Chain<Row>): Promise<ChainVerdict> {
  let before: Row | undefined
  for (;;) {
    const page = await readAfter(before?.seq, pageSize)
    for (const row of page) {
      const reason = breakInChain(row, fieldsOf(row), before)
      if (reason) return { ok: false, seq: row.seq, reason }
      before = row
    }
    if (page.length < pageSize) break
  }
  const rows = before?.seq ?? 0
  if (rows < (await lastNumberGiven(table))) return { ok: false, seq: rows + 1, reason: 'gap' }
  return { ok: true, rows, head: before?.digest ?? '' }
}

/** SQLite keeps the highest number it ever gave, also after its row is gone. */
async function lastNumberGiven(table: string): Promise<number> {
  const [given] = await database.$queryRaw<{ seq: number | bigint }[]>`
    SELECT "seq" FROM "sqlite_sequence" WHERE "name" = ${table}`
  return Number(given?.seq ?? 0)
}
