import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test as base, expect } from '@playwright/test'
import { type Served, serve } from './serve'

/**
 * A server and a database for one test, which may turn them upside down. Afterwards no request has ended in an error
 * of the server's own, and the chains of log, votes and evidence hold.
 */
export const test = base.extend<{ served: Served }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
  served: async ({}, use, info) => {
    info.setTimeout(240_000)
    const served = await serve(process.env.ROTTA_E2E_DATABASE ?? '')
    try {
      await use(served)
      const lines = readFileSync(served.logFile, 'utf8').split('\n').filter(Boolean)
      const errorLevel = 50
      expect(lines.filter((line) => JSON.parse(line).level >= errorLevel)).toEqual([])
      execFileSync(process.execPath, ['build/server/cli.js', 'audit', 'verify'], {
        env: { ...process.env, DATABASE_URL: `file:${served.databaseFile}`, LOG_LEVEL: 'silent' },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    } finally {
      await served.stop()
    }
  },
})

export { expect }
