import type { Page } from '@playwright/test'
import { type DemoName, expect, test } from './fixtures'

const main = (page: Page) => page.getByRole('main')

async function guidesOn(page: Page) {
  await page.goto('/come-usare-rotta')
  const links = await main(page).getByRole('link').all()
  return Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''))
}

test('a visitor finds every guide from the foot of any page, without script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/guida')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Come usare Rotta' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Come usare Rotta')
  const guides = await guidesOn(page)
  expect(guides.length).toBe(6)
  for (const guide of guides) {
    await page.goto(guide)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Guida per/)
  }
  expect((await page.request.get('/come-usare-rotta/chi-passa')).status()).toBe(404)
  await context.close()
})

test('every picture comes, as large as the page has left room for, and every link of the page leads somewhere', async ({
  page,
}) => {
  for (const guide of await guidesOn(page)) {
    await page.goto(guide)
    const pictures = await main(page).locator('img').all()
    expect(pictures.length).toBeGreaterThan(1)
    for (const picture of pictures) {
      await picture.scrollIntoViewIfNeeded()
      await expect(picture).toHaveJSProperty('complete', true)
      const [declared, natural] = await picture.evaluate((element) => {
        const image = element as HTMLImageElement
        const [width, height] = [image.getAttribute('width'), image.getAttribute('height')].map(Number)
        return [(width ?? 0) / (height ?? 1), image.naturalWidth / image.naturalHeight]
      })
      expect(natural).toBeCloseTo(declared ?? 0, 1)
      await expect(picture).toHaveAccessibleName(/.{40}/)
    }
    const places = await page.getByRole('navigation', { name: 'In questa guida' }).getByRole('link').all()
    expect(places.length).toBeGreaterThan(2)
    for (const place of places) {
      const target = (await place.getAttribute('href')) ?? ''
      await expect(page.locator(target), `${guide}${target}`).toHaveCount(1)
    }
  }
})

test('each guide prints on a few sheets, with its pictures', async ({ page }) => {
  for (const guide of await guidesOn(page)) {
    await page.goto(guide)
    await expect(page.getByRole('button', { name: 'Stampa la guida' })).toBeVisible()
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(sheets, guide).toBeGreaterThan(1)
    expect(sheets, guide).toBeLessThan(6)
    expect(pdf.match(/\/Subtype\s*\/Image\b/g)?.length ?? 0, guide).toBeGreaterThanOrEqual(
      await main(page).locator('img').count(),
    )
  }
})

test('the button prints when the pictures further down have come too', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 })
  await page.goto('/come-usare-rotta/chi-forma')
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = String([...document.images].every(({ complete }) => complete))
    }
  })
  await page.getByRole('button', { name: 'Stampa la guida' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'true')
})

const own: [DemoName, string][] = [
  ['navigator', 'chi-impara'],
  ['operatore', 'chi-impara'],
  ['formatore', 'chi-forma'],
  ['responsabile', 'responsabile-di-centro'],
  ['gestore', 'chi-gestisce-il-piano'],
  ['direttore', 'cabina-di-regia'],
  ['admin', 'amministrazione'],
]
for (const [name, slug] of own) {
  test(`${name} finds the own guide first, and on the home page`, async ({ signedInAs }) => {
    const page = await signedInAs(name)
    await page.goto('/')
    await expect(main(page).locator(`a[href="/come-usare-rotta/${slug}"]`)).toBeVisible()
    const guides = await guidesOn(page)
    expect(guides[0]).toBe(`/come-usare-rotta/${slug}`)
    expect(guides.length).toBe(own.length - 1)
    await expect(main(page).getByRole('heading', { level: 2 }).first()).toHaveText('La tua guida')
  })
}
