import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { test as base, type DemoName, demoPassword, expect, servedFrom } from './fixtures'
import { answerRightly, lessonsOf } from './right-answers'
import type { Served } from './serve'

// A server of its own, with people and no plan: the chain begins at its first link.
const test = base.extend<object, { server: Served }>({
  server: servedFrom((folder) => {
    const template = join(folder, 'people.db')
    execFileSync(process.execPath, ['build/server/cli.js', 'demo', 'load', '--solo-persone'], {
      env: { ...process.env, DATABASE_URL: `file:${template}`, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return { template }
  }),
})

/** The module that a learner meets first. */
const slug = (parse(readFileSync('content/plan.yaml', 'utf8')).modules as string[])[0] ?? ''

test('from a draft to a passed test, by five people', async ({ signedInAs }) => {
  test.setTimeout(300_000)

  const manager = await signedInAs('gestore')
  await manager.goto('/gestione')
  await expect(manager.getByRole('heading', { level: 1 })).toHaveText('Nessuna versione è ancora in vigore')
  await manager.getByRole('button', { name: 'Prepara una bozza' }).click()
  await expect(manager.getByRole('heading', { level: 1 })).toHaveText('Versione 1, bozza')
  await manager.getByLabel('La tua password').fill(demoPassword)
  await manager.getByRole('button', { name: 'Presenta la versione alla Cabina' }).click()
  await expect(manager.getByRole('heading', { level: 1 })).toHaveText('Versione 1, in esame')

  for (const [name, choice] of [
    ['direttore', 'Approvo'],
    ['vicario', 'Mi astengo'],
    ['anpal', 'Approvo con condizioni'],
  ] satisfies [DemoName, string][]) {
    const seat = await signedInAs(name)
    await seat.goto('/cabina')
    await seat
      .getByRole('link', { name: /versione 1/i })
      .first()
      .click()
    await expect(seat.getByRole('heading', { level: 1 })).toHaveText('Versione 1, in esame')
    await seat.getByRole('radio', { name: choice, exact: true }).check()
    if (choice === 'Approvo con condizioni') {
      await seat
        .getByRole('textbox', { name: 'Condizioni' })
        .fill('Aggiungere i moduli delle altre fasi entro fine anno.')
    }
    await seat.getByLabel('La tua password').fill(demoPassword)
    await seat.getByRole('button', { name: 'Registra il voto' }).click()
    await expect(seat.getByRole('status').first()).toBeVisible()
    if (name !== 'anpal') continue
    await expect(seat.getByRole('heading', { level: 1 })).toHaveText(/Versione 1, .*in vigore/)
    await seat
      .getByRole('link', { name: /verbale/i })
      .first()
      .click()
    await expect(seat.getByText('Aggiungere i moduli delle altre fasi entro fine anno.').first()).toBeVisible()
  }

  await manager.goto('/gestione/iscrizioni')
  await manager
    .getByRole('searchbox')
    .or(manager.getByLabel(/nome|cognome/i))
    .first()
    .fill('Ferrante')
  await manager.getByRole('button', { name: /cerca/i }).first().click()
  await manager
    .getByRole('button', { name: /iscrivi/i })
    .first()
    .click()
  await expect(manager.getByRole('heading', { level: 1 })).toContainText('Giulia Ferrante')

  const learner = await signedInAs('navigator')
  await learner.goto('/piano')
  await learner.getByRole('link', { name: 'Leggi la lezione' }).click()
  const lessons = lessonsOf(slug).length
  for (let lesson = 1; lesson <= lessons; lesson += 1) {
    await expect(learner.getByText(`Lezione ${lesson} di ${lessons}`)).toBeVisible()
    await learner.getByRole('button', { name: 'Segna come letta e continua' }).click()
  }
  await expect(learner).toHaveURL(new RegExp(`/moduli/${slug}(\\?.*)?$`))
  await learner.goto('/piano')
  await expect(learner.getByText(`Lette ${lessons} su ${lessons}`)).toBeVisible()
  await learner.goto(`/moduli/${slug}/test`)
  await learner.getByRole('button', { name: 'Inizia il test' }).click()
  await answerRightly(learner, slug)
  await learner.getByRole('button', { name: 'Consegna il test' }).click()
  await expect(learner.getByRole('heading', { level: 1 })).toContainText(/superato/i)
  await learner.getByRole('link', { name: 'Torna al tuo piano' }).click()
  await expect(learner.getByText('Superato', { exact: true })).toBeVisible()
})
