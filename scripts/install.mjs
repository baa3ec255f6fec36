// Installs the dependencies when they are not those of package-lock.json. Used by demo, test and bench;
// Node built-ins only, because it runs when node_modules is not there yet.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fingerprint, readStamp } from './fingerprint.mjs'
import { runNpm } from './run.mjs'

const stampFile = 'node_modules/.rotta-install'
const nodePrefix = dirname(dirname(process.execPath))
const headersAreHere = existsSync(join(nodePrefix, 'include/node/node.h'))

/** Installs when needed; ends the program, with what is missing, when that fails. */
export async function ensureInstalled() {
  // A native module built for another Node would not load.
  const wanted = fingerprint(['package-lock.json'], [process.versions.modules, process.platform, process.arch])
  if (readStamp(stampFile) === wanted) return
  if (!installedByHand()) {
    console.log('Installo le dipendenze (la prima volta può richiedere un paio di minuti)…')
    // What the lock file says, and nothing written to it. Not `npm ci`: that refuses a lock file made with a
    // registry that lacks the optional packages of other platforms, as mirrors often do.
    const code = await runNpm(
      ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'],
      installEnvironment(),
    )
    if (code !== 0) fail(code)
  }
  writeFileSync(stampFile, `${wanted}\n`)
}

function installEnvironment() {
  return {
    // Node's own headers, where they are installed, spare node-gyp a download that closed networks refuse.
    ...(headersAreHere ? { npm_config_nodedir: nodePrefix } : {}),
    // A value here tells Prisma not to download its schema engine, which nothing of ours uses.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  }
}

/** True when somebody's own `npm install` has left just what the lock file says, and it loads. */
function installedByHand() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = packagesOf('package-lock.json')
  const found = packagesOf('node_modules/.package-lock.json')
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path !== '' && !optional && found[path]?.version !== version) return false
  }
  const load = "new (require('better-sqlite3'))(':memory:').close()"
  return spawnSync(process.execPath, ['-e', load], { stdio: 'ignore' }).status === 0
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}

function fail(code) {
  const missing = ['g++', 'make', 'python3'].filter(
    (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0,
  )
  if (!headersAreHere)
    missing.push(`i file .h di Node (${nodePrefix}/include/node), se la rete non li lascia scaricare`)
  const hint = missing.length
    ? ` Se si è fermata la compilazione di better-sqlite3, qui manca: ${missing.join(', ')}.`
    : ''
  console.error(`\nL’installazione non è riuscita: il motivo è scritto qui sopra.${hint}`)
  process.exit(code)
}
