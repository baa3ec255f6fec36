// The demo with its five months of history: once as it is loaded, once with 20,000 learners (`demo scale`). Both are
// served at the same time and asked in turns, so that what else the machine does is met by both.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { demoPassword } from '../../scripts/demo-sign-ins.mjs'
import { startServer, temporaryDatabase } from '../../scripts/temporary-server.mjs'
import { cookieOf } from './cases.mjs'
import { boundedCase } from './history-cases.mjs'
import { forgetPeak, measure, peakOf } from './measure.mjs'
import { saveDrafts, signDrafts } from './observation-work.mjs'

const learnersWanted = 20_000
const draftsWanted = 400
const exportTimes = 3

/**
 * @param {{ pages: import('./history-cases.mjs').PageCase[], exports: import('./history-cases.mjs').ExportCase[], work: { name: string, kind: string }[] }} wanted
 * @param {{ seconds: number, scaled?: string, printRow: (cells: string[]) => void }} options `scaled`: a database that
 *   has 20,000 learners already
 */
export async function benchHistory({ pages, exports, work }, { seconds, scaled, printRow }) {
  const small = await temporaryDatabase({ history: true })
  const large = scaled ? { file: scaled, env: envOf(scaled), remove() {} } : await temporaryDatabase()
  try {
    if (!scaled) scaleUp(small, large)
    const drafts = work.length > 0 ? [small, large].map(({ env }) => makeDrafts(env)) : []
    const servers = await Promise.all([small, large].map(serveHistory))
    console.log(`\nHistory: ${learnersOf(small)} learners (a), then ${learnersOf(large)} (b)`)
    printRow([
      '',
      'a req/s',
      'a p50',
      'a p95',
      'a peak MB',
      'b req/s',
      'b p50',
      'b p95',
      'b peak MB',
      'growth',
      'unexpected',
    ])
    for (const page of pages) printPair(page.name, await measurePage(servers, page, seconds), printRow)
    for (const one of work) printPair(one.name, await measureWork(servers, drafts, one, seconds), printRow)
    if (work.length > 0) console.log('Signing checks the password each time: argon2id bounds it, see its rate below.')
    for (const one of exports) await printExport(servers, one)
    for (const server of servers) await server.stop()
  } finally {
    small.remove()
    large.remove()
  }
}

function serveHistory({ env }) {
  return startServer({ ...env, SIGN_IN_LIMIT_ACCOUNT: '1000', SIGN_IN_LIMIT_ADDRESS: '100000' })
}

async function measurePage(servers, { name, path, who, expect = 200 }, seconds) {
  const asked = { name, expect, requests: [{ method: 'GET', path }] }
  const signedIn = await Promise.all(
    servers.map(async (server) => ({ ...server, headers: { cookie: await signIn(server, who) } })),
  )
  return measure(signedIn, asked, seconds)
}

async function measureWork(servers, drafts, { kind }, seconds) {
  const figures = []
  for (const [index, server] of servers.entries()) {
    const cookie = await signIn(server, 'formatore')
    // Those that are saved are not those that are signed.
    const own = kind === 'save' ? drafts[index].slice(0, 16) : drafts[index].slice(16)
    figures.push(await (kind === 'save' ? saveDrafts : signDrafts)(server, cookie, own, seconds))
  }
  return figures
}

function printPair(name, [a, b], printRow) {
  const cells = [a, b].flatMap(({ perSecond, p50, p95, peakMegabytes }) => [
    perSecond.toFixed(0),
    `${p50.toFixed(1)} ms`,
    `${p95.toFixed(1)} ms`,
    peakMegabytes?.toFixed(0) ?? '–',
  ])
  const growth = a.perSecond / b.perSecond
  printRow([name, ...cells, `${growth.toFixed(2)} ×`, String(a.unexpected + b.unexpected)])
  if (name === boundedCase) console.log(`  growth of /cabina: ${growth.toFixed(2)} × (issue C asks for less than 2 ×)`)
}

/** A whole download, alone: what matters is that its memory does not grow with it. */
async function printExport(servers, { name, path, who, fields }) {
  for (const [index, server] of servers.entries()) {
    const cookie = await signIn(server, who)
    forgetPeak(server.pid)
    const runs = []
    for (let run = 0; run < exportTimes; run++) runs.push(await download(server, path, cookie, fields))
    const fastest = runs.reduce((best, run) => (run.total < best.total ? run : best))
    const { status, first, total, bytes } = fastest
    const figures = `${status}, first byte ${first.toFixed(0)} ms, whole ${total.toFixed(0)} ms, ${(bytes / 2 ** 20).toFixed(2)} MB`
    console.log(`${name.padEnd(38)}${'ab'[index]}  ${figures}, peak ${peakOf(server.pid)?.toFixed(0) ?? '–'} MB`)
  }
}

async function download({ address }, path, cookie, fields) {
  const began = performance.now()
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const response = await fetch(`${address}${path}`, { method: 'POST', headers, body: new URLSearchParams(fields) })
  let first
  let bytes = 0
  for await (const chunk of response.body) {
    first ??= performance.now() - began
    bytes += chunk.length
  }
  const total = performance.now() - began
  return { status: response.status, first: first ?? total, total, bytes }
}

const cookies = new Map()

/** One session each: signing in is measured elsewhere. */
async function signIn({ address }, who) {
  const key = `${address} ${who}`
  const cookie = cookies.get(key) ?? (await cookieOf(address, `${who}@rotta.example`, demoPassword))
  cookies.set(key, cookie)
  return cookie
}

function scaleUp(from, to) {
  for (const suffix of ['', '-wal']) {
    if (existsSync(from.file + suffix)) copyFileSync(from.file + suffix, to.file + suffix)
  }
  const args = ['build/server/cli.js', 'demo', 'scale', '--learners', String(learnersWanted)]
  execFileSync(process.execPath, args, { env: { ...process.env, ...to.env }, stdio: 'inherit' })
}

/** @returns {import('./observation-work.mjs').Draft[]} */
function makeDrafts(env) {
  const args = ['tests/setup/observation-drafts.ts', String(draftsWanted)]
  const options = { env: { ...process.env, ...env }, maxBuffer: 2 ** 26, encoding: 'utf8' }
  return JSON.parse(execFileSync('node_modules/.bin/tsx', args, options))
}

function learnersOf({ file }) {
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare('SELECT count(*) FROM Enrolment').pluck().get()
  } finally {
    database.close()
  }
}

function envOf(file) {
  return { DATABASE_URL: `file:${file}`, LOG_LEVEL: 'error', NODE_ENV: 'production' }
}
