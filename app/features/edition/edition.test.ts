import { beforeAll, describe, expect, test } from 'vitest'
import { content } from '~/features/curriculum/content.server'
import { renderLesson } from '~/features/curriculum/render-lesson.server'
import { trainingModules } from '~/features/curriculum/rules/final-test'
import type { QuestionKey } from '~/features/curriculum/rules/module-content'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { createDraft } from '~/features/training-plan/create-draft.server'
import type { PlanModule } from '~/features/training-plan/rules/plan-document'
import { submitVersion } from '~/features/training-plan/submit-version.server'
import { database } from '~/platform/database/client.server'
import { contentsOf, headingsOf, idsOf, linksOf, wordsOf } from '../../../tests/setup/edition-text'
import { fullModule } from '../../../tests/setup/full-modules'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { findComposedEdition, findReviewedEdition } from './edition.server'
import { renderEdition } from './render-edition'

const day = '2020-01-13'
const by = () => authority('plan.review')
let versionId = ''
let html = ''
let words = ''

beforeAll(async () => {
  await loadTerritory()
  const manager = await makePerson({ roles: [{ role: 'plan-manager' }] })
  const draft = await createDraft(authority('plan.write', { actorId: manager.id }))
  if (!draft.ok) throw new Error(draft.message)
  versionId = draft.value
  const submitted = await submitVersion(authority('plan.write', { actorId: manager.id }), versionId, 1)
  if (!submitted.ok) throw new Error(submitted.message)
  html = await editionOf(versionId)
  words = wordsOf(html)
}, 120_000)

async function editionOf(id: string) {
  const source = await findReviewedEdition(by(), id)
  if (!source) throw new Error('no version')
  return (await renderEdition(source, day)).main
}

async function frozen<Body>(kind: string) {
  const rows = await database.versionPart.findMany({
    where: { versionId, kind },
    select: { moduleSlug: true, hash: true, part: { select: { body: true } } },
  })
  return rows.map(({ moduleSlug, hash, part }) => ({ moduleSlug, hash, ...(JSON.parse(part.body) as Body) }))
}

const plain = (text: string) => text.replaceAll('**', '').replace(/\s+/g, ' ').trim()
/** Without tags there is no space where a tag stood: nor is there any in what is looked for. */
const tight = (text: string) => text.replace(/\s+/g, '')
function missingFrom(text: string, wanted: readonly string[]): string[] {
  const whole = tight(text)
  return wanted.filter((one) => !whole.includes(tight(plain(one))))
}

describe('everything is in it, from the frozen rows and the content', () => {
  test('modules with objectives, criteria at every level, activities and job aids', async () => {
    const modules = await frozen<PlanModule>('module')
    expect(modules.length).toBe(content().plan.modules.length)
    const wanted = modules.flatMap(({ title, summary, objectives, form, activities, jobAid }) => [
      title,
      summary,
      ...objectives.map(({ text }) => text),
      ...(form ? [form.title, ...form.settings] : []),
      ...(form?.criteria ?? []).flatMap(({ operatore, navigator, met, partly, notMet }) =>
        [operatore, navigator, met, partly, notMet].flatMap((text) => text ?? []),
      ),
      ...activities.flatMap(({ title: own, purpose, steps, product, trainer }) => [
        own,
        purpose,
        ...steps,
        product,
        trainer,
      ]),
      ...(jobAid ? [jobAid.title, jobAid.lead, wordsOf(renderLesson(jobAid.markdown).html)] : []),
    ])
    expect(wanted.length).toBeGreaterThan(500)
    expect(missingFrom(words, wanted)).toEqual([])
  })

  test('every lesson from the first word to the last, in order and unfolded', async () => {
    const lessons = await frozen<PlanModule['lessons'][number]>('lesson')
    expect(lessons.length).toBeGreaterThan(40)
    const wanted = lessons.flatMap(({ title, lead, markdown }) => [title, lead, wordsOf(renderLesson(markdown).html)])
    expect(missingFrom(words, wanted)).toEqual([])
    expect(html).not.toMatch(/<details|<summary/)
  })

  test('every question with its answers, once', async () => {
    const questions = await frozen<PlanModule['questions'][number]>('question')
    expect(questions.length).toBeGreaterThan(300)
    const wanted = questions.flatMap(({ id, stem, options }) => [`${id} ${stem}`, ...options.map(({ text }) => text)])
    expect(missingFrom(words, wanted)).toEqual([])
    expect(html.match(/class="ed-question"/g)).toHaveLength(questions.length)
  })

  test('the nine phases, every act and task with its steps and limits, what comes beside them', () => {
    const { phases, furtherActivities } = content()
    const statements = (list: readonly { text: string }[]) => list.map(({ text }) => text)
    const wanted = phases.flatMap((phase) => [
      phase.title,
      ...statements([...phase.lead, ...phase.deadlines, ...phase.tools, ...phase.beneficiary, ...phase.notes]),
      ...phase.specialCases.flatMap((item) => [item.title, item.beneficiary, ...statements(item.explain)]),
      ...phase.acts.flatMap(({ id, title, does, purpose, steps, watch }) => [
        `${id} ${title}`,
        does,
        ...statements([...purpose, ...steps, ...watch]),
      ]),
      ...phase.tasks.flatMap(({ id, title, does, purpose, steps, limits }) => [
        `${id} ${title}`,
        does,
        ...statements([...purpose, ...steps, ...limits]),
      ]),
    ])
    expect(phases.flatMap(({ tasks }) => tasks)).toHaveLength(21)
    expect(phases.flatMap(({ acts }) => acts)).toHaveLength(32)
    expect(missingFrom(words, [...wanted, ...statements(furtherActivities.notes)])).toEqual([])
  })

  test('every term, fact and source, each where links find it', () => {
    const { terms, facts, sources } = content()
    const ids = new Set(idsOf(html))
    expect(terms.filter(({ slug }) => !ids.has(`termine-${slug}`))).toEqual([])
    expect(facts.filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual([])
    const wanted = [
      ...terms.flatMap(({ term, definition }) => [term, ...definition.map(({ text }) => text)]),
      ...facts.map(({ statement }) => statement),
      // A source that no fact rests on stands nowhere in the guide either.
      ...sources.filter(({ id }) => facts.some((fact) => fact.sources.includes(id))).map(({ title }) => title),
    ]
    expect(missingFrom(words, wanted)).toEqual([])
  })

  test('coverage with a column for each module, people of every entry of the act', async () => {
    const tables = [...html.matchAll(/<table class="r-table r-matrix[\s\S]*?<\/table>/g)].map(([table]) => table)
    expect(tables).toHaveLength(4)
    const { phases, targets } = content()
    const modules = await frozen<PlanModule>('module')
    for (const table of tables)
      expect(table.match(/<th scope="col" class="c">/g)).toHaveLength(trainingModules(modules).length)
    const rows = [...phases.flatMap(({ tasks }) => tasks), ...targets.leps, ...targets.topics, ...targets.areas]
    expect(
      missingFrom(
        wordsOf(tables.join('')),
        rows.map(({ title }) => title),
      ),
    ).toEqual([])
    const entries = await database.entry.findMany({ select: { name: true } })
    expect(entries.length).toBeGreaterThan(60)
    expect(
      missingFrom(
        words,
        entries.map(({ name }) => name),
      ),
    ).toEqual([])
  })
})

describe('no key is in it', () => {
  test('no explanation, digest or salt of a key, no hash of a row', async () => {
    const keys = await database.frozenKey.findMany({ select: { digest: true, salt: true, body: true } })
    expect(keys.length).toBeGreaterThan(300)
    const explanations = keys.map(({ body }) => (JSON.parse(body) as QuestionKey).explanation)
    const hidden = [
      ...keys.flatMap(({ digest, salt }) => [digest, salt]),
      ...(await frozen('question')).map(({ hash }) => hash),
    ]
    expect(hidden.filter((secret) => html.includes(secret))).toEqual([])
    // What a lesson says as well is no secret: then it stands there, and not with the question.
    const bank = wordsOf([...html.matchAll(/<div class="ed-question"[\s\S]*?<\/div>/g)].map(([one]) => one).join(' '))
    expect(missingFrom(bank, explanations)).toEqual(explanations)
    const lessons = (await frozen<PlanModule['lessons'][number]>('lesson')).map(({ markdown }) =>
      wordsOf(renderLesson(markdown).html),
    )
    const elsewhere = missingFrom(lessons.join(' '), explanations)
    expect(missingFrom(words, elsewhere)).toEqual(elsewhere)
  })

  test('all answers of a question look the same', () => {
    const lists = [...html.matchAll(/<div class="ed-question"[\s\S]*?<ol type="a">([\s\S]*?)<\/ol>/g)]
    expect(lists.filter(([, items = '']) => !/^(<li>[^<>]+<\/li>)+$/.test(items))).toEqual([])
  })

  test('nor is one in the edition of a draft, whose questions come with their keys', async () => {
    const draft = await createDraft(
      authority('plan.write', { actorId: (await makePerson({ roles: [{ role: 'plan-manager' }] })).id }),
    )
    if (!draft.ok) throw new Error(draft.message)
    const source = await findComposedEdition(authority('plan.write'), draft.value)
    expect(source?.version.state).toBe('draft')
    const { main } = await renderEdition(source as NonNullable<typeof source>, day)
    expect(wordsOf(main)).toContain('Nessuna: la bozza non è ancora stata presentata e può cambiare')
    const questions = content().modules.flatMap((module) => module.questions)
    const bank = wordsOf([...main.matchAll(/<div class="ed-question"[\s\S]*?<\/div>/g)].map(([one]) => one).join(' '))
    expect(
      missingFrom(
        bank,
        questions.map(({ stem }) => stem),
      ),
    ).toEqual([])
    const explanations = questions.map(({ key }) => key.explanation)
    expect(missingFrom(bank, explanations)).toEqual(explanations)
  })
})

describe('its structure', () => {
  test('headings nest: one title, and never a level left out', () => {
    const levels = headingsOf(html).map(({ level }) => level)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    const jumps = headingsOf(html).filter(({ level }, index) => level > (levels[index - 1] ?? 0) + 1)
    expect(jumps).toEqual([])
  })

  test('the table of contents leads to every numbered section in its order, and to nothing else', () => {
    const numbered = headingsOf(html).filter(({ number }) => number !== undefined)
    expect(numbered.length).toBeGreaterThan(200)
    expect(contentsOf(html)).toEqual(numbered.map(({ id }) => id))
    // The parts, chapters and sections are those alone.
    const others = headingsOf(html).filter(({ number, level }) => number === undefined && level < 5)
    expect(others.map(({ words: text }) => text)).toEqual([
      'Piano formativo per Navigator e operatori dei centri per l’impiego',
      'Indice',
    ])
  })

  test('every link within it has its place, no place stands twice, and none leads to a page of the site', () => {
    const ids = idsOf(html)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const known = new Set(ids)
    const links = linksOf(html)
    expect(links.length).toBeGreaterThan(1000)
    expect(
      links.filter((href) => !/^https?:/.test(href) && !(href.startsWith('#') && known.has(href.slice(1)))),
    ).toEqual([])
  })

  test('it holds no style, script or form, and loads nothing', () => {
    expect(html).not.toMatch(/\sstyle=|<style|<script|<form|\son[a-z]+=|<img|<link/)
  })
})

describe('other plans', () => {
  test('two modules whose lessons are called the same keep their places apart', async () => {
    const plan = await makePlan({ modules: [fullModule({ slug: 'primo' }), someModule({ slug: 'secondo' })] })
    const main = await editionOf(plan.versionId)
    const ids = idsOf(main)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(contentsOf(main)).toEqual(headingsOf(main).flatMap(({ number, id }) => (number === undefined ? [] : [id])))
  })

  test('what somebody wrote in a title is read, not run', async () => {
    const title = '<script>alert("x")</script> & "altro"'
    const plan = await makePlan({ modules: [someModule({ slug: 'primo', title })] })
    const source = await findReviewedEdition(by(), plan.versionId)
    const { main, pageRules } = await renderEdition(source as NonNullable<typeof source>, day)
    expect(main).not.toContain('<script')
    expect(wordsOf(main)).toContain(title)
    expect(pageRules).not.toMatch(/<|script>/)
  })

  test('the final test has no lessons and no form, and its questions are those of the others, told once', async () => {
    const modules = [someModule({ slug: 'primo' }), someModule({ slug: 'secondo' })]
    const final = {
      ...someModule({ slug: 'test-finale', lessonCount: 0 }),
      final: true as const,
      hours: {},
      objectives: modules.map(({ slug, title }) => ({ id: slug, text: title })),
      questions: [],
    }
    const plan = await makePlan({ modules: [...modules, final] })
    const main = await editionOf(plan.versionId)
    expect(main.match(/class="ed-question"/g)).toHaveLength(24)
    expect(wordsOf(main)).toContain('2 moduli e il test finale, 4 lezioni, 24 domande, 0 criteri di osservazione')
    expect(headingsOf(main).filter(({ words: text }) => text.endsWith('Regola del test'))).toHaveLength(3)
  })
})

test('it is worked out once for a state of the version and a day', async () => {
  const source = await findReviewedEdition(by(), versionId)
  if (!source) throw new Error('no version')
  expect(await renderEdition(source, day)).toBe(await renderEdition(source, day))
  expect(await renderEdition(source, '2020-01-14')).not.toBe(await renderEdition(source, day))
})
