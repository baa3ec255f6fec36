import { writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { demoPassword, expect, test } from './fixtures'

test('from a new person to their first sign-in: data, role, one-time link, password', async ({
  signedInAs,
  browser,
  baseURL,
}) => {
  const admin = await signedInAs('admin')
  await admin.goto('/amministrazione/persone/nuova')
  await admin.getByLabel('Nome', { exact: true }).fill('Niccolò')
  await admin.getByLabel('Cognome').fill('D’Àngelo')
  await admin.getByLabel('Indirizzo email di lavoro').fill('niccolo.dangelo@ente.example')
  await admin.getByLabel('Profilo').selectOption('navigator')
  await admin.getByLabel('Sede').selectOption({ label: 'CPI Cantù' })
  await admin.getByRole('button', { name: /Aggiungi/ }).click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Niccolò D’Àngelo')

  await admin.getByText('Dai un ruolo', { exact: true }).click()
  const roles = admin.getByRole('region', { name: 'Ruoli' })
  await roles.getByLabel('Ruolo', { exact: true }).selectOption('learner')
  await roles.getByLabel('La tua password').fill('non è questa')
  await roles.getByRole('button', { name: 'Dai il ruolo' }).click()
  await expect(roles.getByRole('alert')).toContainText('La password non è giusta')
  await roles.getByLabel('La tua password').fill(demoPassword)
  await roles.getByRole('button', { name: 'Dai il ruolo' }).click()
  await expect(roles.getByRole('table')).toContainText('CPI Cantù')

  const access = admin.getByRole('region', { name: 'Accesso' })
  await access.getByLabel('La tua password').first().fill(demoPassword)
  await access.getByRole('button', { name: /^Crea .*link/ }).click()
  const link = await access.getByLabel('Link per scegliere la password').inputValue()
  expect(link).toMatch(/\/imposta-password\/[\w-]{43}$/)
  const path = new URL(link).pathname

  const context = await browser.newContext({ baseURL })
  const person = await context.newPage()
  await person.goto(path)
  await person.getByLabel('Nuova password', { exact: true }).fill('una frase che ricordo bene')
  await person.getByLabel('Ripeti la nuova password').fill('una frase che ricordo bene')
  await person.getByRole('button', { name: 'Salva la password' }).click()
  await expect(person).toHaveURL('/accedi?fatto=password')
  await person.getByLabel('Indirizzo email di lavoro').fill('niccolo.dangelo@ente.example')
  await person.getByLabel('Password', { exact: true }).fill('una frase che ricordo bene')
  await person.getByRole('button', { name: 'Accedi' }).click()
  await expect(person.getByRole('heading', { level: 1 })).toHaveText('Ciao, Niccolò')
  expect((await context.request.get(path)).status()).toBe(404)

  // Deactivation ends the session at once.
  await admin.getByRole('button', { name: 'Disattiva la persona' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('La tua password').fill(demoPassword)
  await dialog.getByRole('button', { name: /Disattiva/ }).click()
  await expect(admin.getByRole('button', { name: /^Riattiva/ })).toBeVisible()
  await person.goto('/profilo')
  await expect(person).toHaveURL('/accedi?ritorno=%2Fprofilo')
  await context.close()

  // Found by the beginning of the surname, typed without accent and apostrophe.
  await admin.goto('/amministrazione/persone')
  await admin.getByLabel('Cerca una persona').fill('dangelo')
  await admin.getByRole('button', { name: 'Cerca la persona' }).click()
  await expect(admin.getByRole('link', { name: 'Niccolò D’Àngelo' })).toBeVisible()
  expect(admin.url()).not.toContain('dangelo')
})

test('two people edit the same person: the second sees both states, and nothing is overwritten', async ({
  signedInAs,
}) => {
  const [first, second] = [await signedInAs('admin'), await signedInAs('admin')]
  for (const page of [first, second]) {
    await page.goto('/amministrazione/persone')
    await page.getByRole('link', { name: 'Paolo Redamagni' }).click()
    await page.getByText('Modifica i dati', { exact: true }).click()
  }
  await first.getByLabel('Nome', { exact: true }).fill('Paolino')
  await first.getByRole('button', { name: 'Salva i dati' }).click()
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Paolino Redamagni')
  await second.getByLabel('Nome', { exact: true }).fill('Paoletto')
  const answer = second.waitForResponse((response) => response.request().method() === 'POST')
  await second.getByRole('button', { name: 'Salva i dati' }).click()
  expect((await answer).status()).toBe(409)
  await expect(second.getByText('Paolino').first()).toBeVisible()
  await expect(second.getByLabel('Nome', { exact: true })).toHaveValue('Paoletto')
  await first.reload()
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Paolino Redamagni')
})

test('a list is checked first and imported whole, or not at all', async ({ signedInAs, server }, testInfo) => {
  const page = await signedInAs('admin')
  const count = () => {
    const database = new Database(server.databaseFile, { readonly: true })
    const people = database.prepare('SELECT count(*) FROM Person').pluck().get()
    database.close()
    return people as number
  }
  const before = count()
  const check = async (name: string, content: string | Buffer) => {
    const file = testInfo.outputPath(name)
    writeFileSync(file, content)
    await page.goto('/amministrazione/importa')
    await page.getByLabel('File CSV').setInputFiles(file)
    await page.getByRole('button', { name: 'Controlla il file' }).click()
  }
  const header = 'email;nome;cognome;profilo;sede;ruolo;ambito;dal'
  await check('sbagliato.csv', `${header}\nuno@ente.example;Uno;Nuovo;navigator;CPI Albno;in formazione;;01/10/2019\n`)
  await expect(page.getByRole('main')).toContainText('CPI Albino')
  await expect(page.getByRole('button', { name: /Importa/ })).toHaveCount(0)
  expect(count()).toBe(before)

  const rows = [
    'due@ente.example;Però;"Nuova\nRossi";navigator;CPI Albino;in formazione;;01/10/2019',
    'tre@ente.example;Tre;Nuovo;;;;;',
  ]
  const latin1 = Buffer.from([header, ...rows].join('\r\n'), 'latin1')
  await check('giusto.csv', latin1)
  expect(count()).toBe(before)
  await page.getByLabel('La tua password').fill(demoPassword)
  await page.getByRole('button', { name: /Importa/ }).click()
  await expect(page.getByRole('status').filter({ hasText: /import|aggiunt/i })).toBeVisible()
  expect(count()).toBe(before + 2)
  await page.goto('/amministrazione/registro')
  await expect(page.getByRole('table')).toContainText(/import/i)
})

test('the list of people and the log come as files, and asking for them is written down', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  await page.goto('/amministrazione/persone')
  const [people] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Scarica l’elenco/ }).click(),
  ])
  expect(people.suggestedFilename()).toMatch(/\.csv$/)
  await page.goto('/amministrazione/registro')
  await expect(page.getByRole('table')).toContainText(/esport|scaricat/i)
})
