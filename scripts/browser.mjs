// Finds a Chromium for the browser tests and the screenshots. Node built-ins only.
import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { run } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const usualPlaces = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Flags with which Chromium asks nothing of anybody. */
export const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  // Its sandbox refuses to run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/**
 * The browser's file: CHROMIUM_PATH, else an installed one, else Playwright's own.
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (isExecutable(wanted)) return wanted
    console.error(`CHROMIUM_PATH=${wanted} cannot be run; looking for another browser.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute)
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usualPlaces]
  return candidates.find(isExecutable) ?? (await playwrightsOwn())
}

/**
 * Finds a browser, or on Debian as root installs one.
 * @returns {Promise<string | undefined>}
 */
export async function findOrInstallBrowser() {
  const found = await findBrowser()
  if (found || !isDebian() || process.getuid?.() !== 0) return found
  console.log('No browser here: installing Chromium from Debian.')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await run('apt-get', ['update'], env)
  const installed = updated === 0 && (await run('apt-get', ['install', '-y', 'chromium'], env)) === 0
  return installed ? findBrowser() : undefined
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test')
    return isExecutable(chromium.executablePath()) ? chromium.executablePath() : undefined
  } catch {
    return undefined
  }
}

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
