// npm run rotta -- <command>: the operator's commands, from the production build. `help` lists them.
import './require-node.mjs'
import { existsSync } from 'node:fs'
import { run } from './run.mjs'

const commands = 'build/server/cli.js'
if (!existsSync(commands)) {
  console.error('I comandi non sono ancora stati preparati: lancia prima «npm run build».')
  process.exit(1)
}
// The log goes to the same output as a command's answer: it stays out unless asked for.
const env = { NODE_ENV: 'production', LOG_LEVEL: process.env.LOG_LEVEL || 'silent' }
process.exit(await run(process.execPath, [commands, ...process.argv.slice(2)], env, 'inherit'))
