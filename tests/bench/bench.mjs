// npm run bench: how fast the production build answers, and how far that is from what the framework alone
// can do. Every case is asked of two servers on the same database of 20,000 people:
//   - ours, as `npm start` runs it;
//   - the ceiling (ceiling.mjs): the same server and the same pages, from constant data.
// 16 connections, 8 s each, in turns, after a warm-up of 2 s; `-- --seconds 3` for a shorter look, `-- --only cerca` for
// the cases whose name contains a word. It asserts nothing: it prints what is.
import '../../scripts/require-node.mjs'
import '../../scripts/end-with-npm.mjs'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/build.mjs'
import { demoPassword } from '../../scripts/demo-sign-ins.mjs'
import { ensureInstalled } from '../../scripts/install.mjs'
import { startServer, temporaryDatabase } from '../../scripts/temporary-server.mjs'

await ensureInstalled()
await ensureBuilt()
const { argon2PerSecond } = await import('./argon2-rate.mjs')
const { measure } = await import('./measure.mjs')
const { addPeople } = await import('./people.mjs')
const { cookieOf, signInCases, pageCases } = await import('./cases.mjs')

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '8' }, only: { type: 'string' } } })
const seconds = Number(values.seconds)
const peopleWanted = 20_000

const database = await temporaryDatabase({ demo: true })
try {
  const people = addPeople(database.file, peopleWanted)
  const [processor] = cpus()
  console.log(
    `${cpus().length} × ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  )
  console.log(`${people} people in the database; 16 connections, ${seconds} s each; ${new Date().toISOString()}`)
  console.log('The load is made on the same machine, so both share its cores.\n')

  const env = { ...database.env, SIGN_IN_LIMIT_ACCOUNT: '1000', SIGN_IN_LIMIT_ADDRESS: '100000' }
  const ours = await startServer(env)
  // The ceiling renders every time: with a cookie of its own it gets no page that was kept for everybody.
  const ceiling = {
    ...(await startServer(env, { script: 'tests/bench/ceiling.mjs' })),
    headers: { cookie: 'ceiling=1' },
  }
  const cookie = await cookieOf(ours.address, 'admin@rotta.example', demoPassword)

  printRow(['', 'req/s', 'p50', 'p95', 'p99', 'peak MB', 'ceiling', 'ratio', 'unexpected'])
  for (const one of [...pageCases(cookie), ...signInCases(demoPassword)]) {
    if (values.only && !one.name.includes(values.only)) continue
    const [mine, constant] = await measure([ours, ceiling], one, seconds)
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
  console.log(
    `\nargon2id alone, with the settings of the product: ${await argon2PerSecond()} checks/s on this machine.`,
  )
  await ours.stop()
  await ceiling.stop()
} finally {
  database.remove()
}

function printRow([name, ...cells]) {
  console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(11)).join(''))
}
