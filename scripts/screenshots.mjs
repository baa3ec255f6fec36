// npm run screenshots: takes the pictures of README.md, from a demo of its own that is gone afterwards.
import './require-node.mjs'
import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser, quietFlags } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { demoPassword } from './demo-sign-ins.mjs'
import { startServer, temporaryDatabase } from './temporary-server.mjs'

const folder = 'docs/screenshots'
const desk = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }

const pictures = [
  { file: 'guide.png', path: '/guida', viewport: desk },
  { file: 'phase.png', path: '/guida/fasi/5', viewport: desk },
  { file: 'phase-phone.png', path: '/guida/fasi/5', viewport: phone },
  { file: 'plan.png', path: '/piano', viewport: desk, as: 'navigator@rotta.example' },
  { file: 'people.png', path: '/amministrazione/persone', viewport: desk, as: 'admin@rotta.example' },
]

await ensureBuilt()
mkdirSync(folder, { recursive: true })
const database = await temporaryDatabase({ demo: true })
try {
  const server = await startServer(database.env)
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: quietFlags })
  for (const picture of pictures) await take(browser, server.address, picture)
  await browser.close()
  await server.stop()
} finally {
  database.remove()
}

async function take(browser, address, { file, path, viewport, as }) {
  const context = await browser.newContext({ viewport, locale: 'it-IT', timezoneId: 'Europe/Rome' })
  const page = await context.newPage()
  if (as) {
    await page.goto(`${address}/accedi`)
    await page.locator('input[name=email]').fill(as)
    await page.locator('input[name=password]').fill(demoPassword)
    await page.locator('input[name=password]').press('Enter')
    await page.waitForURL((url) => url.pathname !== '/accedi')
  }
  const response = await page.goto(`${address}${path}`, { waitUntil: 'networkidle' })
  if (response.status() !== 200) throw new Error(`${path} answered ${response.status()}`)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `${folder}/${file}` })
  await context.close()
  console.log(`${folder}/${file}`)
}
