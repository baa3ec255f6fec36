// Serves the production build as a process of its own, with a database of its own that is gone afterwards.
// Used by the weight check, the screenshots and the bench. Node built-ins only.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

const patienceMs = 30_000

/**
 * A database file in a folder of its own.
 * @param {{ demo?: boolean, history?: boolean, loadEnv?: Record<string, string> }} [options] loaded with the demo's nine
 *   people and its plan; and with everybody else and their five months; what the loading is told besides
 */
export async function temporaryDatabase({ demo = false, history = false, loadEnv = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rotta-'))
  const file = join(folder, 'rotta.db')
  const env = { DATABASE_URL: `file:${file}`, LOG_LEVEL: 'error', NODE_ENV: 'production' }
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (demo || history) {
    const options = history ? [] : ['--senza-storia']
    const code = await run(process.execPath, ['build/server/cli.js', 'demo', 'load', ...options], {
      ...env,
      ...loadEnv,
    })
    if (code !== 0) {
      remove()
      throw new Error(`rotta demo load ended with ${code}`)
    }
  }
  return { file, env, remove }
}

/**
 * Starts a server and waits until it answers on /healthz.
 * @param {Record<string, string>} env at least DATABASE_URL
 * @param {{ script?: string, output?: 'inherit' | number }} [options] what to run (by default what `npm start`
 *   runs), and the open file its output goes to (by default ours)
 */
export async function startServer(env, { script = 'scripts/start.mjs', output = 'inherit' } = {}) {
  const port = await freePort()
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', output, output],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: '', ...env },
  })
  const ended = once(child, 'exit')
  const stopWithUs = () => child.kill('SIGKILL')
  process.on('exit', stopWithUs)
  const address = `http://127.0.0.1:${port}`
  await answers(`${address}/healthz`, child)
  return {
    address,
    pid: child.pid,
    async stop() {
      process.off('exit', stopWithUs)
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function answers(url, child) {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it answered.`)
    try {
      if ((await fetch(url)).ok) return
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not answer on /healthz within ${patienceMs / 1000} s.`)
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
