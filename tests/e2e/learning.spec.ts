import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { test as base, expect, servedFrom } from './fixtures'
import { lessonsOf, rightAnswers } from './right-answers'
import type { Served } from './serve'

/** A test with a waiting time and a time limit, and one that in this file's edition has two attempts and no wait. */
const waits = 'primo-appuntamento'
const noWait = 'dati-personali-comportamento-sicurezza'

// A server of its own: what these learners do is seen by no other test.
const test = base.extend<object, { server: Served }>({
  server: servedFrom((folder) => {
    const edition = join(folder, 'content')
    const template = join(folder, 'demo.db')
    cpSync('content', edition, { recursive: true })
    const file = join(edition, 'modules', noWait, 'module.yaml')
    const written = readFileSync(file, 'utf8')
    writeFileSync(file, written.replace(/attempts: .*/, 'attempts: 2').replace(/waitHours: .*/, 'waitHours: [0]'))
    execFileSync(process.execPath, ['build/server/cli.js', 'demo', 'load', '--senza-storia'], {
      env: { ...process.env, DATABASE_URL: `file:${template}`, CONTENT_DIR: edition, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return { template, environment: { CONTENT_DIR: edition } }
  }),
})

// One server for all of them, one after the other; each has a learner and a module to itself.
test.describe.configure({ mode: 'default' })

test('a whole test with the keyboard alone', async ({ signedInAs }) => {
  const page = await signedInAs('navigator')
  await readLessons(page, waits)
  const keys = rightAnswers(waits)
  await page.goto(`/moduli/${waits}/test`)
  await tabTo(page, 'Inizia il test')
  await page.keyboard.press('Enter')
  await expect(question(page, 1)).toBeVisible()
  const total = await questionCount(page)
  for (let position = 1; position <= total; position += 1) {
    await expect(question(page, position)).toBeVisible()
    // Reached from the question before, the question itself has the focus and is read out.
    if (position > 1) await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    const stem = (await page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? ''
    const options = await page.locator('label.r-opt > span').allTextContents()
    const place = options.findIndex((option) => option.includes(keys.get(stem) ?? 'senza chiave'))
    expect(place, stem).toBeGreaterThanOrEqual(0)
    await tabTo(page, options[0] ?? '')
    await page.keyboard.press('Space')
    for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio').nth(place)).toBeChecked()
    await expect(page.getByText(/^Risposta salvata alle/)).toBeVisible()
    await tabTo(page, position < total ? 'Salva e vai avanti' : 'Salva e rivedi le risposte')
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hai risposto a tutte le domande')
  await tabTo(page, 'Consegna il test')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hai superato il test')
  await expect(page.getByRole('heading', { name: 'Le domande, con la risposta giusta' })).toBeVisible()
})

test('without scripts, from the first lesson to a failed test: what to read again, when it opens, no right answer', async ({
  signedInAs,
}) => {
  const page = await signedInAs('operatore', { javaScriptEnabled: false })
  const keys = rightAnswers(waits)
  const lessons = lessonsOf(waits).length
  await page.goto(`/moduli/${waits}/lezioni/${lessonsOf(waits)[0]}`)
  for (let lesson = 1; lesson <= lessons; lesson += 1) {
    await expect(page.getByText(`Lezione ${lesson} di ${lessons}`)).toBeVisible()
    await page.getByRole('button', { name: 'Segna come letta e continua' }).click()
  }
  await page.goto(`/moduli/${waits}/test`)
  await page.getByRole('button', { name: 'Inizia il test' }).click()
  const total = await questionCount(page)
  for (let position = 1; position <= total; position += 1) {
    await expect(question(page, position)).toBeVisible()
    const right = keys.get((await page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? '') ?? ''
    const wrong = page.locator('label.r-opt').filter({ hasNotText: right })
    await wrong.first().getByRole('radio').check()
    await page.getByRole('button', { name: /^Salva e / }).click()
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hai risposto a tutte le domande')
  await page.getByRole('button', { name: 'Consegna il test' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Non hai superato il test')
  await expect(page.getByRole('heading', { name: 'Che cosa rileggere' })).toBeVisible()
  await expect(page.getByText(/^0 risposte giuste su \d+$/)).not.toHaveCount(0)
  await expect(page.getByText(/^Rileggi l[ae]/)).not.toHaveCount(0)
  const shown = await page.content()
  for (const [stem, right] of keys) {
    expect(shown).not.toContain(stem)
    // An answer may have the words of a lesson's title: whole sentences are told apart.
    if (right.length > 40) expect(shown).not.toContain(right)
  }
  await expect(page.getByText(/^Il test si riapre il \d\d\/\d\d\/\d{4}, ore \d+\.\d\d$/)).toBeVisible()
  await page.goto(`/moduli/${waits}/test`)
  await expect(page.getByRole('heading', { name: /^Il test si riapre il/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Inizia il test' })).toHaveCount(0)
})

test('an answer given without network waits on the page, is saved when it is back, and is there on another device', async ({
  signedInAs,
}) => {
  const page = await signedInAs('navigator')
  await readLessons(page, noWait)
  await page.goto(`/moduli/${noWait}/test`)
  await page.getByRole('button', { name: 'Inizia il test' }).click()
  await page.getByRole('radio').first().check()
  await expect(page.getByText(/^Risposta salvata alle/)).toBeVisible()
  await page.getByRole('button', { name: 'Salva e vai avanti' }).click()
  await expect(question(page, 2)).toBeVisible()

  await page.route('**/risposta', (route) => route.fulfill({ status: 503, body: '' }))
  await page.getByRole('radio').nth(1).check()
  await expect(page.getByText(/^Non ancora salvata, il servizio non risponde/)).toBeVisible()
  await page.unroute('**/risposta')
  await page.context().setOffline(true)
  await page.getByRole('radio').nth(2).check()
  await expect(page.getByText(/^Non ancora salvata, manca la rete/)).toBeVisible()
  await page.getByRole('button', { name: 'Salva e vai avanti' }).click()
  await expect(page.getByText('Si va avanti appena la risposta è salvata.')).toBeVisible()
  await expect(question(page, 2)).toBeVisible()
  await page.context().setOffline(false)
  await expect(question(page, 3)).toBeVisible()

  const device = await signedInAs('navigator')
  await device.goto('/piano')
  await device.getByRole('link', { name: 'Continua il test' }).click()
  await expect(question(device, 3)).toBeVisible()
  await device.getByRole('button', { name: 'Torna alla domanda 2' }).click()
  await expect(device.getByRole('radio').nth(2)).toBeChecked()
})

test('no attempt left: a trainer unlocks the test with a reason, and the learner starts again', async ({
  signedInAs,
}) => {
  const learner = await signedInAs('operatore')
  await readLessons(learner, noWait)
  for (const attempt of [1, 2]) {
    await learner.goto(`/moduli/${noWait}/test`)
    await learner.getByRole('button', { name: 'Inizia il test' }).click()
    await expect(learner.getByText(`tentativo ${attempt} di 2`)).toBeVisible()
    await learner.getByRole('link', { name: 'Rivedi e consegna il test' }).click()
    await learner.getByRole('button', { name: 'Consegna il test' }).click()
    await expect(learner.getByRole('heading', { level: 1 })).toHaveText('Non hai superato il test')
  }
  await learner.goto(`/moduli/${noWait}/test`)
  await expect(learner.getByRole('heading', { name: 'Hai usato tutti i tentativi' })).toBeVisible()
  await expect(learner.getByText(/Un formatore della tua provincia può sbloccare il test/)).toBeVisible()

  const trainer = await signedInAs('formatore')
  await trainer.goto('/sblocchi')
  await trainer.getByRole('link', { name: /Marco Bianchetti/ }).click()
  await trainer.getByRole('button', { name: 'Sblocca il test' }).click()
  await expect(trainer.getByRole('alert')).toBeFocused()
  await expect(trainer.getByRole('alert')).toContainText('Scrivi perché dai un altro tentativo')
  await trainer.getByLabel('Motivo').fill('Abbiamo ripassato insieme le due lezioni.')
  await trainer.getByRole('button', { name: 'Sblocca il test' }).click()
  await expect(trainer.getByRole('status')).toContainText('Il test è sbloccato')

  await learner.goto(`/moduli/${noWait}/test`)
  await learner.getByRole('button', { name: 'Inizia il test' }).click()
  await expect(question(learner, 1)).toBeVisible()
})

function question(page: Page, position: number) {
  return page.getByText(new RegExp(`^Domanda ${position} di \\d+$`))
}

async function questionCount(page: Page) {
  return Number(/Domanda 1 di (\d+)/.exec((await question(page, 1).textContent()) ?? '')?.[1])
}

/** The lessons, marked as read by the requests of their own buttons. */
async function readLessons(page: Page, module: string) {
  for (const lesson of lessonsOf(module)) {
    const answer = await page.request.post(`/moduli/${module}/lezioni/${lesson}`, { form: {}, maxRedirects: 0 })
    expect(answer.status()).toBe(303)
  }
}

/** Presses Tab until what has this text is focused, and checks that the focus is seen. */
async function tabTo(page: Page, text: string) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      // The page itself has the focus for a moment after a navigation, and holds every text.
      if (!element?.matches('a, button, input, select, textarea, summary')) return null
      const shown = element.closest('.r-opt') ?? element
      const { outlineStyle, outlineWidth } = getComputedStyle(shown)
      return { text: shown.textContent ?? '', outline: `${outlineStyle} ${outlineWidth}` }
    })
    if (!focused?.text.includes(text)) continue
    expect(focused.outline).toBe('solid 3px')
    return
  }
  throw new Error(`Tab never reached ${text}`)
}
