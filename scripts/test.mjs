// npm test, and so the CI: installs what is missing, then runs every check in order and stops at the first
// that fails, with its exit code. Node built-ins only: node_modules may not be there yet.
import './require-node.mjs'
import './end-with-npm.mjs'
import { findOrInstallBrowser } from './browser.mjs'
import { build, generateClient } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { run, runTool } from './run.mjs'

const began = performance.now()

await ensureInstalled()
const browser = await findOrInstallBrowser()
if (!browser) {
  console.error(
    'The browser tests need Chromium, and none was found. Install one (Debian: apt-get install chromium), ' +
      'or set CHROMIUM_PATH to its file, and run npm test again.',
  )
  process.exit(1)
}
process.env.CHROMIUM_PATH = browser

/** @type {[name: string, check: () => Promise<number>][]} */
const checks = [
  ['Database client (prisma generate)', generateClient],
  ['Route types (react-router typegen)', () => runTool('@react-router/dev', ['typegen'], { bin: 'react-router' })],
  ['Types (tsc)', () => runTool('typescript', [], { bin: 'tsc' })],
  ['Lint and format (biome)', () => runTool('@biomejs/biome', ['ci', '--colors=off'], { bin: 'biome' })],
  ['Dead code and dependencies (knip)', () => runTool('knip', [])],
  ['Content (rotta content check)', () => runTool('tsx', ['app/cli.ts', 'content', 'check'])],
  ['Unit and integration tests (vitest)', () => runTool('vitest', ['run'])],
  ['Production build', build],
  ['Weight of a first page', () => run(process.execPath, ['scripts/check-weight.mjs'])],
  [
    'Browser tests (playwright)',
    () => runTool('@playwright/test', ['test', '-c', 'tests/playwright.config.ts'], { bin: 'playwright' }),
  ],
]

let passed = 0
for (const [name, check] of checks) {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const code = await check()
  console.log(`── ${code === 0 ? 'passed' : `FAILED (exit code ${code})`} after ${seconds(started)}`)
  if (code !== 0) end(1, code)
  passed += 1
}
end(0, 0)

function end(failed, code) {
  console.log(`\n${checks.length - passed - failed} not run, ${seconds(began)} in all`)
  console.log(`Rotta: ${passed} passed, ${failed} failed`)
  process.exit(code)
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
