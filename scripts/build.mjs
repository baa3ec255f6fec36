// Builds site and commands into build/. `npm run build` installs what is missing and always builds;
// demo, bench and screenshots build only when something that goes into the build has changed. Node built-ins only.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fingerprint, readStamp } from './fingerprint.mjs'
import { ensureInstalled } from './install.mjs'
import { runTool } from './run.mjs'

const stampFile = 'build/.rotta-build'
// content/ and the migrations are read when the server starts: they need no build.
const builtFrom = [
  'app',
  'public',
  'prisma/schema.prisma',
  'scripts/demo-sign-ins.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** Makes the database client from prisma/schema.prisma. */
export function generateClient() {
  const env = {
    // `generate` does not use the schema engine, but would download one: any existing file stops that.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  return runTool('prisma', ['generate'], { env })
}

/**
 * Builds, whatever is there.
 * @returns {Promise<number>} 0, or the exit code of the step that failed
 */
export async function build() {
  const made = sources()
  rmSync(stampFile, { force: true })
  const generated = await generateClient()
  if (generated !== 0) return generated
  const built = await runTool('@react-router/dev', ['build'], { bin: 'react-router', env: { NODE_ENV: 'production' } })
  if (built === 0) writeFileSync(stampFile, `${made}\n`)
  return built
}

/** Builds when the sources are not those of the last build; ends the program when that fails. */
export async function ensureBuilt() {
  if (existsSync('build/server/index.js') && readStamp(stampFile) === sources()) return
  console.log('Preparo il sito…')
  const code = await build()
  if (code !== 0) {
    console.error('\nLa preparazione del sito non è riuscita: il motivo è scritto qui sopra.')
    process.exit(code)
  }
}

function sources() {
  const settings = readdirSync('.').filter((name) => /\.config\.[cm]?[jt]s$/.test(name))
  return fingerprint([...builtFrom, ...settings])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled()
  process.exit(await build())
}
