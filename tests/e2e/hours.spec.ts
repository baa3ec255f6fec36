import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { demoPassword, expect, servedFrom, test as shared } from './fixtures'
import type { Served } from './serve'
import { change, rows, value } from './served-database'

// A server of its own: what is signed and validated here is seen by no other test.
const test = shared.extend<object, { server: Served }>({
  server: servedFrom(() => ({ template: process.env.ROTTA_E2E_DATABASE ?? '' })),
})
test.describe.configure({ mode: 'default' })

const slug = 'primo-appuntamento'
const today = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
}).format(new Date())

test('a register by keyboard alone: five learners of three centres, fewer minutes for one, an absence, the signature', async ({
  signedInAs,
  server: { databaseFile },
}) => {
  for (const [name, entry] of [
    ['Castiglioni', 'CO.cpi-cantu'],
    ['Erbetta', 'CO.cpi-erba'],
    ['D’Aràgo', 'CO.cpi-erba'],
  ]) {
    addLearner(databaseFile, name ?? '', entry ?? '')
  }
  const page = await signedInAs('formatore')
  const { keyboard } = page
  await page.goto('/aula')
  await tabTo(page, 'Inizia un registro')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Registro da firmare')

  await tabTo(page, 'Modulo')
  await keyboard.type('Fase 3')
  await tabTo(page, 'Come si è tenuto')
  await keyboard.type('In aula')
  for (const [label, text] of [
    ['Data', today],
    ['Inizio', '9'],
    ['Fine', '11.00'],
  ]) {
    await tabTo(page, label ?? '')
    await keyboard.type(text ?? '')
    // Enter sends nothing by accident.
    await keyboard.press('Enter')
  }
  await expect(page.getByText(/^Bozza salvata alle/)).toBeVisible()
  for (const [centre, people] of [
    ['CPI Como', 2],
    ['CPI Cantù', 3],
    ['CPI Erba', 5],
  ] as const) {
    await tabTo(page, 'Aggiungi tutte le persone di una sede')
    await keyboard.type(centre)
    await tabTo(page, 'Aggiungi la sede')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: `Chi c’era: ${people} su ${people} persone` })).toBeVisible()
    // The focus stays where the hands are.
    await expect(page.getByRole('button', { name: 'Aggiungi la sede' })).toBeFocused()
    for (let back = 0; back < 2; back += 1) await keyboard.press('Shift+Tab')
  }
  await tabTo(page, 'Minuti di')
  await keyboard.press('Enter')
  await keyboard.press('ArrowDown')
  await keyboard.type('60')
  await keyboard.press('Tab')
  await keyboard.type('Arrivo in ritardo del treno')
  await tabTo(page, 'Minuti di')
  await keyboard.press('Enter')
  await keyboard.type('0')
  await expect(page.getByRole('heading', { name: 'Chi c’era: 4 su 5 persone' })).toBeVisible()
  await expect(page.getByText(/^Bozza salvata alle/)).toBeVisible()
  await tabTo(page, 'La tua password')
  await keyboard.type(demoPassword)
  await keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Il registro è firmato' })).toBeVisible()

  const id = page.url().replace(/.*\/aula\/|\?.*/g, '')
  const attendances = rows<{ minutes: number }>(
    databaseFile,
    'SELECT minutes FROM Attendance WHERE registerId = ? ORDER BY minutes',
    id,
  )
  expect(attendances.map(({ minutes }) => minutes)).toEqual([0, 60, 120, 120, 120])
  await expect(
    page.getByText(value<string>(databaseFile, 'SELECT digest FROM Register WHERE id = ?', id)),
  ).toBeVisible()
  const evidence = value<number>(
    databaseFile,
    "SELECT count(*) FROM Evidence WHERE kind = 'hours' AND payload ->> 'register' = ?",
    id,
  )
  expect(evidence).toBe(4)

  await expectAccessible(page)

  const learner = await signedInAs('navigator')
  await learner.goto('/aula')
  await expect(learner.getByRole('table')).toContainText('ore 9.00–11.00')
  expect(await learner.content()).not.toMatch(/Erbetta|Bianchetti|Castiglioni/)
  await learner.goto('/piano')
  await expect(learner.getByRole('table', { name: 'Ore per modalità' })).toContainText(/In aula\s*2\sh su \d+\sh/)
})

test('on a tablet one tap makes somebody absent, and it is saved without a button', async ({ signedInAs, server }) => {
  const page = await signedInAs('formatore')
  await page.setViewportSize({ width: 768, height: 1024 })
  await page.goto('/aula')
  await page.getByRole('button', { name: 'Inizia un registro' }).click()
  await page.getByLabel('Inizio').fill('14')
  await page.getByLabel('Fine').fill('15.30')
  await page.getByLabel('Aggiungi una persona').fill('ferr')
  await page.getByRole('button', { name: 'Cerca la persona' }).click()
  await page.getByRole('button', { name: 'Aggiungi Giulia Ferrante' }).click()
  await expect(page.getByLabel('Minuti di Giulia Ferrante')).toHaveValue('90')
  const box = await page.locator('label.r-present').boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  await page
    .locator('label.r-present')
    .tap()
    .catch(() => page.locator('label.r-present').click())
  await expect(page.getByLabel('Minuti di Giulia Ferrante')).toHaveValue('0')
  await expect(page.getByText(/^Bozza salvata alle/)).toBeVisible()
  const id = page.url().replace(/.*\/bozze\/|\?.*/g, '')
  const body = JSON.parse(value<string>(server.databaseFile, 'SELECT body FROM RegisterDraft WHERE id = ?', id))
  expect(body).toMatchObject({ startsAt: '14', endsAt: '15.30', rows: [{ present: false }] })
  await page.reload()
  await expect(page.getByLabel('Minuti di Giulia Ferrante')).toHaveValue('0')
  // Refused, and pressed again: what was saved in between is no conflict, and what is written while the page still
  // reads the draft anew stays on it.
  await page.route(/\/aula\/bozze\/.*\.data/, async (route) => {
    if (route.request().method() === 'GET') await new Promise((resolve) => setTimeout(resolve, 1000))
    await route.continue()
  })
  await page.getByRole('button', { name: 'Firma il registro' }).click()
  await expect(page.getByRole('alert')).toContainText('Scrivi la tua password')
  await page.getByLabel('Minuti di Giulia Ferrante').fill('45')
  await page.getByLabel('La tua password').fill('sbagliata')
  await page.getByRole('button', { name: 'Firma il registro' }).click()
  await expect(page.getByRole('alert')).toContainText('La password non è giusta')
  await expect(page.getByText('La bozza è salvata')).toBeVisible()
  await expect(page.getByLabel('Minuti di Giulia Ferrante')).toHaveValue('45')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Stampa il foglio delle firme' }).click()
  await expect(page.getByRole('table')).toContainText('Firma all’entrata')
  await expect(page.getByRole('table')).toContainText('Giulia Ferrante')
  await expectAccessible(page)
})

test('without network the page stays until what was written in a register is saved', async ({ signedInAs, server }) => {
  const page = await signedInAs('formatore')
  await page.goto('/aula')
  await page.getByRole('button', { name: 'Inizia un registro' }).click()
  await page.getByLabel('Inizio').fill('9')
  await expect(page.getByText(/^Bozza salvata alle/)).toBeVisible()
  const id = page.url().replace(/.*\/bozze\/|\?.*/g, '')
  await page.context().setOffline(true)
  await page.getByLabel('Fine').fill('11.15')
  await page.getByRole('link', { name: 'Stampa il foglio delle firme' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Si va avanti appena il registro è salvato' })).toBeVisible()
  await expect(page.getByLabel('Fine')).toHaveValue('11.15')
  await page.context().setOffline(false)
  await expect(page).toHaveURL(/\/foglio$/)
  const body = value<string>(server.databaseFile, 'SELECT body FROM RegisterDraft WHERE id = ?', id)
  expect(JSON.parse(body)).toMatchObject({ startsAt: '9', endsAt: '11.15' })
})

test('without scripts: a register filled in, refused with what was written, and signed', async ({
  signedInAs,
  server,
}) => {
  const page = await signedInAs('formatore', { javaScriptEnabled: false })
  await page.goto('/aula')
  await page.getByRole('button', { name: 'Inizia un registro' }).click()
  await page.getByLabel('Modulo').selectOption({ label: 'Fase 3: primo appuntamento e presa in carico' })
  await page.getByLabel('Come si è tenuto').selectOption('collaborative')
  await page.getByLabel('Data').fill(today)
  await page.getByLabel('Inizio').fill('16.00')
  await page.getByLabel('Fine').fill('17.00')
  await page.getByLabel('Aggiungi tutte le persone di una sede').selectOption({ label: 'CPI Como' })
  await page.getByRole('button', { name: 'Aggiungi la sede' }).click()
  await expect(page.getByText('2 persone aggiunte al registro.')).toBeVisible()
  await expect(page.getByLabel('Minuti di Giulia Ferrante')).toHaveValue('60')
  // The times change: who is there the whole time stays there the whole time.
  await page.getByLabel('Fine').fill('17.30')
  await page.getByLabel('Minuti di Marco Bianchetti').fill('30')
  await page.getByLabel('La tua password').fill(demoPassword)
  await page.getByRole('button', { name: 'Firma il registro' }).click()
  await expect(page.getByRole('alert')).toContainText('scrivi perché i minuti sono meno della durata')
  await expect(page.getByLabel('Minuti di Giulia Ferrante')).toHaveValue('90')
  await page.getByLabel('Motivo per Marco Bianchetti').fill('Uscita per un turno')
  await page.getByLabel('La tua password').fill(demoPassword)
  await page.getByRole('button', { name: 'Firma il registro' }).click()
  await expect(page.getByText('Il registro è firmato')).toBeVisible()
  await expect(page.getByRole('row', { name: /Giulia Ferrante/ })).toContainText('90')
  expect(value<number>(server.databaseFile, "SELECT count(*) FROM Register WHERE mode = 'collaborative'")).toBe(1)
})

test('practice is logged, validated by a trainer, and stands among the hours of the plan', async ({ signedInAs }) => {
  const learner = await signedInAs('navigator')
  await learner.goto('/piano')
  await learner.getByRole('link', { name: 'Annota le ore sul lavoro' }).click()
  await expect(learner.getByText('La pratica non è una valutazione')).toBeVisible()
  await learner.getByLabel('Modulo', { exact: true }).selectOption(slug)
  await learner.getByLabel('Giorno').fill('31/02/2026')
  await learner.getByLabel('Quante ore').fill('1,5')
  await learner.getByLabel(/^F3\.1/).check()
  await learner.getByLabel('Con chi eri').selectOption('operatore')
  await learner.getByRole('button', { name: 'Annota le ore' }).click()
  await expect(learner.getByRole('alert')).toContainText('Scrivi la data così: 16/12/2019')
  await expect(learner.getByLabel(/^F3\.1/)).toBeChecked()
  await learner.getByLabel('Giorno').fill(today)
  await learner.getByRole('button', { name: 'Annota le ore' }).click()
  await expect(learner.getByRole('status').filter({ hasText: 'Le ore sono annotate' })).toBeVisible()
  await expect(learner.getByRole('row', { name: new RegExp(today) })).toContainText('Da convalidare')

  await expectAccessible(learner)

  const trainer = await signedInAs('formatore')
  await trainer.goto('/pratica/convalida')
  await expect(trainer.getByRole('heading', { level: 1 })).toContainText('1 voce di ore sul lavoro aspetta')
  await expectAccessible(trainer)
  await trainer.getByRole('checkbox', { name: /Giulia Ferrante/ }).check()
  await trainer.getByRole('button', { name: 'Convalida le ore scelte' }).click()
  await expect(trainer.getByRole('status').filter({ hasText: '1 voce convalidata' })).toBeVisible()

  await learner.goto('/pratica')
  const row = learner.getByRole('row', { name: new RegExp(today) })
  await expect(row).toContainText('Convalidata')
  await expect(row).toContainText('Elena Tiravanti')
  await learner.goto(`/moduli/${slug}`)
  await expect(learner.getByRole('table').filter({ hasText: 'Sul lavoro' })).toContainText('1 h 30 min su 12 h')
})

/** Somebody who follows the same version as the demo's Navigator, at another centre. */
function addLearner(file: string, lastName: string, entry: string) {
  const id = randomUUID()
  const key = lastName.toLowerCase()
  change(
    file,
    `INSERT INTO Person (id, email, firstName, lastName, surnameKey, firstNameKey, profile, homeEntryId, createdAt)
     SELECT ?, ?, 'Prova', ?, ?, ?, 'navigator', ?, createdAt FROM Person WHERE email = 'navigator@rotta.example'`,
    ...[id, `${id}@rotta.example`, lastName, `${key} prova`, `prova ${key}`, entry],
  )
  change(
    file,
    `INSERT INTO Enrolment (id, personId, versionId, profile, enrolledAt, activeKey)
     SELECT ?, ?, versionId, profile, enrolledAt, ? FROM Enrolment
     WHERE personId = (SELECT id FROM Person WHERE email = 'navigator@rotta.example')`,
    ...[randomUUID(), id, id],
  )
}

/** Presses Tab until what is called so has the focus, and checks that the focus is seen. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!element?.matches('a, button, input, select, textarea, summary')) return null
      const labelled = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : undefined
      const { outlineStyle, outlineWidth } = getComputedStyle(element.closest('.r-opt') ?? element)
      return { text: (labelled ?? element.textContent ?? '').trim(), outline: `${outlineStyle} ${outlineWidth}` }
    })
    if (!focused?.text.startsWith(name)) continue
    expect(focused.outline).toBe('solid 3px')
    return
  }
  throw new Error(`Tab never reached ${name}`)
}

/** No violation that axe knows, and nothing wider than the screen, from a phone to a desk. */
async function expectAccessible(page: Page) {
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, 'nothing is wider than the screen').toBeLessThanOrEqual(0)
  }
}
