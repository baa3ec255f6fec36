import { expect, test } from './fixtures'

const phases = [1, 2, 3, 4, 5, 6, 7, 8, 9]

test('the guide is read without signing in and without script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/guida')
  await page.getByLabel('Che cosa stai cercando?').fill('non si presenta')
  await page.getByRole('button', { name: 'Cerca', exact: true }).click()
  await expect(page).toHaveURL('/cerca?q=non+si+presenta')
  await page
    .getByRole('main')
    .getByRole('link', { name: /non si presenta|assenza/i })
    .first()
    .click()
  await expect(page.getByText('Norme al 22 luglio 2019')).toBeVisible()
  await context.close()
})

test('every stop of the picture leads to its phase, and every phase to its neighbours', async ({ page }) => {
  for (const number of phases) {
    await page.goto('/guida')
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(`^Fase ${number}, `) })
      .first()
      .click()
    await expect(page).toHaveURL(`/guida/fasi/${number}`)
    await expect(page.getByText(`Fase ${number} di 9`)).toBeVisible()
    const neighbours = page.getByRole('navigation', { name: 'Fase precedente e successiva' })
    await expect(neighbours.getByRole('link')).toHaveCount(number === 1 || number === 9 ? 1 : 2)
    await expect(page.getByText('Norme al 22 luglio 2019')).toBeVisible()
  }
})

test('the three columns of a phase hold on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/guida/fasi/5')
  const main = page.getByRole('main')
  for (const title of ['Persona beneficiaria', 'CPI', 'Navigator']) {
    const box = await main.getByRole('heading', { name: title, exact: true }).first().boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
  }
})

test('one walks through the tasks and the centre acts, first to last', async ({ page }) => {
  for (const [first, count, label] of [
    ['F2.1', 21, /attività/i],
    ['F2.C1', 32, /compito/i],
  ] as const) {
    await page.goto(`/guida/attivita/${first}`)
    const seen = new Set<string>()
    for (;;) {
      seen.add(new URL(page.url()).pathname)
      const next = page.getByRole('navigation', { name: label }).getByRole('link').last()
      const address = await next.getAttribute('href')
      if (!address || seen.has(address)) break
      await page.goto(address)
    }
    expect(seen.size).toBe(count)
  }
})

test('each phase prints on one page', async ({ page }) => {
  for (const number of phases) {
    await page.goto(`/guida/fasi/${number}`)
    const pdf = await page.pdf({ format: 'A4' })
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
    expect(`phase ${number}: ${sheets}`).toBe(`phase ${number}: 1`)
  }
})

test('results come while one types, and the address keeps the question', async ({ page }) => {
  await page.goto('/cerca')
  const box = page.getByRole('searchbox')
  await box.pressSequentially('esonero mamma', { delay: 20 })
  await expect(page.getByRole('status').filter({ hasText: 'risultat' })).toBeVisible()
  await expect(page).toHaveURL(/q=esonero(\+|%20)mamma/)
  await expect(box).toBeFocused()
  await expect(page.getByRole('main').locator('mark').first()).toBeVisible()
  await box.fill('xqzwk')
  await expect(page.getByRole('heading', { name: /Nessun risultato/ })).toBeVisible()
})

test('what somebody types into the search is shown as text', async ({ page }) => {
  await page.goto(`/cerca?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
  await expect(page.getByRole('searchbox')).toHaveValue('<img src=x onerror=alert(1)>')
  await expect(page.locator('main img')).toHaveCount(0)
})
