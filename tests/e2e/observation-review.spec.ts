import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
import { parse } from 'yaml'
import { demoPassword } from './fixtures'
import { test } from './own-server'
import { type Caller, enter, get } from './plain-requests'
import { dataPath } from './secrets'
import { addPerson, value } from './served-database'

const slug = 'primo-appuntamento'
const words = {
  note: 'Un esonero è stato anticipato alla persona',
  strength: 'Ha dato il tempo di rispondere',
  change: 'Riassumere prima di chiudere',
  action: 'Rileggere la scheda della fase 3',
  disagreement: 'L’esonero lo ha detto l’operatore, non io',
  decision: 'Ha ragione: lo ha detto l’operatore',
}

test.use({ actionTimeout: 10_000 })

test('signed, disagreed with, overturned by a second trainer: the plan no longer counts it, nobody else read a note', async ({
  browser,
  served,
}) => {
  test.setTimeout(300_000)
  const { baseURL, databaseFile } = served
  addPerson(databaseFile, { name: 'seconda', role: 'trainer' })
  const trainer = await signedIn(browser, baseURL, 'formatore')
  const learner = await signedIn(browser, baseURL, 'navigator')
  const second = await signedIn(browser, baseURL, 'seconda')
  const manager = await signedIn(browser, baseURL, 'responsabile')
  const callers = await enterAll(baseURL)

  // Her own view, before; only hers.
  await learner.goto(`/moduli/${slug}`)
  await learner.getByRole('link', { name: 'Fai l’autovalutazione' }).click()
  await rateMyself(learner, 'Con aiuto')

  for (const _ of [1, 2]) await sign(trainer, databaseFile)
  await expect(trainer.getByRole('status')).toContainText('L’osservazione è firmata')
  const id = /osservazioni\/([^?]+)/.exec(trainer.url())?.[1] ?? ''
  const digest = value(databaseFile, 'SELECT digest FROM Observation WHERE id = ?', id)
  await expect(trainer.getByText(digest)).toBeVisible()

  await learner.goto('/piano')
  await expect(learner.getByText('Requisito raggiunto')).toBeVisible()
  await expect(learner.getByText('2 osservazioni su di te aspettano la presa visione')).toBeVisible()
  await learner.goto(`/osservazioni/${id}`)
  await expect(learner.getByRole('heading', { level: 1 })).toContainText('vale per il modulo')
  await expect(learner.getByText(words.strength)).toBeVisible()
  await learner.getByText('Che cosa si guarda nel criterio C1', { exact: true }).click()
  await expect(learner.getByText(firstCriterion().met)).toBeVisible()
  await learner.getByRole('radio', { name: /non sono d’accordo/ }).check()
  await learner.getByRole('button', { name: 'Registra la presa visione' }).click()
  await expect(learner.getByRole('alert')).toBeFocused()
  await expect(learner.getByRole('alert')).toContainText('Scrivi perché non sei d’accordo')
  await expectAccessible(learner)
  await learner.getByLabel('Perché non sei d’accordo').fill(words.disagreement)
  await learner.getByRole('button', { name: 'Registra la presa visione' }).click()
  await expect(learner.getByRole('status')).toContainText('sarà riesaminata')
  await learner.goto('/piano')
  await expect(learner.getByText('Requisito raggiunto')).toBeVisible()

  // Outcome and level for who is responsible of the centre; for whoever has no part in it, nothing.
  await manager.goto(`/osservazioni/${id}`)
  await expect(manager.getByText('si ferma soltanto l’attestato')).toBeVisible()
  await expect(manager.getByText('Fare con verifica')).toBeVisible()
  await expectAccessible(manager)
  await expectNoNotes(callers, id)

  await trainer.goto('/osservazioni/riesami')
  await expect(trainer.getByRole('heading', { name: 'Nessuna osservazione da riesaminare' })).toBeVisible()
  await second.goto('/osservazioni')
  await second.getByRole('link', { name: 'Osservazioni da riesaminare' }).click()
  await second.getByRole('link', { name: /Giulia Ferrante/ }).click()
  await expect(second.getByText(words.disagreement)).toBeVisible()
  await expectAccessible(second)
  await second.getByRole('radio', { name: /Annullo l’osservazione/ }).check()
  await second.getByLabel('Perché', { exact: true }).fill(words.decision)
  await second.getByLabel('La tua password').fill(demoPassword)
  await second.getByRole('button', { name: 'Firma il riesame' }).click()
  await expect(second.getByRole('status')).toContainText('Il riesame è registrato')
  await expect(second.getByRole('heading', { level: 1 })).toContainText('è stata annullata')

  await learner.goto('/piano')
  await expect(learner.getByText('1 di 2 raggiunta')).toBeVisible()
  await expect(learner.getByText('Requisito raggiunto')).toHaveCount(0)
  await learner.goto(`/osservazioni/${id}`)
  await expect(learner.getByText(words.decision).first()).toBeVisible()
  await expectNoNotes(callers, id)

  // Side by side, once signed.
  await learner.goto(`/moduli/${slug}/autovalutazione`)
  await expect(learner.getByRole('row', { name: /C3/ }).getByRole('cell').first()).toHaveText('Con aiuto')
  await expect(learner.getByRole('row', { name: /C3/ }).getByRole('cell').nth(1)).toHaveText('Raggiunto')
  await expectAccessible(learner)
  await rateMyself(learner, 'Con sicurezza')
  await expect(learner.getByRole('row', { name: /C3/ }).getByRole('cell').nth(1)).toHaveText('Con sicurezza')
})

test('the printed receipt: the whole observation and its digests, no form, no menu, nothing wider than the sheet', async ({
  browser,
  served,
}) => {
  const trainer = await signedIn(browser, served.baseURL, 'formatore')
  await sign(trainer, served.databaseFile)
  const learner = await signedIn(browser, served.baseURL, 'navigator')
  for (const page of [trainer, learner]) {
    await page.goto(trainer.url().replace(/\?.*/, ''))
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 700, height: 990 })
    await expect(page.getByRole('heading', { name: 'Ricevuta' })).toBeVisible()
    for (const shown of ['Giulia Ferrante', 'Elena Tiravanti', words.strength, words.action, 'Impronta (SHA-256)']) {
      await expect(page.getByRole('main').getByText(shown).first()).toBeVisible()
    }
    for (const hidden of [
      page.getByRole('button'),
      page.getByRole('radio'),
      page.getByRole('link', { name: 'Correggi o annulla' }),
      page.getByText('Che cosa si guarda'),
    ]) {
      expect(await hidden.filter({ visible: true }).count()).toBe(0)
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider).toBeLessThanOrEqual(0)
  }
})

test('without script: read, acknowledged, and rated by oneself', async ({ browser, served }) => {
  const trainer = await signedIn(browser, served.baseURL, 'formatore')
  await sign(trainer, served.databaseFile)
  const learner = await signedIn(browser, served.baseURL, 'navigator', { javaScriptEnabled: false })
  await learner.goto('/piano')
  await learner.getByRole('link', { name: /Primo appuntamento», \d\d/ }).click()
  await learner.getByRole('radio', { name: 'Ho letto l’osservazione La' }).check()
  await learner.getByRole('button', { name: 'Registra la presa visione' }).click()
  await expect(learner.getByRole('status')).toContainText('La presa visione è registrata.')
  await expect(learner.getByRole('radio')).toHaveCount(0)
  await learner.goto(`/moduli/${slug}/autovalutazione`)
  await rateMyself(learner, 'Con sicurezza')
})

async function signedIn(browser: Browser, baseURL: string, name: string, options = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'it-IT', timezoneId: 'Europe/Rome', ...options })
  const form = { email: `${name}@rotta.example`, password: demoPassword }
  expect((await context.request.post('/accedi', { form, maxRedirects: 0 })).status()).toBe(303)
  return context.newPage()
}

/** A simulation whose every criterion is met but one, written and signed by the trainer's own pages. */
async function sign(trainer: Page, databaseFile: string) {
  const enrolment = value(
    databaseFile,
    `SELECT Enrolment.id FROM Enrolment JOIN Person ON Person.id = personId WHERE email = 'navigator@rotta.example'`,
  )
  await trainer.goto(`/osservazioni/nuova?iscrizione=${enrolment}&modulo=${slug}`)
  await trainer.getByRole('radio', { name: /Simulazione/ }).check()
  await trainer.getByRole('button', { name: /la scheda$/ }).click()
  await expect(trainer.getByRole('button', { name: 'Vai alla firma' })).toBeVisible()
  for (const criterion of await trainer.locator('fieldset.r-crit').all()) {
    await criterion.getByRole('radio', { name: 'Raggiunto', exact: true }).check()
    const note = criterion.getByRole('textbox')
    if (await note.isVisible()) await note.fill(words.note)
  }
  await trainer.getByRole('radio', { name: /Fare con verifica/ }).check()
  await trainer.getByLabel('Una cosa fatta bene').fill(words.strength)
  await trainer.getByLabel('Una cosa da cambiare').fill(words.change)
  await trainer.getByLabel(/azione che avete concordato/).fill(words.action)
  await trainer.getByLabel('Entro il').fill('15/01/2030')
  const earlier = trainer.getByRole('radio', { name: 'Fatta', exact: true })
  if (await earlier.count()) await earlier.check()
  await trainer.getByRole('button', { name: 'Vai alla firma' }).click()
  await trainer.getByLabel('La tua password').fill(demoPassword)
  await trainer.getByRole('button', { name: /Firma/ }).click()
  await expect(trainer).toHaveURL(/fatto=firmata/)
}

/** On a phone and on a desk: no violation, no id twice, nothing wider than the screen. */
async function expectAccessible(page: Page) {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider).toBeLessThanOrEqual(0)
  }
}

async function rateMyself(learner: Page, rating: string) {
  await expect(learner.getByRole('button', { name: 'Registra l’autovalutazione' })).toBeVisible()
  for (const choice of await learner.getByRole('radio', { name: rating, exact: true }).all()) await choice.check()
  await learner.getByRole('button', { name: 'Registra l’autovalutazione' }).click()
  await expect(learner.getByRole('status')).toContainText('L’autovalutazione è registrata.')
}

const strangers = ['responsabile', 'operatore', 'gestore', 'direttore', 'vicario', 'anpal', 'admin'] as const
type Callers = { others: Caller[]; author: Caller; learner: Caller }

async function enterAll(baseURL: string): Promise<Callers> {
  return {
    others: await Promise.all(strangers.map((name) => enter(baseURL, name))),
    author: await enter(baseURL, 'formatore'),
    learner: await enter(baseURL, 'navigator'),
  }
}

/** No page and no data of anybody but learner, author and reviewer has a note, a feedback or a self-assessment. */
async function expectNoNotes({ others, author, learner }: Callers, id: string) {
  const secrets = Object.values(words)
  for (const caller of others) {
    for (const path of [`/osservazioni/${id}`, '/osservazioni', `/moduli/${slug}/autovalutazione`, `/moduli/${slug}`]) {
      for (const address of [path, dataPath(path)]) {
        const { body } = await get(caller, address)
        expect(
          secrets.filter((secret) => body.includes(secret)),
          address,
        ).toEqual([])
        // The form itself has the word; what anybody chose would stand in the data.
        if (address.includes('.data')) expect(body.includes('withHelp'), address).toBe(false)
      }
    }
  }
  // What is looked for is found where it may be.
  for (const caller of [author, learner]) {
    const { body } = await get(caller, dataPath(`/osservazioni/${id}`))
    expect(body).toContain(words.strength)
  }
  const own = dataPath(`/moduli/${slug}/autovalutazione`)
  expect((await get(learner, own)).body).toContain('withHelp')
  expect((await get(author, own)).body).not.toContain('withHelp')
}

/** The first criterion of the form, as the content says it. */
function firstCriterion(): { met: string } {
  return parse(readFileSync(`content/modules/${slug}/form.yaml`, 'utf8')).criteria[0]
}
