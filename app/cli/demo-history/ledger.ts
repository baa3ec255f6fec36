import { type AuditHead, auditFields } from '~/platform/audit/audit-chain'
import { type ChainedFields, type ChainHead, linkAfter } from '~/platform/chain/salted-chain'
import type { Transaction } from '~/platform/database/client.server'
import { columnsOf, type TableName, tablesInOrder } from './tables'

type Value = string | number | boolean | null | Date
type Row = Record<string, Value | undefined>
type ChainedTable = 'AuditEntry' | 'Evidence' | 'Observation' | 'ObservationResponse' | 'Register'

export type AuditRow = Omit<AuditHead, 'objectType' | 'requestId'> & {
  objectType?: string
  requestId?: string
  payload: Record<string, unknown>
}

/** In the log, what the demo's people did has no request of its own. */
export const requestId = 'CLI-DEMO'

const rowsAtOnce = 2000
/** Memory for pages of the database while it is filled: ids and digests lie all over their indexes. */
const cacheMegabytes = 128

/**
 * Rows on their way into the database: kept until there are some thousands, then written table by table, one statement
 * each. Rows of chained tables are linked as they come, each to the one before it; the triggers of the tables see every
 * row and refuse one that does not follow.
 */
export class Ledger {
  readonly #tx: Transaction
  readonly #heads = new Map<ChainedTable, ChainHead>()
  readonly #waiting = new Map<TableName, (string | number | boolean | null)[][]>()
  #ended: { id: string; at: string; by: string; correct: number; passed: boolean }[] = []
  #count = 0

  private constructor(tx: Transaction) {
    this.#tx = tx
  }

  /** Begins where the chains of the database end. */
  static async open(tx: Transaction): Promise<Ledger> {
    const ledger = new Ledger(tx)
    await tx.$queryRawUnsafe(`PRAGMA cache_size = -${cacheMegabytes * 1024}`)
    const last = { orderBy: { seq: 'desc' }, select: { seq: true, digest: true } } as const
    ledger.#heads.set('AuditEntry', await tx.auditEntry.findFirst(last))
    ledger.#heads.set('Evidence', await tx.evidence.findFirst(last))
    ledger.#heads.set('Observation', await tx.observation.findFirst(last))
    ledger.#heads.set('ObservationResponse', await tx.observationResponse.findFirst(last))
    ledger.#heads.set('Register', await tx.register.findFirst(last))
    return ledger
  }

  add(table: TableName, row: Row): void {
    const values = columnsOf[table].map((column) => stored(row[column]))
    const waiting = this.#waiting.get(table)
    if (waiting) waiting.push(values)
    else this.#waiting.set(table, [values])
    this.#count += 1
  }

  /** Adds a row to a chain. @returns its digest */
  append(table: ChainedTable, row: Row, fields: ChainedFields, payload: Record<string, unknown>): string {
    const link = linkAfter(this.#heads.get(table), fields, payload)
    this.#heads.set(table, link)
    this.add(table, { ...row, ...link })
    return link.digest
  }

  audit({ objectType = 'person', requestId: request = requestId, payload, ...act }: AuditRow): void {
    const row = { ...act, objectType, requestId: request }
    this.append('AuditEntry', row, auditFields(row), payload)
  }

  /** Closes an attempt that was added as an open one: its questions can be added to no other. */
  endAttempt(id: string, { at, ...end }: { at: Date; by: string; correct: number; passed: boolean }): void {
    this.#ended.push({ id, at: textOf(at), ...end })
  }

  get isFull(): boolean {
    return this.#count >= rowsAtOnce
  }

  /** Writes what is waiting. */
  async flush(): Promise<void> {
    for (const table of tablesInOrder) {
      const rows = this.#waiting.get(table)
      if (!rows) continue
      const columns = columnsOf[table]
      const names = columns.map((column) => `"${column}"`).join(', ')
      const values = columns.map((_, index) => `value ->> ${index}`).join(', ')
      await this.#tx.$executeRawUnsafe(
        `INSERT INTO "${table}" (${names}) SELECT ${values} FROM json_each(?) ORDER BY "key"`,
        JSON.stringify(rows),
      )
    }
    await this.#closeAttempts()
    this.#waiting.clear()
    this.#count = 0
  }

  async #closeAttempts() {
    if (this.#ended.length === 0) return
    await this.#tx.$executeRaw`
      UPDATE "Attempt" SET "submittedAt" = ended.value ->> 'at', "closedBy" = ended.value ->> 'by',
        "correct" = ended.value ->> 'correct', "passed" = ended.value ->> 'passed', "openKey" = NULL
      FROM json_each(${JSON.stringify(this.#ended)}) AS ended WHERE "Attempt"."id" = ended.value ->> 'id'`
    this.#ended = []
  }
}

/** A moment as Prisma stores it. */
export function textOf(moment: Date): string {
  return moment.toISOString().replace('Z', '+00:00')
}

function stored(value: Value | undefined) {
  if (value === undefined) return null
  return value instanceof Date ? textOf(value) : value
}
