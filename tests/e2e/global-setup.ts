import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Loads the demo once; every worker serves a copy of it. */
export default function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'rotta-e2e-'))
  process.env.ROTTA_E2E_DATABASE = join(folder, 'demo.db')
  execFileSync(process.execPath, ['build/server/cli.js', 'demo', 'load', '--senza-storia'], {
    env: { ...process.env, DATABASE_URL: `file:${process.env.ROTTA_E2E_DATABASE}`, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return () => rmSync(folder, { recursive: true, force: true })
}
