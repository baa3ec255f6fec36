import { demoPassword, expect, test } from './fixtures'

test.describe('signing in', () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`leads back to the page asked for, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ baseURL, javaScriptEnabled })
      const page = await context.newPage()
      await page.goto('/profilo')
      await expect(page).toHaveURL('/accedi?ritorno=%2Fprofilo')
      await page.getByLabel('Indirizzo email di lavoro').fill('Operatore@Rotta.example ')
      await page.getByLabel('Password', { exact: true }).fill('non è questa')
      await page.getByRole('button', { name: 'Accedi' }).click()
      await expect(page.getByRole('alert')).toContainText('Indirizzo email o password non corretti')
      await expect(page.getByLabel('Indirizzo email di lavoro')).toHaveValue(/operatore@rotta\.example/i)
      // The server never sends a password back.
      expect(await page.content()).not.toContain('non è questa')
      await page.getByLabel('Password', { exact: true }).fill(demoPassword)
      await page.getByRole('button', { name: 'Accedi' }).click()
      await expect(page).toHaveURL('/profilo')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Il tuo profilo')
      await page.getByRole('button', { name: 'Esci' }).click()
      await expect(page).toHaveURL('/accedi?fatto=uscita')
      await page.goto('/profilo')
      await expect(page).toHaveURL('/accedi?ritorno=%2Fprofilo')
      await context.close()
    })
  }

  test('never leads to another site', async ({ page }) => {
    for (const wanted of ['https://altrove.example', '//altrove.example', '/\\altrove.example']) {
      const answer = await page.request.post(`/accedi?ritorno=${encodeURIComponent(wanted)}`, {
        form: { email: 'navigator@rotta.example', password: demoPassword },
        maxRedirects: 0,
      })
      expect(answer.headers().location).toBe('/')
      await page.context().clearCookies()
    }
  })

  test('a field left empty is named beside it and in the summary', async ({ page }) => {
    await page.goto('/accedi')
    await page.getByRole('button', { name: 'Accedi' }).click()
    const summary = page.getByRole('alert')
    await expect(summary).toContainText('Controlla due campi')
    await summary.getByRole('link', { name: 'Scrivi la password' }).click()
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  })

  test('eight wrong passwords close the account for a while, with 429 and the time', async ({ request }) => {
    const form = { email: 'vicario@rotta.example', password: 'non è questa' }
    for (let n = 0; n < 8; n++) expect((await request.post('/accedi', { form })).status()).toBe(422)
    const answer = await request.post('/accedi', { form: { ...form, password: demoPassword } })
    expect(answer.status()).toBe(429)
    expect(await answer.text()).toMatch(/Troppi tentativi. Riprova alle \d{1,2}\.\d{2}/)
  })
})

test('one sees one’s own sessions and closes another device', async ({ signedInAs }) => {
  const desk = await signedInAs('responsabile')
  const tablet = await signedInAs('responsabile')
  await tablet.goto('/profilo')
  await expect(tablet).toHaveURL('/profilo')
  await desk.goto('/profilo')
  await desk
    .getByRole('button', { name: /Chiudi l’accesso da/ })
    .first()
    .click()
  await expect(desk.getByRole('status')).toContainText('L’accesso è stato chiuso')
  await tablet.goto('/profilo')
  await expect(tablet).toHaveURL(/\/accedi/)
})

test('one changes one’s own password', async ({ signedInAs, playwright, baseURL }) => {
  const page = await signedInAs('formatore')
  await page.goto('/profilo')
  await page.getByLabel('Password attuale').fill(demoPassword)
  await page.getByLabel('Nuova password', { exact: true }).fill('corta')
  await page.getByLabel('Ripeti la nuova password').fill('corta')
  await page.getByRole('button', { name: 'Cambia la password' }).click()
  await expect(page.getByRole('alert')).toContainText('almeno 12 caratteri')
  await page.getByLabel('Password attuale').fill(demoPassword)
  await page.getByLabel('Nuova password', { exact: true }).fill('una frase del tutto nuova')
  await page.getByLabel('Ripeti la nuova password').fill('una frase del tutto nuova')
  await page.getByRole('button', { name: 'Cambia la password' }).click()
  await expect(page.getByRole('status')).toContainText('La password è cambiata')
  const request = await playwright.request.newContext({ baseURL })
  const tryWith = async (password: string) =>
    (await request.post('/accedi', { form: { email: 'formatore@rotta.example', password }, maxRedirects: 0 })).status()
  expect(await tryWith(demoPassword)).toBe(422)
  expect(await tryWith('una frase del tutto nuova')).toBe(303)
  // Back to the demo's own, through the product: the next test signs in with it.
  await page.getByLabel('Password attuale').fill('una frase del tutto nuova')
  await page.getByLabel('Nuova password', { exact: true }).fill(demoPassword)
  await page.getByLabel('Ripeti la nuova password').fill(demoPassword)
  await page.getByRole('button', { name: 'Cambia la password' }).click()
  await expect.poll(() => tryWith(demoPassword)).toBe(303)
  await request.dispose()
})
