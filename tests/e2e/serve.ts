import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../../scripts/temporary-server.mjs'

export type Served = {
  baseURL: string
  databaseFile: string
  logFile: string
  /** Stops the server alone: its database stays, for `startAgain`. */
  stopServer: () => Promise<void>
  /** Serves the same database again, on another port: `baseURL` changes. */
  startAgain: () => Promise<void>
  stop: () => Promise<void>
}

/** Serves the production build on a free port, with a copy of a database of its own. */
export async function serve(template: string, environment: Record<string, string> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'rotta-served-'))
  const databaseFile = join(folder, 'rotta.db')
  for (const suffix of ['', '-wal']) {
    if (existsSync(template + suffix)) copyFileSync(template + suffix, databaseFile + suffix)
  }
  const logFile = join(folder, 'server.log')
  const output = openSync(logFile, 'w')
  const env = { DATABASE_URL: `file:${databaseFile}`, LOG_LEVEL: 'info', ...environment }
  let server = await startServer(env, { output })
  return {
    get baseURL() {
      return server.address
    },
    databaseFile,
    logFile,
    stopServer: () => server.stop(),
    async startAgain() {
      server = await startServer(env, { output })
    },
    async stop() {
      await server.stop()
      closeSync(output)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
