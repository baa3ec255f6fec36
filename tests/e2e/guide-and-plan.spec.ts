import type { Page } from '@playwright/test'
import { demoPassword, expect, test } from './fixtures'
import { test as testAlone } from './own-server'
import { enter, get, vote } from './plain-requests'
import { value } from './served-database'

const trainingOf = (page: Page) => page.getByRole('region', { name: 'Come ci si prepara' })

test('a task tells its lessons to a visitor, and leads to one through the sign-in page', async ({ page }) => {
  await page.goto('/guida/attivita/F5.1')
  const training = trainingOf(page)
  await expect(training.getByRole('heading', { name: 'Lezioni su questa attività' })).toBeVisible()
  await expect(training.getByText(/^\d+ domande riguardano questa attività/)).toBeVisible()
  await expect(training.getByRole('heading', { name: 'Che cosa si osserva sul lavoro' })).toBeVisible()
  await expect(training.getByText('Per aprire moduli e lezioni si accede.')).toBeVisible()
  await training.getByRole('link', { name: 'Definire attività e tempi nel diario' }).click()
  await expect(page).toHaveURL('/accedi?ritorno=%2Fmoduli%2Fpatto-per-il-lavoro%2Flezioni%2Fattivita-e-tempi')
  await page.getByLabel('Indirizzo email di lavoro').fill('navigator@rotta.example')
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Accedi', exact: true }).click()
  await expect(page).toHaveURL('/moduli/patto-per-il-lavoro/lezioni/attivita-e-tempi')
})

test('a centre act has the words of the operator, and whoever signed in opens its lessons at once', async ({
  signedInAs,
}) => {
  const page = await signedInAs('operatore')
  await page.goto('/guida/attivita/F5.C1')
  await expect(
    trainingOf(page).getByText('Criteri della scheda di osservazione, per l’operatore del CPI'),
  ).toBeVisible()
  await trainingOf(page).getByRole('link', { name: 'Definire attività e tempi nel diario' }).click()
  await expect(page).toHaveURL('/moduli/patto-per-il-lavoro/lezioni/attivita-e-tempi')

  // From a number in the text to what it rests on, and from there to the source.
  await page.getByRole('link', { name: 'Fonte 1', exact: true }).first().click()
  const first = page.locator('#base-1')
  await expect(first).toBeVisible()
  const id = (await first.getByRole('link').textContent()) ?? ''
  await first.getByRole('link').click()
  await expect(page).toHaveURL(`/fonti#${id}`)
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport()
})

test('the search finds lessons beside the guide: their passages with a session, their titles without', async ({
  page,
  signedInAs,
}) => {
  const query = '/cerca?q=curriculum+rifatto+e+portato+qui'
  await page.goto(query)
  const found = (one: Page) => one.getByRole('region', { name: 'Nel piano formativo' })
  const guide = (one: Page) => one.getByRole('region', { name: 'Nella guida' })
  await expect(found(page).getByRole('link', { name: 'Definire attività e tempi nel diario' })).toHaveAttribute(
    'href',
    /^\/accedi\?ritorno=/,
  )
  await expect(found(page).locator('mark')).toHaveCount(0)
  await expect(found(page).getByText('si aprono dopo l’accesso')).toBeVisible()
  const own = await signedInAs('navigator')
  await own.goto(query)
  await expect(found(own).locator('mark').first()).toBeVisible()
  await expect(found(own).getByText('si aprono dopo l’accesso')).toHaveCount(0)
  expect(await guide(own).getByRole('listitem').allTextContents()).toEqual(
    await guide(page).getByRole('listitem').allTextContents(),
  )
  await found(own).getByRole('link', { name: 'Definire attività e tempi nel diario' }).click()
  await expect(own).toHaveURL('/moduli/patto-per-il-lavoro/lezioni/attivita-e-tempi')
})

test('task page and search are read without script, on a phone', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  const page = await context.newPage()
  await page.goto('/guida/attivita/F9.C3')
  await expect(trainingOf(page)).toBeVisible()
  await page.goto('/cerca?q=patto')
  await page.getByRole('link', { name: /risultati nel piano formativo$/ }).click()
  await expect(page.getByRole('heading', { name: 'Nel piano formativo' })).toBeInViewport()
  await context.close()
})

testAlone('a newly approved version shows on the pages kept for everybody', async ({ served }) => {
  const { baseURL, databaseFile } = served
  const visitor = { baseURL, cookie: '' }
  const paths = ['/guida/attivita/F5.1', '/guida/fasi/5', '/fonti']
  const told = async (path: string) => /version(?:e|i)\s(\d+)/.exec((await get(visitor, path)).body)?.[1]
  for (const path of [...paths, ...paths]) expect(`${path} ${await told(path)}`).toBe(`${path} 1`)
  const version = value(databaseFile, 'SELECT id FROM PlanVersion WHERE number = 2')
  for (const name of ['direttore', 'vicario', 'anpal'] as const) {
    expect((await vote(await enter(baseURL, name), version, 'approve')).status).toBe(303)
  }
  for (const path of [...paths, ...paths]) expect(`${path} ${await told(path)}`).toBe(`${path} 2`)
})
