import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { test as base, type DemoName, demoPassword, expect, servedFrom } from './fixtures'
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
  test.setTimeout(180_000)

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
  const lessons = lessonCount()
  for (let lesson = 1; lesson <= lessons; lesson += 1) {
    await expect(learner.getByText(`Lezione ${lesson} di ${lessons}`)).toBeVisible()
    await learner.getByRole('button', { name: 'Segna come letta e continua' }).click()
  }
  await expect(learner).toHaveURL(new RegExp(`/moduli/${slug}(\\?.*)?$`))
  await learner.goto('/piano')
  await expect(learner.getByText(`Lette ${lessons} su ${lessons}`)).toBeVisible()
  await learner.goto(`/moduli/${slug}/test`)
  await learner.getByRole('button', { name: 'Inizia il test' }).click()
  await answerRightly(learner)
  await learner.getByRole('button', { name: 'Consegna il test' }).click()
  await expect(learner.getByRole('heading', { level: 1 })).toContainText(/superato/i)
  await learner.getByRole('link', { name: 'Torna al tuo piano' }).click()
  await expect(learner.getByText('Superato', { exact: true })).toBeVisible()
})

/** Answers each question as the content's key says, and arrives at the review page. */
async function answerRightly(learner: Page) {
  const keys = rightAnswers()
  await expect(learner.getByText(/Domanda 1 di \d+/).first()).toBeVisible()
  const total = Number(/Domanda 1 di (\d+)/.exec((await learner.textContent('main')) ?? '')?.[1])
  for (let position = 1; position <= total; position += 1) {
    await expect(learner.getByText(`Domanda ${position} di ${total}`).first()).toBeVisible()
    const stem = (await learner.getByRole('heading', { level: 1 }).textContent())?.trim() ?? ''
    const right = keys.get(stem)
    expect(right, stem).toBeDefined()
    await learner
      .locator('label.r-opt', { hasText: right ?? '' })
      .getByRole('radio')
      .check()
    await expect(learner.getByText(/Risposta salvata alle/)).toBeVisible()
    await learner.getByRole('button', { name: /Salva e vai avanti|Salva e rivedi/ }).click()
  }
  await expect(learner.getByRole('heading', { level: 1 })).toHaveText('Hai risposto a tutte le domande')
}

function lessonCount() {
  return parse(readFileSync(`content/modules/${slug}/module.yaml`, 'utf8')).lessons.length as number
}

function rightAnswers() {
  const questions = parse(readFileSync(`content/modules/${slug}/questions.yaml`, 'utf8')) as {
    stem: string
    options: { id: string; text: string }[]
    key: string
  }[]
  return new Map(
    questions.map(({ stem, options, key }) => [
      stem.replaceAll('**', '').trim(),
      options.find(({ id }) => id === key)?.text.trim(),
    ]),
  )
}
