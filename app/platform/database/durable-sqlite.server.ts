import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type Database from 'better-sqlite3'
import { keepStatements } from './kept-statements.server'

const busyTimeoutMs = 5000

/**
 * Prisma's SQLite adapter with the settings that nothing-is-lost rests on: WAL, synchronous=FULL,
 * foreign keys on, five seconds of patience for a lock held by another process.
 *
 * The adapter has one connection, and a plain query sent while a transaction is open runs *inside*
 * that transaction. So readers and the writer get a connection each (docs/decisions/0003-database.md):
 * - `reader` refuses to write (query_only), and never sees what is not committed;
 * - `writer` begins IMMEDIATE, so that a transaction that reads first cannot fail half-way when
 *   another process has written meanwhile.
 */
export class DurableSqlite extends PrismaBetterSqlite3 {
  readonly #role: 'reader' | 'writer'

  constructor(url: string, role: 'reader' | 'writer') {
    super({ url, timeout: busyTimeoutMs })
    this.#role = role
  }

  override async connect() {
    const adapter = await super.connect()
    const { client } = adapter as unknown as { client: Database.Database }
    client.pragma('journal_mode = WAL')
    client.pragma('synchronous = FULL')
    client.pragma('foreign_keys = ON')
    // REPLACE then meets the triggers that keep rows from being deleted.
    client.pragma('recursive_triggers = ON')
    if (this.#role === 'reader') client.pragma('query_only = ON')
    keepStatements(client, this.#role === 'reader' ? undefined : beginImmediately)
    return adapter
  }
}

function beginImmediately(sql: string) {
  return sql === 'BEGIN' ? 'BEGIN IMMEDIATE' : sql
}
