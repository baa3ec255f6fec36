import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { type Served, serve } from './serve'

export const demoPassword = 'rotta-demo-2019'
export type DemoName =
  | 'navigator'
  | 'operatore'
  | 'formatore'
  | 'responsabile'
  | 'gestore'
  | 'direttore'
  | 'vicario'
  | 'anpal'
  | 'admin'

type Fixtures = {
  /** A page of somebody who signed in by the form's own request. */
  signedInAs: (name: DemoName, options?: BrowserContextOptions) => Promise<Page>
}

/** What a server begins with: a database to copy, and its own environment. */
type Prepared = { template: string; environment?: Record<string, string> }

/** A server for each worker, from what is prepared in a folder that is gone afterwards. */
export function servedFrom(
  prepare: (folder: string) => Prepared,
): [(none: object, use: (server: Served) => Promise<void>) => Promise<void>, { scope: 'worker' }] {
  return [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'rotta-prepared-'))
      const { template, environment } = prepare(folder)
      const server = await serve(template, environment)
      await use(server)
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ]
}

/**
 * One server and one database per worker. A page that logs an error to its console, throws, or asks another
 * host for anything fails its test.
 */
export const test = base.extend<Fixtures, { server: Served }>({
  server: servedFrom(() => ({ template: process.env.ROTTA_E2E_DATABASE ?? '' })),
  baseURL: async ({ server }, use) => use(server.baseURL),
  page: async ({ page, baseURL }, use) => {
    const complaints = listen(page, baseURL ?? '')
    await use(page)
    expect(complaints).toEqual([])
  },
  signedInAs: async ({ browser, baseURL }, use) => {
    const opened: { context: BrowserContext; complaints: string[] }[] = []
    await use(async (name, options = {}) => {
      const { context, page, complaints } = await signIn(browser, baseURL ?? '', name, options)
      opened.push({ context, complaints })
      return page
    })
    for (const { context, complaints } of opened) {
      expect(complaints).toEqual([])
      await context.close()
    }
  },
})

export { expect }

/** Collects what a page should never do. */
function listen(page: Page, baseURL: string): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`))
  page.on('console', (message) => {
    // The browser itself reports the status of a refused page; the test that wants one checks it.
    // Likewise that there is no network, where a test has taken it away.
    const refusedPage =
      /Failed to load resource: (the server responded with a status of (4|5)\d\d|net::ERR_INTERNET_DISC)/
    if (message.type() === 'error' && !refusedPage.test(message.text())) complaints.push(`console: ${message.text()}`)
  })
  page.on('response', (response) => {
    const parts = ['script', 'stylesheet', 'image', 'font']
    if (response.status() >= 400 && parts.includes(response.request().resourceType())) {
      complaints.push(`${response.status()} for ${response.url()}`)
    }
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL) && !request.url().startsWith('data:'))
      complaints.push(`asked ${request.url()}`)
  })
  return complaints
}

async function signIn(browser: Browser, baseURL: string, name: DemoName, options: BrowserContextOptions) {
  const context = await browser.newContext({ baseURL, locale: 'it-IT', timezoneId: 'Europe/Rome', ...options })
  const page = await context.newPage()
  const complaints = listen(page, baseURL)
  const answer = await context.request.post('/accedi', {
    form: { email: `${name}@rotta.example`, password: demoPassword },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  return { context, page, complaints }
}
