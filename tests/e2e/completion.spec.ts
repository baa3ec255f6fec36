import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { test as base, demoPassword, expect, servedFrom } from './fixtures'
import { answerRightly, lessonsOf } from './right-answers'
import type { Served } from './serve'
import { change, value } from './served-database'

/** The smallest module that has every kind of evidence: lessons, a test, a register, practice, an observation. */
const slug = 'dati-personali-comportamento-sicurezza'
const title = 'Dati personali, comportamento, sicurezza'
const learner = { firstName: 'Zoë', lastName: 'D’Àvola', email: 'zoe.davola@rotta.example' }
const name = `${learner.firstName} ${learner.lastName}`
const today = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
}).format(new Date())

// A server of its own, so that the Cabina counts this learner alone.
const test = base.extend<object, { server: Served }>({
  server: servedFrom(() => ({ template: process.env.ROTTA_E2E_DATABASE ?? '' })),
})

test('six people complete a module, from the enrolment to the Cabina', async ({ signedInAs, page, server }) => {
  test.setTimeout(300_000)
  addLearner(server.databaseFile)

  const manager = await signedInAs('gestore')
  await manager.goto('/gestione/iscrizioni')
  await manager
    .getByRole('searchbox')
    .or(manager.getByLabel(/nome|cognome/i))
    .first()
    .fill(learner.lastName)
  await manager.getByRole('button', { name: /cerca/i }).first().click()
  await manager
    .getByRole('button', { name: /iscrivi/i })
    .first()
    .click()
  await expect(manager.getByRole('heading', { level: 1 })).toContainText(name)

  await page.goto('/accedi')
  await page.getByLabel('E-mail').or(page.getByLabel('Email')).fill(learner.email)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Accedi' }).click()
  await expect(page).not.toHaveURL(/accedi/)
  await page.goto(`/moduli/${slug}/lezioni/${lessonsOf(slug)[0]}`)
  for (let lesson = 1; lesson <= lessonsOf(slug).length; lesson += 1) {
    await expect(page.getByText(`Lezione ${lesson} di ${lessonsOf(slug).length}`)).toBeVisible()
    await page.getByRole('button', { name: 'Segna come letta e continua' }).click()
  }
  await page.goto(`/moduli/${slug}/test`)
  await page.getByRole('button', { name: 'Inizia il test' }).click()
  await answerRightly(page, slug)
  await page.getByRole('button', { name: 'Consegna il test' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hai superato il test')
  await page.goto('/pratica')
  await page.getByLabel('Modulo', { exact: true }).selectOption({ label: title })
  await page.getByLabel('Giorno').fill(today)
  await page.getByLabel('Quante ore').fill('2')
  await page.getByLabel('Con chi eri').selectOption('operatore')
  await page.getByRole('button', { name: 'Annota le ore' }).click()
  await expect(page.getByRole('status').first()).toBeVisible()

  const trainer = await signedInAs('formatore')
  await trainer.goto('/pratica/convalida')
  await trainer
    .getByRole('checkbox', { name: /D’Àvola|2\u00a0h/ })
    .first()
    .check()
  await trainer
    .getByRole('button', { name: /Convalida/ })
    .first()
    .click()
  await expect(trainer.getByRole('status').first()).toBeVisible()
  await signRegister(trainer)
  await observe(trainer)

  await page.goto('/osservazioni')
  await page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await page
    .getByRole('radio', { name: /Ho letto l’osservazione/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Registra la presa visione' }).click()
  await expect(page.getByRole('status').first()).toBeVisible()
  await page.goto(`/moduli/${slug}`)
  await expect(page.getByText(`Completato il ${today}`)).toBeVisible()

  const centre = await signedInAs('responsabile')
  await centre.goto('/centro')
  await centre.getByRole('link', { name }).click()
  await expect(centre.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(centre.getByText(`Completato il ${today}`).first()).toBeVisible()

  const seat = await signedInAs('direttore')
  await seat.goto(`/cabina?modulo=${slug}`)
  await expect(seat.getByRole('heading', { level: 1 })).toHaveText(
    `1 Navigator su 329 ha completato il modulo «${title}»`,
  )
  await seat.getByRole('link', { name: /^1 Como, completati/ }).click()
  await expect(seat.getByRole('heading', { level: 1 })).toHaveText(`1 Navigator ha completato il modulo «${title}»`)
  await seat.getByRole('link', { name }).click()
  await expect(seat.getByRole('heading', { level: 1 })).toHaveText(/^Zoë D’Àvola: 1 modulo completato su \d+$/)
  await seat.getByText(/^Dati personali, comportamento, sicurezza \(\d+\)$/).click()
  await expect(seat.getByRole('row', { name: /Ore in aula a distanza\s+1\sh\s+Elena Tiravanti/ })).toBeVisible()
  await expect(seat.getByRole('row', { name: /Ore sul lavoro\s+2\sh\s+Elena Tiravanti/ })).toBeVisible()
  expect(await seat.locator('main').textContent()).not.toMatch(/rispost|punteggio|autonomia/i)
  const looked = "SELECT count(*) FROM AuditEntry WHERE action = 'progress.read-named'"
  expect(value<number>(server.databaseFile, looked)).toBe(2)

  // A colleague of the same centre sees nothing of it.
  const colleague = await signedInAs('operatore')
  const address = new URL(seat.url()).pathname
  expect((await colleague.goto(address))?.status()).toBe(403)
  const observation = value<string>(server.databaseFile, 'SELECT id FROM Observation')
  expect((await colleague.goto(`/osservazioni/${observation}`))?.status()).toBe(404)
})

async function signRegister(trainer: Page) {
  await trainer.goto('/aula')
  await trainer.getByRole('button', { name: 'Inizia un registro' }).click()
  await trainer.getByLabel('Modulo', { exact: true }).selectOption({ label: title })
  await trainer.getByLabel('Come si è tenuto').selectOption('remote')
  await trainer.getByLabel('Data').fill(today)
  await trainer.getByLabel('Inizio').fill('0.00')
  await trainer.getByLabel('Fine').fill('1.00')
  await trainer.getByLabel('Aggiungi una persona').fill(learner.lastName)
  await trainer.getByRole('button', { name: 'Cerca la persona' }).click()
  await trainer.getByRole('button', { name: `Aggiungi ${name}` }).click()
  await expect(trainer.getByLabel(`Minuti di ${name}`)).toHaveValue('60')
  await trainer.getByLabel('La tua password').fill(demoPassword)
  await trainer.getByRole('button', { name: 'Firma il registro' }).click()
  await expect(trainer.getByRole('status').filter({ hasText: 'Il registro è firmato' })).toBeVisible()
}

async function observe(trainer: Page) {
  await trainer.goto('/osservazioni/nuova')
  await trainer.getByLabel('Chi osservi').fill(learner.email)
  await trainer.getByRole('button', { name: 'Cerca la persona' }).click()
  await trainer.getByRole('link', { name: new RegExp(title) }).click()
  await trainer.getByRole('radio', { name: /Simulazione/ }).check()
  await trainer.getByRole('button', { name: 'Comincia la scheda' }).click()
  await expect(trainer).toHaveURL(/\/compila$/)
  const { criteria } = parse(readFileSync(`content/modules/${slug}/form.yaml`, 'utf8'))
  for (const { id, navigator } of criteria as { id: string; navigator?: string }[]) {
    if (navigator) await trainer.locator(`[name="ratings.${id}.rating"][value="met"]`).check()
  }
  await trainer.getByRole('radio', { name: /Fare in autonomia/ }).check()
  await trainer.getByLabel('Una cosa fatta bene').fill('Ha chiesto solo i dati che servivano')
  await trainer.getByLabel('Una cosa da cambiare').fill('Chiudere lo schermo quando si alza')
  await trainer.getByLabel('L’azione che avete concordato').fill('Rileggere la scheda del modulo')
  await trainer.getByLabel('Entro il').fill('16/12/2030')
  await trainer.getByRole('button', { name: 'Vai alla firma' }).click()
  await trainer.getByLabel('La tua password').fill(demoPassword)
  await trainer.getByRole('button', { name: 'Firma la scheda' }).click()
  await expect(trainer).toHaveURL(/\?fatto=firmata$/)
}

/** A Navigator of Como who nobody has enrolled yet, with the demo's password. */
function addLearner(file: string) {
  const id = randomUUID()
  const now = '2019-07-22T08:00:00.000+00:00'
  change(
    file,
    `INSERT INTO Person (id, email, firstName, lastName, surnameKey, firstNameKey, profile, homeEntryId, passwordHash, createdAt)
     SELECT ?, ?, ?, ?, 'davola zoe', 'zoe davola', 'navigator', 'CO.cpi-como', passwordHash, ? FROM Person
     WHERE email = 'navigator@rotta.example'`,
    id,
    learner.email,
    learner.firstName,
    learner.lastName,
    now,
  )
  change(
    file,
    `INSERT INTO RoleAssignment (id, personId, role, scopeKind, scopeId, startsOn, createdAt)
     VALUES (?, ?, 'learner', 'entry', 'CO.cpi-como', '2019-01-01', ?)`,
    randomUUID(),
    id,
    now,
  )
}
