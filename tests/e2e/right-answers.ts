import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { parse } from 'yaml'

/** Answers each question of an open test as the content's keys say, and arrives at the review page. */
export async function answerRightly(learner: Page, module: string) {
  const keys = rightAnswers(module)
  await expect(learner.getByText(/Domanda 1 di \d+/).first()).toBeVisible()
  const total = Number(/Domanda 1 di (\d+)/.exec((await learner.textContent('main')) ?? '')?.[1])
  for (let position = 1; position <= total; position += 1) {
    await expect(learner.getByText(`Domanda ${position} di ${total}`).first()).toBeVisible()
    const stem = (await learner.getByRole('heading', { level: 1 }).textContent())?.trim() ?? ''
    const right = keys.get(stem)
    expect(right, stem).toBeDefined()
    const option = learner.locator('label.r-opt').filter({ has: learner.getByText(right ?? '', { exact: true }) })
    await option.getByRole('radio').check()
    await expect(learner.getByText(/Risposta salvata alle/)).toBeVisible()
    await learner.getByRole('button', { name: /Salva e vai avanti|Salva e rivedi/ }).click()
  }
  await expect(learner.getByRole('heading', { level: 1 })).toHaveText('Hai risposto a tutte le domande')
}

/** The right answer to each stem, as the page shows the two. */
export function rightAnswers(module: string): Map<string, string> {
  const questions = parse(readFileSync(`content/modules/${module}/questions.yaml`, 'utf8')) as {
    stem: string
    options: { id: string; text: string }[]
    key: string
  }[]
  return new Map(
    questions.map(({ stem, options, key }) => [
      stem.replaceAll('**', '').trim(),
      options.find(({ id }) => id === key)?.text.trim() ?? '',
    ]),
  )
}

/** The lessons of a module, in its order. */
export function lessonsOf(module: string): string[] {
  return parse(readFileSync(`content/modules/${module}/module.yaml`, 'utf8')).lessons
}
