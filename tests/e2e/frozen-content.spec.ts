import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { parse, stringify } from 'yaml'
import { demoPassword } from './fixtures'
import { serve } from './serve'

const slug = 'primo-appuntamento'
type WrittenQuestion = { stem: string; options: { id: string; text: string }[]; key: string }

/*
 * Delivery, draws and scores read the frozen version alone: a lesson and all the keys change in the content after the
 * approval, the server starts again, and the learner finds what was approved.
 */
test('a content changed after the approval reaches no lesson, no draw and no score', async ({ playwright }) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'rotta-content-'))
  const edition = join(folder, 'content')
  const questionsFile = join(edition, 'modules', slug, 'questions.yaml')
  cpSync('content', edition, { recursive: true })
  const lessons = join(edition, 'modules', slug, 'lessons')
  const keys = rightAnswers(readFileSync(questionsFile, 'utf8'))
  const first = await serve(process.env.ROTTA_E2E_DATABASE ?? '', { CONTENT_DIR: edition })
  try {
    const before = await enter(await playwright.request.newContext({ baseURL: first.baseURL }))
    const order = parse(readFileSync(join(edition, 'modules', slug, 'module.yaml'), 'utf8')).lessons as string[]
    const lessonBefore = await readLesson(before, order[0] ?? '')
    for (const lesson of order) {
      const read = await before.post(`/moduli/${slug}/lezioni/${lesson}`, { form: {}, maxRedirects: 0 })
      expect(read.status()).toBe(303)
    }
    const started = await before.post(`/moduli/${slug}/test`, { form: {}, maxRedirects: 0 })
    expect(started.status()).toBe(303)
    const attempt = started.headers().location ?? ''
    const drawnBefore = await readQuestions(before, attempt)
    await first.stopServer()

    for (const name of readdirSync(lessons)) {
      const file = join(lessons, name)
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nUna frase aggiunta dopo il voto. {prassi}\n`)
    }
    writeFileSync(questionsFile, withOtherKeys(readFileSync(questionsFile, 'utf8')))
    await first.startAgain()

    const after = await enter(await playwright.request.newContext({ baseURL: first.baseURL }))
    expect(await readLesson(after, order[0] ?? '')).toBe(lessonBefore)
    expect(lessonBefore).not.toContain('Una frase aggiunta dopo il voto')
    const drawnAfter = await readQuestions(after, attempt)
    expect(drawnAfter).toEqual(drawnBefore)

    for (const [index, { stem, options }] of drawnAfter.entries()) {
      const choice = options.indexOf(keys.get(stem) ?? '') + 1
      expect(choice, stem).toBeGreaterThan(0)
      const form = { position: index + 1, choice }
      expect((await after.post(`${attempt}/risposta`, { form })).status()).toBe(200)
    }
    const handedIn = await after.post(`${attempt}/riepilogo`, { form: {} })
    expect(await handedIn.text()).toContain(`${drawnAfter.length} risposte giuste su ${drawnAfter.length}`)
  } finally {
    await first.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function enter(request: APIRequestContext) {
  const form = { email: 'navigator@rotta.example', password: demoPassword }
  expect((await request.post('/accedi', { form, maxRedirects: 0 })).status()).toBe(303)
  return request
}

/** The running text of a lesson. */
async function readLesson(request: APIRequestContext, lesson: string) {
  const page = await (await request.get(`/moduli/${slug}/lezioni/${lesson}`)).text()
  const text = /<div class="r-read">([\s\S]*?)<div class="r-sec r-w r-noprint">/.exec(page)?.[1]
  expect(text).toBeTruthy()
  return text ?? ''
}

/** Stems and options, in the order in which they are shown. */
async function readQuestions(request: APIRequestContext, attempt: string) {
  const count = Number(/Domanda 1 di (\d+)/.exec(await (await request.get(`${attempt}?domanda=1`)).text())?.[1])
  expect(count).toBeGreaterThan(0)
  const questions: { stem: string; options: string[] }[] = []
  for (let position = 1; position <= count; position += 1) {
    const page = await (await request.get(`${attempt}?domanda=${position}`)).text()
    const stem = plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page)?.[1] ?? '')
    const options = [...page.matchAll(/name="choice"[^>]*>(?:<b>[A-D]<\/b>)?<span>([\s\S]*?)<\/span>/g)]
    questions.push({ stem, options: options.map(([, text]) => plain(text ?? '')) })
  }
  return questions
}

function plain(html: string) {
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim()
}

function rightAnswers(yaml: string) {
  const questions = parse(yaml) as WrittenQuestion[]
  return new Map(
    questions.map(({ stem, options, key }) => [
      stem.replaceAll('**', '').trim(),
      options.find(({ id }) => id === key)?.text.trim() ?? '',
    ]),
  )
}

/** Another right answer for every question. */
function withOtherKeys(yaml: string) {
  const questions = parse(yaml) as WrittenQuestion[]
  return stringify(
    questions.map((question) => {
      const others = question.options.filter(({ id }) => id !== question.key)
      return { ...question, key: others[0]?.id ?? question.key }
    }),
  )
}
