import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '../../app/platform/database/migrate.server'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database: each test file works on its own copy. */
    migratedDatabase: string
  }
}

/** Migrates one database for the whole run. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'rotta-test-'))
  const file = join(folder, 'migrated.db')
  migrateDatabase(`file:${file}`)
  project.provide('migratedDatabase', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
