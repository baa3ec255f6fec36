import type Database from 'better-sqlite3'

/** The product's own statements are some hundreds; those built for a filter of a list push out the oldest. */
const mostStatements = 500

/**
 * Prepares each statement of a connection once: otherwise every query of every request is parsed and planned by SQLite
 * again. The adapter binds its arguments for good, so what it gets for `prepare(sql).bind(args)` keeps them beside the
 * statement, which is run from its beginning to its end before another query can use it.
 */
export function keepStatements(client: Database.Database, rewrite: (sql: string) => string = (sql) => sql): void {
  const prepare = client.prepare.bind(client)
  const kept = new Map<string, KeptStatement>()
  client.prepare = ((sql: string) => {
    const known = kept.get(sql)
    if (known) return known
    const statement = new KeptStatement(prepare(rewrite(sql)))
    const [oldest] = kept.keys()
    if (oldest !== undefined && kept.size >= mostStatements) kept.delete(oldest)
    kept.set(sql, statement)
    return statement
  }) as unknown as typeof client.prepare
}

/** As much of better-sqlite3's Statement as Prisma's adapter uses. */
class KeptStatement {
  readonly reader: boolean
  readonly #statement: Database.Statement
  #columns: Database.ColumnDefinition[] | undefined

  constructor(statement: Database.Statement) {
    this.#statement = statement
    this.reader = statement.reader
    if (statement.reader) statement.raw()
  }

  bind(args: unknown[]) {
    return {
      reader: this.reader,
      columns: () => this.columns(),
      raw: () => ({ all: () => this.#statement.all(args) }),
      run: () => this.run(args),
    }
  }

  run(...args: unknown[]) {
    return this.#statement.run(...args)
  }

  columns() {
    this.#columns ??= this.#statement.columns()
    return this.#columns
  }
}
