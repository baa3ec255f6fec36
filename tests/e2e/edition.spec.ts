import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { demoPath } from './demo-paths'
import { expect, test } from './fixtures'
import { found, secretsOf } from './secrets'

/** The rules of axe that the whole site holds. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Leaves three of whatever is told many times over (chapters, lessons, questions, rows, terms): with all of them axe takes
 * minutes. Order of headings, ids and links of the whole are looked at in edition.test.ts.
 */
async function thinOut(page: Page) {
  const left = await page.evaluate(() => {
    const kindOf = ({ tagName, className }: Element) => `${tagName}.${className}`
    for (const parent of document.querySelectorAll('main, main *')) {
      const seen = new Map<string, number>()
      for (const child of [...parent.children]) {
        const count = (seen.get(kindOf(child)) ?? 0) + 1
        seen.set(kindOf(child), count)
        // All parts are looked at; cells stay with their columns.
        if (count > 3 && !child.matches('.ed-part, td, th')) child.remove()
      }
    }
    return document.querySelectorAll('main *').length
  })
  expect(left).toBeGreaterThan(1000)
}

async function expectNoViolation(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} (${nodes.length})`)).toEqual([])
}

async function expectNothingWider(page: Page) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, 'nothing is wider than the screen').toBeLessThanOrEqual(0)
}

test('a seat opens the edition, finds a module by its table of contents, and has it with page numbers on A4', async ({
  signedInAs,
  server,
}) => {
  const page = await signedInAs('direttore')
  const path = demoPath(server.databaseFile, '/cabina/piani/:in-force')
  await page.goto(path)
  await page.getByRole('link', { name: 'Edizione da stampare' }).click()
  await expect(page).toHaveURL(`${path}/edizione`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Piano formativo per Navigator e operatori dei centri per l’impiego',
  )
  await expect(page.getByText('Versione 1, approvata e in vigore')).toBeVisible()
  expect(found(await page.content(), secretsOf(server.databaseFile))).toEqual([])

  // The one script of the page opens the print dialog.
  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }))
  await page.getByRole('button', { name: 'Stampa o salva in PDF' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', '')

  const contents = page.getByRole('navigation', { name: 'Indice' })
  const module = contents.getByRole('link', { name: /^2\.2 M2 / })
  const title = ((await module.textContent()) ?? '').trim()
  await module.click()
  await expect(page.getByRole('heading', { level: 3, name: title })).toBeInViewport()

  const margins = await page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText))
      .filter((text) => text.startsWith('@page')),
  )
  const rules = margins.join('\n')
  expect(rules).toContain('counter(page)')
  expect(rules).toMatch(/size: a4/i)
  expect(rules, 'the pages of a module name it').toContain(`content: "${title}"`)
  expect(rules, 'all but the cover name the version and its hash').toMatch(
    /@bottom-left \{ content: ".*, versione 1, impronta [0-9a-f]{16}…"/,
  )
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
  expect(sheets).toBeGreaterThan(150)
  const boxes = new Set(pdf.toString('latin1').match(/\/MediaBox \[[^\]]*\]/g))
  expect([...boxes], 'every sheet is A4').toEqual([expect.stringMatching(/0 0 59[45][.\d]* 84[12]/)])
})

for (const width of [320, 1280]) {
  test(`the edition has no violation at ${width} px`, async ({ signedInAs, server }) => {
    const page = await signedInAs('anpal')
    await page.setViewportSize({ width, height: 900 })
    await page.goto(demoPath(server.databaseFile, '/cabina/piani/:under-review/edizione'))
    await expectNothingWider(page)
    await thinOut(page)
    await expectNoViolation(page)
  })
}

test('the downloaded file needs no server: it opens from the disk in its own type, and prints as the page does', async ({
  signedInAs,
  server,
  browser,
}, testInfo) => {
  const page = await signedInAs('gestore')
  await page.goto(demoPath(server.databaseFile, '/gestione/piani/:in-force'))
  await page.getByRole('link', { name: 'Edizione da stampare' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Scarica come file' }).click()
  const file = testInfo.outputPath((await download).suggestedFilename())
  await (await download).saveAs(file)
  expect(file).toMatch(/piano-versione-1-edizione\.html$/)

  const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
  const alone = await context.newPage()
  const asked: string[] = []
  alone.on('request', (request) => asked.push(request.url()))
  await alone.goto(`file://${file}`)
  await expect(alone.getByRole('heading', { level: 2, name: '1 La guida alla misura' })).toBeVisible()
  expect(asked.filter((url) => !url.startsWith('data:font/woff2'))).toEqual([`file://${file}`])
  const pdf = await alone.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(150)
  await context.close()
})
