// A demo with its whole history, served on the same day whenever it is loaded, and a browser that photographs it.
import { Buffer } from 'node:buffer'
import { chromium } from '@playwright/test'
import { findBrowser, quietFlags } from './browser.mjs'
import { demoPassword } from './demo-sign-ins.mjs'
import { startServer, temporaryDatabase } from './temporary-server.mjs'

/** A Monday after five months of training; the server starts when the loading is long done. */
const [loadedAt, servedFrom] = ['2020-02-10T09:00:00+01:00', '2020-02-10T10:00:00+01:00']
const webpQuality = 0.8

const clock = (moment) => ({
  FIXED_CLOCK: moment,
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=./scripts/fixed-clock.mjs`.trim(),
})

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').Locator} Locator
 */

/** Loads the demo, serves it and starts the browser; `close` takes all of it away. */
export async function openStudio() {
  const database = await temporaryDatabase({ history: true, loadEnv: clock(loadedAt) })
  try {
    const server = await startServer({ ...database.env, ...clock(servedFrom) })
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: quietFlags })
    const darkroom = await browser.newPage()
    return {
      /**
       * A page of somebody who has signed in, or of a visitor.
       * @param {{ as?: string, viewport: { width: number, height: number }, scale?: number }} how `as`: the e-mail
       */
      open: ({ as, viewport, scale = 1 }) => openPage(browser, server.address, { as, viewport, scale }),
      /** @param {Buffer} png */
      webpOf: (png) => webpOf(darkroom, png),
      async close() {
        await browser.close()
        await server.stop()
        database.remove()
      },
    }
  } catch (error) {
    database.remove()
    throw error
  }
}

async function openPage(browser, baseURL, { as, viewport, scale }) {
  const options = { baseURL, viewport, deviceScaleFactor: scale, locale: 'it-IT', timezoneId: 'Europe/Rome' }
  const context = await browser.newContext(options)
  if (as) {
    const form = { email: as, password: demoPassword }
    const answer = await context.request.post('/accedi', { form, maxRedirects: 0 })
    if (answer.status() !== 303) throw new Error(`${as} could not sign in: ${answer.status()}`)
  }
  return context.newPage()
}

/**
 * Goes to an address and waits until its page is alive.
 * @param {Page} page
 * @param {string} path
 */
export async function visit(page, path) {
  const answer = await page.goto(path, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`)
}

/**
 * The picture of a strip of the page, as wide as the window: without the demo's banner, nothing focused.
 * @param {Page} page
 * @param {{ from?: Locator, to: Locator, above?: number, below?: number }} strip from the upper edge of one thing (by
 *   default of the page) to the lower edge of another, with so many pixels around
 */
export async function photograph(page, { from, to, above = 16, below = 16 }) {
  await settle(page)
  const top = from ? Math.max(0, (await boxOf(from)).y - above) : 0
  const last = await boxOf(to)
  const height = Math.round(last.y + last.height + below - top)
  return page.screenshot({ fullPage: true, clip: { x: 0, y: top, width: page.viewportSize()?.width ?? 0, height } })
}

/**
 * The picture of the window, scrolled until something is at its top: with what stays at its foot.
 * @param {Page} page
 * @param {Locator} from
 */
export async function photographWindow(page, from) {
  await settle(page)
  const { y } = await boxOf(from)
  await page.evaluate((top) => window.scrollTo(0, top), y - 16)
  return page.screenshot()
}

async function settle(page) {
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    // Hidden, not taken away: React may still be about to take over what the server sent.
    for (const banner of document.querySelectorAll('.r-demo')) banner.style.display = 'none'
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    window.scrollTo(0, 0)
    await document.fonts.ready
  })
}

async function boxOf(locator) {
  await locator.first().waitFor()
  const box = await locator.first().boundingBox()
  if (!box) throw new Error(`Nothing to photograph: ${locator}`)
  return box
}

/** The browser compresses better than any package we have. */
async function webpOf(darkroom, png) {
  const encoded = await darkroom.evaluate(
    async ([base64, quality]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      canvas.getContext('2d').drawImage(bitmap, 0, 0)
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality })
      const reader = new FileReader()
      await new Promise((resolve) => {
        reader.onload = resolve
        reader.readAsDataURL(blob)
      })
      return String(reader.result).split(',')[1]
    },
    [png.toString('base64'), webpQuality],
  )
  return Buffer.from(encoded, 'base64')
}
