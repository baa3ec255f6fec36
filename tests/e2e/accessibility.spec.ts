import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { demoPath } from './demo-paths'
import { type DemoName, expect, test } from './fixtures'

const widths = [320, 768, 1280]

/** One address for each type of page, and who looks at it. */
const pages: [string, DemoName | undefined][] = [
  ['/', undefined],
  ['/accedi', undefined],
  ['/guida', undefined],
  ['/guida/fasi/1', undefined],
  ['/guida/fasi/5', undefined],
  ['/guida/attivita/F5.3', undefined],
  ['/guida/attivita/F5.C4', undefined],
  ['/guida/ulteriori-attivita', undefined],
  ['/glossario', undefined],
  ['/fonti', undefined],
  ['/cerca', undefined],
  ['/cerca?q=assenza', undefined],
  ['/cerca?q=zzzzzz', undefined],
  ['/cerca?q=far+firmare+il+patto', 'navigator'],
  ['/guida/attivita/F5.1', 'navigator'],
  ['/come-usare-rotta', undefined],
  ['/come-usare-rotta', 'formatore'],
  ['/come-usare-rotta/chi-impara', undefined],
  ['/come-usare-rotta/chi-forma', undefined],
  ['/come-usare-rotta/responsabile-di-centro', undefined],
  ['/come-usare-rotta/chi-gestisce-il-piano', undefined],
  ['/come-usare-rotta/cabina-di-regia', undefined],
  ['/come-usare-rotta/amministrazione', undefined],
  ['/storia', undefined],
  ['/privacy', undefined],
  ['/note-legali', undefined],
  ['/accessibilita', undefined],
  ['/non-esiste', undefined],
  ['/', 'navigator'],
  ['/profilo', 'navigator'],
  ['/amministrazione', 'navigator'],
  ['/amministrazione', 'admin'],
  ['/amministrazione/persone', 'admin'],
  ['/amministrazione/persone/nuova', 'admin'],
  ['/amministrazione/importa', 'admin'],
  ['/amministrazione/territorio', 'admin'],
  ['/amministrazione/registro', 'admin'],
  ['/piano', 'navigator'],
  ['/moduli/primo-appuntamento', 'navigator'],
  ['/moduli/primo-appuntamento/scheda', 'navigator'],
  ['/moduli/primo-appuntamento/lezioni/accogliere-e-spiegare', 'operatore'],
  ['/moduli/primo-appuntamento/test', 'navigator'],
  ['/moduli/primo-appuntamento/autovalutazione', 'operatore'],
  ['/osservazioni/riesami', 'formatore'],
  ['/moduli/primo-appuntamento/lezioni/presa-in-carico', 'formatore'],
  ['/sblocchi', 'formatore'],
  ['/formazione', 'formatore'],
  ['/centro', 'responsabile'],
  ['/centro/persone/:enrolment', 'responsabile'],
  ['/dossier', 'navigator'],
  ['/dossier', 'direttore'],
  ['/pratica', 'navigator'],
  ['/pratica/convalida', 'formatore'],
  ['/pratica/convalida?stato=convalidate', 'formatore'],
  ['/aula', 'navigator'],
  ['/aula', 'formatore'],
  ['/aula', 'gestore'],
  ['/osservazioni', 'formatore'],
  ['/osservazioni', 'navigator'],
  ['/osservazioni', 'responsabile'],
  ['/osservazioni/nuova', 'formatore'],
  ['/osservazioni/nuova?iscrizione=:enrolment', 'formatore'],
  ['/osservazioni/nuova?iscrizione=:enrolment&modulo=primo-appuntamento', 'formatore'],
  ['/gestione', 'gestore'],
  ['/gestione/piani/:in-force', 'gestore'],
  ['/gestione/piani/:in-force/moduli/primo-appuntamento', 'gestore'],
  ['/gestione/piani/:in-force/moduli/primo-appuntamento/anteprima', 'gestore'],
  ['/gestione/piani/:in-force/dimensionamento', 'gestore'],
  ['/gestione/iscrizioni', 'gestore'],
  ['/gestione/iscrizioni/gruppo', 'gestore'],
  ['/gestione/iscrizioni/:enrolment', 'gestore'],
  ['/cabina', 'direttore'],
  ['/cabina?profilo=operatore&provincia=CO', 'gestore'],
  ['/cabina/persone', 'direttore'],
  ['/cabina/persone/:enrolment', 'anpal'],
  ['/cabina/piani', 'direttore'],
  ['/cabina/piani/:under-review', 'direttore'],
  ['/cabina/piani/:under-review/differenze', 'direttore'],
  ['/cabina/piani/:under-review/testo', 'gestore'],
  ['/cabina/piani/:in-force/verbale', 'anpal'],
]

async function expectNoViolation(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
  expect(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    'an id names one thing: a field with `form` looks for it',
  ).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, 'nothing is wider than the screen').toBeLessThanOrEqual(0)
}

for (const [pattern, name] of pages) {
  test(`${pattern} for ${name ?? 'nobody'} has no violation`, async ({ page: anonymous, signedInAs, server }) => {
    const page = name ? await signedInAs(name) : anonymous
    const path = demoPath(server.databaseFile, pattern)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(path)
      await expectNoViolation(page)
    }
  })
}

test('the page of a person has no violation, its forms unfolded and its dialog open', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  await page.goto('/amministrazione/persone')
  await page.getByRole('table').getByRole('link', { name: 'Giulia Ferrante' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Giulia Ferrante')
  // Until its script runs the dialog is a fold as well: the others are counted once it is a button.
  await expect(page.getByRole('button', { name: 'Disattiva la persona' })).toBeVisible()
  for (const fold of await page.locator('main details > summary').all()) await fold.click()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoViolation(page)
  }
  await page.getByRole('button', { name: 'Disattiva la persona' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoViolation(page)
})

test('the report of a list with errors, and the people found, have no violation', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  await page.goto('/amministrazione/importa')
  const buffer = Buffer.from('email;nome;cognome;profilo;sede\nuno@ente.example;Uno;Nuovo;navigator;CPI Albno\n')
  await page.getByLabel('File CSV').setInputFiles({ name: 'persone.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Controlla il file' }).click()
  await expect(page.getByRole('main')).toContainText('CPI Albino')
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoViolation(page)
  }
  await page.goto('/amministrazione/persone')
  await page.getByLabel('Cerca una persona').fill('ferr')
  await page.getByRole('button', { name: 'Cerca la persona' }).click()
  await expect(page.getByRole('link', { name: 'Giulia Ferrante' })).toBeVisible()
  await expectNoViolation(page)
})

test('a refused form has no violation, and its summary has the focus', async ({ page }) => {
  await page.goto('/accedi')
  await page.getByRole('button', { name: 'Accedi' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoViolation(page)
  }
})

test('the observation form with what is missing, its notes and anchors unfolded, and its signature have no violation', async ({
  signedInAs,
  server,
}) => {
  test.slow()
  const page = await signedInAs('formatore')
  await page.goto(demoPath(server.databaseFile, '/osservazioni/nuova?iscrizione=:enrolment&modulo=primo-appuntamento'))
  await page.getByRole('radio', { name: /Simulazione/ }).check()
  await page.getByRole('button', { name: 'Comincia la scheda' }).click()
  await page.getByRole('button', { name: 'Vai alla firma' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await unfoldAll(page)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoViolation(page)
  }
  for (const met of await page.getByRole('radio', { name: 'Raggiunto', exact: true }).all()) await met.check()
  await page.getByRole('radio', { name: /Fare con verifica/ }).check()
  for (const label of ['Una cosa fatta bene', 'Una cosa da cambiare', 'L’azione che avete concordato']) {
    await page.getByLabel(label).fill('Parole')
  }
  await page.getByLabel('Entro il').fill('16/12/2030')
  await page.getByRole('button', { name: 'Vai alla firma' }).click()
  await expect(page).toHaveURL(/\/firma$/)
  await unfoldAll(page)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoViolation(page)
  }
})

async function unfoldAll(page: Page) {
  await page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '')
  })
}
