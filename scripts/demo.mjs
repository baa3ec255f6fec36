// npm run demo: from a fresh clone to a running Rotta with fictional people. Installs and builds what is
// missing or has changed, loads the demo database once, serves it, prints the sign-ins. Run again it starts
// in seconds and keeps everything. PORT, DATABASE_URL and the rest as in README.md.
import './require-node.mjs'
import './end-with-npm.mjs'
import { ensureBuilt } from './build.mjs'
import { demoPassword, demoSignIns } from './demo-sign-ins.mjs'
import { ensureInstalled } from './install.mjs'
import { run } from './run.mjs'
import { serve } from './serve.mjs'

await ensureInstalled()
await ensureBuilt()

process.env.DATABASE_URL ||= 'file:./data/demo.db'
// A line per request would push the sign-ins off the screen.
process.env.LOG_LEVEL ||= 'error'
process.env.NODE_ENV = 'production'
const loaded = await run(process.execPath, ['build/server/cli.js', 'demo', 'load'])
if (loaded !== 0) process.exit(loaded)

const { host, port } = await serve()
const address = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host
const width = Math.max(...demoSignIns.map(([email]) => email.length))
console.log(`
Rotta è pronta: http://${address}:${port}

Per accedere (password per tutti: ${demoPassword})
${demoSignIns.map(([email, role]) => `  ${email.padEnd(width)}  ${role}`).join('\n')}

I dati stanno in ${process.env.DATABASE_URL.replace(/^file:/, '')} e restano anche dopo. Per fermare: Ctrl+C.`)
