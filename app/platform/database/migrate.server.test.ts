import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrateDatabase, UnusableDatabase } from './migrate.server'

const shipped = readdirSync('prisma/migrations')
  .filter((name) => /^\d{14}_/.test(name))
  .sort()

let folder: string
let url: string
let migrations: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rotta-migrate-'))
  url = `file:${join(folder, 'data', 'rotta.db')}`
  migrations = join(folder, 'migrations')
  cpSync('prisma/migrations', migrations, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function addMigration(name: string, sql: string) {
  mkdirSync(join(migrations, name))
  writeFileSync(join(migrations, name, 'migration.sql'), sql)
}

function refused(work: () => unknown): UnusableDatabase {
  try {
    work()
  } catch (error) {
    if (error instanceof UnusableDatabase) return error
    throw error
  }
  throw new Error('it was not refused')
}

describe('migrateDatabase', () => {
  test('makes a new database, and has nothing to do the second time', () => {
    expect(migrateDatabase(url, migrations)).toEqual(shipped)
    expect(migrateDatabase(url, migrations)).toEqual([])
  })

  test('fills the table that Prisma itself keeps', () => {
    migrateDatabase(url, migrations)
    const database = new Database(url.slice(5))
    const row = database.prepare('SELECT * FROM _prisma_migrations ORDER BY migration_name').get() as Record<
      string,
      unknown
    >
    expect(row).toMatchObject({
      migration_name: '20261122000000_foundation',
      applied_steps_count: 1,
      rolled_back_at: null,
    })
    expect(row.checksum).toMatch(/^[0-9a-f]{64}$/)
    expect(row.finished_at).not.toBeNull()
  })

  test('applies only what is new', () => {
    migrateDatabase(url, migrations)
    addMigration('29990101000000_more', 'CREATE TABLE "More" ("id" TEXT PRIMARY KEY NOT NULL);')
    expect(migrateDatabase(url, migrations)).toEqual(['29990101000000_more'])
  })

  test('a first start that was interrupted is taken up again', () => {
    addMigration('20261122000001_bad', 'CREATE TABLE "Half" ("id" TEXT);\nCREATE TABLE "Half" ("id" TEXT);')
    expect(refused(() => migrateDatabase(url, migrations)).reason).toBe('failed')
    writeFileSync(join(migrations, '20261122000001_bad', 'migration.sql'), 'CREATE TABLE "Whole" ("id" TEXT);')
    const [, ...later] = shipped
    expect(migrateDatabase(url, migrations)).toEqual(['20261122000001_bad', ...later])
  })

  test('a migration that fails leaves nothing of itself', () => {
    migrateDatabase(url, migrations)
    addMigration('29990101000000_bad', 'CREATE TABLE "Half" ("id" TEXT);\nCREATE TABLE "Half" ("id" TEXT);')
    expect(refused(() => migrateDatabase(url, migrations)).reason).toBe('failed')
    const tables = new Database(url.slice(5)).prepare("SELECT name FROM sqlite_master WHERE name = 'Half'").all()
    expect(tables).toEqual([])
  })

  test('refuses a database made by a newer Rotta', () => {
    addMigration('29990101000000_more', 'CREATE TABLE "More" ("id" TEXT);')
    migrateDatabase(url, migrations)
    const error = refused(() => migrateDatabase(url))
    expect(error.reason).toBe('newer')
    expect(error.message).toContain('29990101000000_more')
  })

  test('refuses a migration that was changed after it was applied', () => {
    migrateDatabase(url, migrations)
    const file = join(migrations, '20261122000000_foundation', 'migration.sql')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n-- changed`)
    expect(refused(() => migrateDatabase(url, migrations)).reason).toBe('changed')
  })

  test('refuses the database of another program, and does not touch it', () => {
    mkdirSync(join(folder, 'data'))
    const database = new Database(url.slice(5))
    database.exec('CREATE TABLE notes (id INTEGER)')
    database.close()
    const before = readFileSync(url.slice(5))
    expect(refused(() => migrateDatabase(url, migrations)).reason).toBe('foreign')
    expect(readFileSync(url.slice(5)).equals(before)).toBe(true)
  })

  test('refuses a file that is no database', () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(url.slice(5), 'Non sono un database, sono una lettera. '.repeat(50))
    expect(refused(() => migrateDatabase(url, migrations)).reason).toBe('foreign')
  })

  test('says what to do about a place it cannot write to', () => {
    writeFileSync(join(folder, 'file'), '')
    const error = refused(() => migrateDatabase(`file:${join(folder, 'file', 'rotta.db')}`, migrations))
    expect(error.reason).toBe('unwritable')
    expect(error.message).toContain('non si può scrivere')
  })
})
