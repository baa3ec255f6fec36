import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'

/** Marks a file as a database of Rotta ("Rota" in ASCII), so that another program's is never touched. */
const applicationId = 0x526f7461

/** The database cannot be used as it is; the message says, in Italian, what to do. */
export class UnusableDatabase extends Error {
  constructor(
    readonly reason: 'foreign' | 'newer' | 'changed' | 'unwritable' | 'failed',
    message: string,
  ) {
    super(message)
    this.name = 'UnusableDatabase'
  }
}

type Migration = { name: string; sql: string; checksum: string }

/**
 * Brings the database file to the latest migration, each one in a transaction of its own, and fills
 * Prisma's `_prisma_migrations` so that `prisma migrate deploy` would have nothing to do.
 *
 * @param url `file:…`
 * @param folder where the migrations lie, each in `<timestamp>_<name>/migration.sql`
 * @returns names of the migrations applied now
 * @throws UnusableDatabase when the file is another program's, made by a newer Rotta, built from
 *   migrations that were changed since, or cannot be written
 */
export function migrateDatabase(url: string, folder = 'prisma/migrations'): string[] {
  const file = url.replace(/^file:/, '')
  const migrations = readMigrations(folder)
  const database = openForWriting(file)
  try {
    refuseForeign(database, file)
    // First of all: a start that is interrupted leaves a file that the next one still knows as ours.
    database.pragma(`application_id = ${applicationId}`)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec(bookkeepingTable)
    const applied = appliedMigrations(database)
    refuseNewerOrChanged(applied, migrations)
    const pending = migrations.filter((migration) => !applied.has(migration.name))
    for (const migration of pending) apply(database, migration)
    return pending.map((migration) => migration.name)
  } catch (error) {
    throw asUnusable(error, file)
  } finally {
    database.close()
  }
}

// Prisma's own table, to the letter.
const bookkeepingTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

function openForWriting(file: string) {
  try {
    if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true })
    return new Database(file, { timeout: 5000 })
  } catch (error) {
    throw asUnusable(error, file)
  }
}

function refuseForeign(database: Database.Database, file: string) {
  const found = database.pragma('application_id', { simple: true })
  const tables = database
    .prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .get()
  if (found === applicationId || (found === 0 && tables === 0)) return
  throw new UnusableDatabase(
    'foreign',
    `Il file ${file} è un database di un altro programma: non è stato toccato. Indica un altro file con DATABASE_URL=file:….`,
  )
}

function appliedMigrations(database: Database.Database) {
  const rows = database
    .prepare('SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL')
    .all() as { name: string; checksum: string }[]
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

function refuseNewerOrChanged(applied: Map<string, string>, migrations: Migration[]) {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const [name, checksum] of applied) {
    if (!known.has(name)) {
      throw new UnusableDatabase(
        'newer',
        `Il database contiene la migrazione «${name}», che questa versione di Rotta non conosce: è stato usato da una versione più recente. Avvia quella versione, oppure ripristina una copia di sicurezza precedente.`,
      )
    }
    if (known.get(name) !== checksum) {
      throw new UnusableDatabase(
        'changed',
        `La migrazione «${name}» è già stata applicata, ma il suo file è cambiato. Ripristina il file com’era: le modifiche si fanno con una migrazione nuova.`,
      )
    }
  }
}

function apply(database: Database.Database, migration: Migration) {
  // Prisma rebuilds tables with foreign keys off; the switch has no effect inside a transaction.
  database.pragma('foreign_keys = OFF')
  database
    .transaction(() => {
      database.exec(migration.sql)
      const now = Date.now()
      database
        .prepare(
          `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
           VALUES (?, ?, ?, ?, ?, 1)`,
        )
        .run(randomUUID(), migration.checksum, migration.name, now, now)
    })
    .immediate()
}

function asUnusable(error: unknown, file: string): unknown {
  if (error instanceof UnusableDatabase) return error
  const code = (error as { code?: string }).code ?? ''
  if (code === 'SQLITE_NOTADB') {
    return new UnusableDatabase(
      'foreign',
      `Il file ${file} non è un database: non è stato toccato. Indica un altro file con DATABASE_URL=file:….`,
    )
  }
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EROFS|ENOTDIR|EEXIST)/.test(code)) {
    return new UnusableDatabase(
      'unwritable',
      `Il database ${file} non si può scrivere (${code}). Controlla che la cartella esista, che l’utente del servizio possa scriverci e che il disco non sia pieno o in sola lettura.`,
    )
  }
  if (code.startsWith('SQLITE_')) {
    return new UnusableDatabase(
      'failed',
      `Il database ${file} non si può aggiornare: ${code}. L’ultima migrazione non ha lasciato nulla di sé: controlla lo spazio sul disco e che nessun altro programma usi il file, poi riavvia.`,
    )
  }
  return error
}
