// npm run bench: how fast the production build answers, and how far that is from what the framework alone
// can do. Every case is asked of two servers on the same database of 20,000 people:
//   - ours, as `npm start` runs it;
//   - the ceiling (ceiling.mjs): the same server and the same pages, from constant data.
// 16 connections, 8 s each, in turns, after a warm-up of 2 s; `-- --seconds 3` for a shorter look, `-- --only cerca` for
// the cases whose name contains a word. Then, of our server alone, what 500 open tests send (loads.mjs), and the demo's
// history with its own learners and with 20,000 (history.mjs; `--only history` for these alone, `--scaled FILE` with a
// database that `demo scale` has filled before). It asserts nothing: it prints what is.
import '../../scripts/require-node.mjs'
import '../../scripts/end-with-npm.mjs'
import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/build.mjs'
import { demoPassword } from '../../scripts/demo-sign-ins.mjs'
import { ensureInstalled } from '../../scripts/install.mjs'
import { startServer, temporaryDatabase } from '../../scripts/temporary-server.mjs'

await ensureInstalled()
await ensureBuilt()
const { argon2PerSecond } = await import('./argon2-rate.mjs')
const { durableUpdatesPerSecond } = await import('./durable-rate.mjs')
const { measure } = await import('./measure.mjs')
const { addEnrolments, addPeople, findUnderReview } = await import('./people.mjs')
const { cookieOf, signInCases, pageCases } = await import('./cases.mjs')
const { burstsOfSaves, steadySaves } = await import('./loads.mjs')
const { historyExports, historyPages, historyWork } = await import('./history-cases.mjs')
const { benchHistory } = await import('./history.mjs')

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '8' }, only: { type: 'string' }, scaled: { type: 'string' } },
})
const seconds = Number(values.seconds)
const peopleWanted = 20_000
const enrolmentsWanted = 5000
const attemptsWanted = 500

const wanted = ({ name }) => !values.only || name.includes(values.only)
const cases = [...pageCases, ...signInCases(demoPassword)].filter(wanted)
const loads = [
  { name: 'tests, alone', run: (address, attempts) => steadySaves(address, attempts, { reading: false }) },
  {
    name: 'tests, lessons read meanwhile',
    run: (address, attempts) => steadySaves(address, attempts, { reading: true }),
  },
  { name: 'saves at once', run: burstsOfSaves },
].filter(wanted)

const history = {
  pages: historyPages.filter(wanted),
  exports: historyExports.filter(wanted),
  work: historyWork.filter(wanted),
}

const [processor] = cpus()
console.log(
  `${cpus().length} × ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
)
console.log(`16 connections, ${seconds} s each; ${new Date().toISOString()}`)
console.log('The load is made on the same machine, so both share its cores.\n')
if (cases.length + loads.length > 0) await benchPeople()
if (Object.values(history).flat().length > 0) {
  const { scaled } = values
  await benchHistory(history, { seconds, scaled, printRow })
}
console.log(`\nargon2id alone, with the settings of the product: ${await argon2PerSecond()} checks/s on this machine.`)
console.log(`Durable updates alone (synchronous=FULL), one by one: ${durableUpdatesPerSecond()}/s on this machine.`)

/** The cases that need many people, and no history of theirs. */
async function benchPeople() {
  const database = await temporaryDatabase({ demo: true })
  try {
    const people = addPeople(database.file, peopleWanted)
    const needs = new Set(cases.map((one) => one.needs))
    const enrolled = needs.has('enrolments') ? addEnrolments(database.file, enrolmentsWanted) : 0
    const attempts = needs.has('attempts') || loads.length > 0 ? openAttempts(database.env, attemptsWanted) : []
    console.log(`${people} people in the database, ${enrolled} enrolled in a list, ${attempts.length} open tests`)

    const env = { ...database.env, SIGN_IN_LIMIT_ACCOUNT: '1000', SIGN_IN_LIMIT_ADDRESS: '100000' }
    const ours = await startServer(env)
    const known = {
      attempts,
      underReview: findUnderReview(database.file),
      cookieOf: (name) => cookieOf(ours.address, `${name}@rotta.example`, demoPassword),
    }
    if (cases.length > 0) await compare(ours, env, known)
    for (const { run } of loads) {
      const { name, figures, unexpected } = await run(ours.address, attempts)
      console.log(`${name.padEnd(36)}${figures}; unexpected ${unexpected}`)
    }
    await ours.stop()
  } finally {
    database.remove()
  }
}

/** Asks ours and the ceiling for every case, in turns, and prints a row of each. */
async function compare(ours, env, known) {
  // The ceiling renders every time: with a cookie of its own it gets no page that was kept for everybody.
  const ceiling = {
    ...(await startServer(env, { script: 'tests/bench/ceiling.mjs' })),
    headers: { cookie: 'ceiling=1' },
  }
  printRow(['', 'req/s', 'p50', 'p95', 'p99', 'peak MB', 'ceiling', 'ratio', 'unexpected'])
  for (const one of cases) {
    const [mine, constant] = await measure([ours, ceiling], { ...one, requests: await one.requests(known) }, seconds)
    printRow([
      one.name,
      mine.perSecond.toFixed(0),
      ...[mine.p50, mine.p95, mine.p99].map((ms) => `${ms.toFixed(1)} ms`),
      mine.peakMegabytes?.toFixed(0) ?? '–',
      constant.perSecond.toFixed(0),
      `${((100 * mine.perSecond) / constant.perSecond).toFixed(0)} %`,
      String(mine.unexpected + constant.unexpected),
    ])
  }
  await ceiling.stop()
  console.log()
}

/** @returns {import('./cases.mjs').OpenAttempt[]} */
function openAttempts(env, count) {
  const output = execFileSync('node_modules/.bin/tsx', ['tests/setup/open-attempts.ts', String(count)], {
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 26,
    encoding: 'utf8',
  })
  return JSON.parse(output)
}

function printRow([name, ...cells]) {
  console.log(name.padEnd(38) + cells.map((cell) => cell.padStart(11)).join(''))
}
