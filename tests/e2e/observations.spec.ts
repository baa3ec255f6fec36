import type { Locator, Page } from '@playwright/test'
import { test as base, demoPassword, expect, servedFrom } from './fixtures'
import { enter, get, post } from './plain-requests'
import type { Served } from './serve'
import { rows, value } from './served-database'

const ten = Array.from({ length: 10 }, (_, index) => `C${index + 1}`)
const texts = {
  'Una cosa fatta bene': 'Ha aspettato che la persona finisse di parlare',
  'Una cosa da cambiare': 'Riassumere prima di chiudere',
  'L’azione che avete concordato': 'Rileggere la scheda della fase 3',
}

// A server of its own: what this trainer writes is seen by no other test.
const test = base.extend<object, { server: Served }>({
  server: servedFrom(() => ({ template: process.env.ROTTA_E2E_DATABASE ?? '' })),
})

// One server for all of them, one after the other.
test.describe.configure({ mode: 'default' })

test('ten criteria of a real case are signed with at most 25 touches of a tablet, from the list to the receipt', async ({
  signedInAs,
}) => {
  const page = await signedInAs('formatore', { hasTouch: true, viewport: { width: 768, height: 1024 } })
  let touches = 0
  const tap = async (target: Locator) => {
    touches += 1
    await target.tap()
  }
  /** One touch puts the cursor there; keys are not touches. */
  const write = async (label: string, text: string) => {
    await tap(page.getByLabel(label, { exact: true }))
    await page.keyboard.type(text)
  }
  await page.goto('/osservazioni')
  await tap(page.getByRole('link', { name: 'Comincia un’osservazione' }))
  await write('Chi osservi', 'Ferrante')
  await tap(page.getByRole('button', { name: 'Cerca la persona' }))
  await tap(page.getByRole('link', { name: /primo appuntamento/ }))
  await tap(page.locator('label.r-opt', { hasText: 'Caso reale' }))
  await tap(page.getByText(/La persona è stata informata/))
  await tap(page.getByRole('button', { name: 'Comincia la scheda' }))
  await expect(page).toHaveURL(/\/compila$/)
  const begun = touches
  for (const id of ten) await tap(mark(page, id, 'met'))
  await tap(page.getByText('Fare con verifica'))
  for (const [label, text] of Object.entries(texts)) await write(label, text)
  await write('Entro il', '16/12/2030')
  await tap(page.getByRole('button', { name: 'Vai alla firma' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/vale per il modulo$/)
  await write('La tua password', demoPassword)
  await tap(page.getByRole('button', { name: 'Firma la scheda' }))
  await expect(page).toHaveURL(/\?fatto=firmata$/)
  await expect(page.getByText('L’osservazione è firmata')).toBeVisible()
  expect(touches - begun, 'the form and its signature').toBe(18)
  expect(touches, 'with the choice of person, module and kind').toBeLessThanOrEqual(25)
})

test('a draft is saved as it is written: it is there after a reload, and after signing in anew', async ({
  signedInAs,
}) => {
  const page = await signedInAs('formatore')
  await begin(page, 'operatore')
  await choose(page, 'C2', 'notMet')
  await page.getByLabel('Nota al criterio C2').fill('Non l’ha fatto ripetere')
  await page.getByText('Fare in autonomia').click()
  await page.getByLabel('Una cosa fatta bene').fill(texts['Una cosa fatta bene'])
  await expectSaved(page)
  const address = page.url()
  const expectAll = async (shown: Page) => {
    await expect(mark(shown, 'C2', 'notMet').getByRole('radio')).toBeChecked()
    await expect(shown.getByLabel('Nota al criterio C2')).toHaveValue('Non l’ha fatto ripetere')
    await expect(shown.getByRole('radio', { name: /Fare in autonomia/ })).toBeChecked()
    await expect(shown.getByLabel('Una cosa fatta bene')).toHaveValue(texts['Una cosa fatta bene'])
  }
  await page.reload()
  await expectAll(page)
  await page.getByRole('button', { name: 'Esci' }).click()
  const again = await signedInAs('formatore')
  await again.goto('/osservazioni')
  await again.getByRole('region', { name: 'Schede da finire' }).getByRole('link').click()
  await expect(again).toHaveURL(address)
  await expectAll(again)
  await discard(again)
})

test('without network the page says so and keeps trying; what was written arrives, once', async ({
  signedInAs,
  server,
}) => {
  const page = await signedInAs('formatore')
  await begin(page, 'operatore')
  await page.context().setOffline(true)
  await choose(page, 'C1', 'partly')
  await page.getByLabel('Una cosa da cambiare').fill('Presentarsi prima')
  await expect(page.getByRole('status').filter({ hasText: 'Solo su questa pagina, manca la rete' })).toBeVisible()
  await page.context().setOffline(false)
  await expectSaved(page)
  const body = JSON.parse(value(server.databaseFile, 'SELECT body FROM ObservationDraft WHERE id = ?', idOf(page)))
  expect(body).toMatchObject({ change: 'Presentarsi prima', ratings: { C1: { rating: 'partly' } } })
  await discard(page)
})

test('two windows: the second is told, sees both states, and decides', async ({ signedInAs, server }) => {
  const page = await signedInAs('formatore')
  await begin(page, 'operatore')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await page.getByLabel('Una cosa fatta bene').fill('Dalla prima finestra')
  await expectSaved(page)
  const stored = () =>
    JSON.parse(value(server.databaseFile, 'SELECT body FROM ObservationDraft WHERE id = ?', idOf(page))).strength
  expect(stored()).toBe('Dalla prima finestra')
  await other.getByLabel('Una cosa fatta bene').fill('Dalla seconda')
  const alert = other.getByRole('alert')
  await expect(alert).toContainText('in un’altra finestra')
  await expect(alert.getByRole('row', { name: /Una cosa fatta bene/ })).toContainText('Dalla prima finestra')
  expect(stored()).toBe('Dalla prima finestra')
  await other.getByRole('button', { name: 'Salva quello che vedi qui' }).click()
  await expectSaved(other)
  expect(stored()).toBe('Dalla seconda')
  await other.close()
  await page.reload()
  await discard(page)
})

test('a name’s code is refused beside the field while the rest is saved; a telephone number is warned of', async ({
  signedInAs,
  server,
}) => {
  const page = await signedInAs('formatore')
  await begin(page, 'operatore')
  await page.getByLabel('Una cosa fatta bene').fill('Segue RSSMRA80A01H501U')
  await page.getByLabel('Una cosa da cambiare').fill('Chiamare il 333 1234567')
  await expect(page.getByText(/Sembra un numero di telefono/)).toBeVisible()
  await expect(page.getByText(/Togli il codice fiscale/)).toBeVisible()
  await expect(page.getByText('Non salvata in parte. Correggi: Una cosa fatta bene')).toBeVisible()
  await page.getByLabel('Una cosa fatta bene').fill('Segue bene')
  await expectSaved(page)
  const body = value(server.databaseFile, 'SELECT body FROM ObservationDraft WHERE id = ?', idOf(page))
  expect(JSON.parse(body)).toMatchObject({ strength: 'Segue bene', change: 'Chiamare il 333 1234567' })
  await discard(page)
})

test('without script: begun, saved by its button, refused with all that is missing, signed', async ({ signedInAs }) => {
  const page = await signedInAs('formatore', { javaScriptEnabled: false })
  await begin(page, 'operatore')
  await choose(page, 'C1', 'partly')
  await page.getByRole('button', { name: 'Salva la bozza' }).click()
  await expect(page.getByText('La bozza è salvata.')).toBeVisible()
  await expect(mark(page, 'C1', 'partly').getByRole('radio')).toBeChecked()
  await page.getByRole('button', { name: 'Vai alla firma' }).click()
  const summary = page.getByRole('alert')
  await expect(summary).toContainText('Per firmare manca ancora qualcosa')
  await expect(summary.getByRole('link')).toHaveCount(14)
  await fillRest(page)
  await choose(page, 'C3', 'notMet')
  await page.getByRole('button', { name: 'Vai alla firma' }).click()
  // Without script nothing opened by itself: the answer has opened it.
  await page.getByLabel('Nota al criterio C3').fill('Un esonero è stato detto prima della verifica')
  await page.getByRole('button', { name: 'Vai alla firma' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/non vale per il modulo$/)
  await page.getByLabel('La tua password').fill('sbagliata')
  await page.getByRole('button', { name: 'Firma la scheda' }).click()
  await expect(page.getByText('La password non è giusta').first()).toBeVisible()
  await page.getByLabel('La tua password').fill(demoPassword)
  await page.getByRole('button', { name: 'Firma la scheda' }).click()
  await expect(page).toHaveURL(/\?fatto=firmata$/)
})

test('with the keyboard alone, from the form to the signature', async ({ signedInAs }) => {
  const page = await signedInAs('formatore')
  await begin(page, 'operatore')
  await expect(page.getByText('L’azione concordata la volta scorsa')).toBeVisible()
  for (const id of ten) {
    await tabTo(page, `ratings.${id}.rating`)
    await page.keyboard.press('Space')
  }
  await tabTo(page, 'level')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  for (const [name, text] of [
    ['strength', 'Accoglie'],
    ['change', 'Riassumere'],
    ['action', 'Rileggere'],
    ['actionOn', '16/12/2030'],
  ] as const) {
    await tabTo(page, name)
    await page.keyboard.type(text)
  }
  await tabTo(page, 'intent')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/firma$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/vale per il modulo$/)
  await tabTo(page, 'password')
  await page.keyboard.type(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?fatto=firmata$/)
})

test('signed twice at the same moment there is one row; the second is told, and so is whoever comes later', async ({
  signedInAs,
  server,
}) => {
  const page = await signedInAs('formatore')
  await begin(page, 'operatore')
  for (const id of ten) await choose(page, id, 'met')
  await fillRest(page)
  await page.getByRole('button', { name: 'Vai alla firma' }).click()
  await expect(page).toHaveURL(/\/firma$/)
  const id = idOf(page)
  const before = rows(server.databaseFile, 'SELECT id FROM Observation').length
  const trainer = await enter(server.baseURL, 'formatore')
  const form = { password: demoPassword, revision: await page.locator('input[name="revision"]').inputValue() }
  const both = await Promise.all([1, 2].map(() => post(trainer, `/osservazioni/${id}/firma`, form)))
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  expect((await post(trainer, `/osservazioni/${id}/firma`, form)).status).toBe(409)
  expect(rows(server.databaseFile, 'SELECT id FROM Observation')).toHaveLength(before + 1)
  expect(rows(server.databaseFile, 'SELECT id FROM ObservationDraft WHERE id = ?', id)).toEqual([])
  expect((await get(trainer, `/osservazioni/${id}/compila`)).status).toBe(404)
})

/** The label of a mark: what a finger touches. */
function mark(page: Page, criterion: string, rating: string): Locator {
  return page
    .locator('label.r-opt')
    .filter({ has: page.locator(`[name="ratings.${criterion}.rating"][value="${rating}"]`) })
}

async function choose(page: Page, criterion: string, rating: string) {
  await mark(page, criterion, rating).getByRole('radio').check()
}

async function begin(page: Page, email: string) {
  await page.goto('/osservazioni/nuova')
  await page.getByLabel('Chi osservi').fill(`${email}@rotta.example`)
  await page.getByRole('button', { name: 'Cerca la persona' }).click()
  await page.getByRole('link', { name: /primo appuntamento/ }).click()
  await page.getByRole('radio', { name: /Simulazione/ }).check()
  await page.getByRole('button', { name: 'Comincia la scheda' }).click()
  await expect(page).toHaveURL(/\/compila$/)
  await expect(page.getByRole('heading', { name: 'Criteri', level: 2 }).first()).toBeVisible()
}

/** Whatever is still missing of a form whose first criteria are marked. */
async function fillRest(page: Page) {
  for (const id of ten) {
    const given = page.locator(`[name="ratings.${id}.rating"]:checked`)
    if ((await given.count()) === 0) await choose(page, id, 'met')
  }
  await page.getByRole('radio', { name: /Fare con verifica/ }).check()
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label).fill(text)
  await page.getByLabel('Entro il').fill('16/12/2030')
}

async function expectSaved(page: Page) {
  await page.getByRole('heading', { level: 1 }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Salvata alle/ })).toBeVisible({ timeout: 15_000 })
}

async function discard(page: Page) {
  await page.getByRole('button', { name: 'Elimina la bozza' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Elimina la bozza' }).click()
  await expect(page.getByText('La bozza è eliminata.')).toBeVisible()
}

function idOf(page: Page): string {
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Presses Tab until a field of this name has the focus, and sees that it is shown. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const shown = element?.closest('.r-opt') ?? element
      const bar = document.querySelector('.r-bar')?.getBoundingClientRect().top ?? window.innerHeight
      const { top, bottom } = shown?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
      const { outlineStyle, outlineWidth } = getComputedStyle(shown ?? document.body)
      return {
        name: element?.getAttribute('name') ?? '',
        outline: `${outlineStyle} ${outlineWidth}`,
        hidden: top >= bar || bottom <= 0,
      }
    })
    if (focused.name !== name) continue
    expect(focused).toEqual({ name, outline: 'solid 3px', hidden: false })
    return
  }
  throw new Error(`Tab did not reach ${name}`)
}
