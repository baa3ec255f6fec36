import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeEdition, writeModule } from '../../tests/setup/editions'

const edition = makeEdition()
writeModule(edition.folder, 'fuori-piano')
const questions = join(edition.folder, 'modules/fuori-piano/questions.yaml')
writeFileSync(
  questions,
  readFileSync(questions, 'utf8').replaceAll('stem: "', 'stem: "Con tanta fretta, davanti alla fila, oggi: '),
)
afterAll(() => edition.remove())

beforeEach(() => vi.stubEnv('CONTENT_DIR', edition.folder))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

test('CONTENT_DIR names another edition: it is the one that is loaded', async () => {
  const { content } = await import('~/features/curriculum/content.server')
  expect(content().plan.title).toBe('Piano di prova')
  expect(content().modules.map(({ slug }) => slug)).toEqual(['primo-colloquio', 'fuori-piano'])
  expect(content().modules[0]).toMatchObject({
    title: 'Il primo colloquio',
    lessons: [{ slug: 'accogliere', minutes: 3 }, { slug: 'verificare' }],
    form: { title: 'Osservare il primo colloquio' },
    activities: [{ id: 'A1', minutes: 90 }],
    jobAid: { title: 'Il primo colloquio in una pagina' },
  })
  const [question] = content().modules[0]?.questions ?? []
  expect(question?.key).toEqual({ option: 'a', explanation: 'Accogliere viene prima.' })
  expect(question).not.toHaveProperty('explanation')
  expect(content().targets.topics.map(({ id }) => id)).toContain('art5-piano')
})

test('counts, hours, readability and coverage, for people and for scripts', async () => {
  const { contentCheck } = await import('./content-check')
  const { code, lines, json } = await contentCheck.run({})
  expect(code).toBe(0)
  expect(lines).toContain('Moduli 2, lezioni 4, domande 12, criteri di osservazione 12.')
  expect(lines).toContain('  1. primo-colloquio')
  expect(lines).toContain('  fuori dal piano: fuori-piano')
  expect(lines).toContain(
    'Ore, Navigator: online 0,5, in aula 2, in aula a distanza 0, collaborative 1,5, sul lavoro 4, in tutto 8.',
  )
  expect(lines.some((line) => /^Leggibilità \(Gulpease\): in media \d+(,\d)?\.$/.test(line))).toBe(true)
  expect(lines.some((line) => /^ +\d+(,\d)? {2}primo-colloquio\/accogliere, \d+ parole$/.test(line))).toBe(true)
  // Only the modules of the plan cover anything.
  expect(lines.some((line) => /^ {2}F3\.1 +1 +6 +6$/.test(line))).toBe(true)
  expect(lines.some((line) => /^ {2}F3\.C1 +1 +6 +6$/.test(line))).toBe(true)
  expect(
    lines.some((line) => /^ {2}F9\.C5 +– +0 +0 {2}nessun modulo, meno di 4 domande, meno di 2 criteri$/.test(line)),
  ).toBe(true)
  expect(json).toMatchObject({
    ok: true,
    totals: { modules: 2, lessons: 4, questions: 12, criteria: 12 },
    modules: { inPlan: ['primo-colloquio'], outside: ['fuori-piano'] },
    hours: { navigator: { onTheJob: 4 }, operatore: { onTheJob: 2 } },
    coverage: { navigator: expect.any(Array), operatore: expect.any(Array) },
  })
})

test('a mistake is named with file and line, and the command fails', async () => {
  const file = join(edition.folder, 'modules/primo-colloquio/lessons/accogliere.md')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('{prassi}', ''))
  const { contentCheck } = await import('./content-check')
  const { code, lines, json } = await contentCheck.run({})
  expect(code).toBe(1)
  expect(lines).toEqual([
    `${file}:13: il testo non finisce con un segno: {F-001} o {prassi}`,
    'I contenuti non si possono usare: 1 errore.',
  ])
  expect(json).toMatchObject({ ok: false, problems: [{ file, line: 13 }] })
})
