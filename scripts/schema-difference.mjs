import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import Database from 'better-sqlite3'

const schemaFile = 'prisma/schema.prisma'
export const migrationsFolder = 'prisma/migrations'

/**
 * SQL that would bring a database made by the migrations to prisma/schema.prisma.
 * Needs node --experimental-wasm-modules.
 * @returns {Promise<string>} an empty script (comment only) when both agree
 */
export async function differenceToSchema() {
  const folder = mkdtempSync(join(tmpdir(), 'rotta-schema-'))
  const file = join(folder, 'migrated.db')
  try {
    const database = new Database(file)
    for (const name of migrationNames()) {
      database.exec(readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8'))
    }
    // The engine compares tables: the triggers that guard the append-only ones are ours alone.
    for (const { name } of database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()) {
      database.exec(`DROP TRIGGER "${name}"`)
    }
    database.close()
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: `file:${file}` }))
    const content = readFileSync(schemaFile, 'utf8')
    const engine = await SchemaEngine.new({ datamodels: [[schemaFile, content]] }, () => {}, adapter)
    const { stdout } = await engine.diff({
      from:
        migrationNames().length === 0
          ? { tag: 'empty' }
          : { tag: 'schemaDatasource', files: [{ path: schemaFile, content }], configDir: 'prisma' },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout ?? ''
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function migrationNames() {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}
