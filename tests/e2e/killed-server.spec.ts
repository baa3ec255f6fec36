import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { startServer } from '../../scripts/temporary-server.mjs'

const rounds = 20
const savers = 25

type Opened = { cookie: string; attempt: string; questions: number }
type Saved = { attempt: string; position: number; choice: number; acknowledged: boolean }

/*
 * The power goes while some 200 answers are on their way: what the server had said was saved is there afterwards, and no
 * attempt stands half handed in.
 */
test('nothing that was acknowledged is lost when the server is killed, twenty times over', async () => {
  test.setTimeout(300_000)
  const folder = mkdtempSync(join(tmpdir(), 'rotta-killed-'))
  const file = join(folder, 'rotta.db')
  try {
    const template = process.env.ROTTA_E2E_DATABASE ?? ''
    for (const suffix of ['', '-wal']) {
      if (existsSync(template + suffix)) copyFileSync(template + suffix, file + suffix)
    }
    const env = { DATABASE_URL: `file:${file}`, LOG_LEVEL: 'silent' }
    const opened = openAttempts(savers + rounds, env)
    const saving = opened.slice(0, savers)
    const choices = new Map<string, number>()

    for (let round = 0; round < rounds; round += 1) {
      const server = await startServer(env)
      const handingIn = opened[savers + round]
      if (!handingIn) throw new Error('too few attempts')
      const sent = saving.flatMap((one) =>
        Array.from({ length: one.questions }, (_, index) =>
          save(server.address, one, index + 1, 1 + ((round + index) % 3)),
        ),
      )
      expect(sent.length, 'enough answers on their way').toBeGreaterThanOrEqual(150)
      const handedIn = handIn(server.address, handingIn)
      await wait(30 + round * 25)
      if (server.pid === undefined) throw new Error('the server has no process')
      process.kill(server.pid, 'SIGKILL')
      const saved = await Promise.all(sent)
      const acknowledged = await handedIn
      await server.stop()

      const database = new Database(file)
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
      for (const { attempt, position, choice, acknowledged: sure } of saved) {
        const stored = readChoice(database, attempt, position)
        const key = `${attempt}/${position}`
        const possible = sure ? [choice] : [choice, choices.get(key) ?? null]
        expect(possible, `round ${round}, ${key}`).toContain(stored)
        if (stored !== null) choices.set(key, stored)
      }
      expectPossible(database)
      const closed = database.prepare('SELECT submittedAt FROM Attempt WHERE id = ?').pluck().get(handingIn.attempt)
      if (acknowledged) expect(closed, `round ${round}: acknowledged, so handed in`).not.toBeNull()
      database.close()
    }
    expect(choices.size, 'some answers got through').toBeGreaterThan(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function openAttempts(count: number, env: Record<string, string>): Opened[] {
  const output = execFileSync('node_modules/.bin/tsx', ['tests/setup/open-attempts.ts', String(count)], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(output)
}

async function save(address: string, one: Opened, position: number, choice: number): Promise<Saved> {
  const acknowledged = await post(`${address}/tentativi/${one.attempt}/risposta`, one.cookie, { position, choice }, 200)
  return { attempt: one.attempt, position, choice, acknowledged }
}

function handIn(address: string, one: Opened) {
  return post(`${address}/tentativi/${one.attempt}/riepilogo`, one.cookie, {}, 303)
}

/** True when the server answered with what it says after the act; false when it was gone. */
async function post(url: string, cookie: string, form: Record<string, number>, done: number) {
  try {
    const body = new URLSearchParams(Object.entries(form).map(([name, value]) => [name, String(value)]))
    const response = await fetch(url, { method: 'POST', headers: { cookie }, body, redirect: 'manual' })
    await response.arrayBuffer()
    expect(response.status).toBe(done)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** The place, from 1, of the stored answer among the options as they were shown. */
function readChoice(database: Database.Database, attempt: string, position: number): number | null {
  const row = database
    .prepare('SELECT answer, optionOrder FROM AttemptQuestion WHERE attemptId = ? AND position = ?')
    .get(attempt, position) as { answer: string | null; optionOrder: string }
  return row.answer === null ? null : JSON.parse(row.optionOrder).indexOf(row.answer) + 1
}

/** Every attempt is open, or wholly handed in; its evidence is there if and only if it was passed. */
function expectPossible(database: Database.Database) {
  const impossible = database
    .prepare(
      `SELECT id FROM Attempt AS a WHERE NOT (
         (submittedAt IS NULL AND closedBy IS NULL AND correct IS NULL AND passed IS NULL AND openKey IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM AttemptQuestion WHERE attemptId = a.id AND correct IS NOT NULL))
         OR
         (submittedAt IS NOT NULL AND closedBy IS NOT NULL AND openKey IS NULL AND passed = (correct >= cut)
           AND correct = (SELECT count(*) FROM AttemptQuestion WHERE attemptId = a.id AND correct))
       )
       OR total <> (SELECT count(*) FROM AttemptQuestion WHERE attemptId = a.id)
       OR COALESCE(passed, 0) <> (SELECT count(*) FROM Evidence WHERE kind = 'assessment' AND subject = a.id)`,
    )
    .all()
  expect(impossible).toEqual([])
}
