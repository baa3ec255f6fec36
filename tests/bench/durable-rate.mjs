// How many durable updates this machine's disk can do: no answer can be saved in a transaction of its own faster.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const milliseconds = 2000

/** Updates of one row per second, each in a transaction of its own, with the settings of durable-sqlite.server.ts. */
export function durableUpdatesPerSecond() {
  const folder = mkdtempSync(join(tmpdir(), 'rotta-'))
  const database = new Database(join(folder, 'rate.db'))
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec('CREATE TABLE Answer (id INTEGER PRIMARY KEY, answer INTEGER); INSERT INTO Answer VALUES (1, 0)')
    const update = database.prepare('UPDATE Answer SET answer = answer + 1 WHERE id = 1')
    const started = performance.now()
    let done = 0
    while (performance.now() - started < milliseconds) {
      update.run()
      done += 1
    }
    return Math.round((1000 * done) / (performance.now() - started))
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
