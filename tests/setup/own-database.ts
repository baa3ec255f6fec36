import { copyFileSync, mkdtempSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'

// Runs before a test file is imported: the environment is parsed, and the database opened, at import.
// Every file gets a copy of its own, so that tests of different files never meet and nothing is cleaned up.
const template = inject('migratedDatabase')
const file = join(mkdtempSync(join(dirname(template), 'file-')), 'rotta.db')
copyFileSync(template, file)

process.env.NODE_ENV = 'test'
process.env.DATABASE_URL = `file:${file}`
process.env.LOG_LEVEL = 'silent'
process.env.CONTENT_DIR ??= 'content'
