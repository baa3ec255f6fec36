import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { content } from '~/features/curriculum/content.server'
import type { FactView } from '~/features/phase-guide/guide-views'
import SourcesPage, { loader } from '~/features/phase-guide/pages/sources-page'
import { usesText } from '~/features/phase-guide/plan-uses.server'
import { planUses } from '~/features/phase-guide/rules/fact-uses'
import { shown } from '../setup/pages'

/*
 * The page of sources against the raw files of content/, read without the product's own readers: every fact that any
 * of them names stands there, with its source, and says where it is cited.
 */
type RawFact = {
  id: string
  mark: string
  sources?: string[]
  cite?: string
  validFrom?: string
  laterThanAct?: boolean
  checked?: string
}
const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ya?ml|md)$/.test(name))
const read = (name: string) => readFileSync(join('content', name), 'utf8')
const idsIn = (text: string) => new Set(text.match(/F-\d{3}/g))
const idsOf = (part: unknown) => idsIn(JSON.stringify(part))
const raw = files.filter((name) => name.startsWith('facts')).flatMap((name) => parse(read(name)) as RawFact[])
const usable = raw.filter(({ mark }) => mark !== 'memory')
const citing = files.filter((name) => !name.startsWith('facts'))
const day = (iso = '') => iso.split('-').reverse().join('/')

let view: Awaited<ReturnType<typeof loader>>
let html = ''
let facts: ReadonlyMap<string, FactView>

beforeAll(async () => {
  view = await loader()
  html = shown(SourcesPage, view)
  facts = new Map(
    view.groups.flatMap(({ sources }) => sources.flatMap((source) => source.facts.map((fact) => [fact.id, fact]))),
  )
  // Reading all of the content takes its time on a busy machine.
}, 60_000)

/** The text of one fact on the page. */
function itemOf(id: string): string {
  return new RegExp(`<li id="${id}"[\\s\\S]*?</li>`).exec(html)?.[0] ?? ''
}

describe('the page of sources', () => {
  test('has every fact that any file names, once, and none that is barred', () => {
    const cited = new Set(citing.flatMap((name) => [...idsIn(read(name))]))
    expect(cited.size).toBeGreaterThan(150)
    const shownIds = [...html.matchAll(/<li id="(F-\d{3})"/g)].map(([, id]) => id)
    expect([...cited].filter((id) => !shownIds.includes(id))).toEqual([])
    expect(shownIds.toSorted()).toEqual(usable.map(({ id }) => id).toSorted())
    expect(view.factCount).toBe(usable.length)
  })

  test('every source that a fact names is there, in full under one, as a link under the others', () => {
    for (const { id, sources = [] } of usable) {
      for (const source of sources) expect(html, `${id}: ${source}`).toContain(`id="fonte-${source}"`)
      const item = itemOf(id)
      for (const other of sources.slice(1)) expect(item, id).toContain(`href="#fonte-${other}"`)
    }
    const named = new Set(usable.flatMap(({ sources = [] }) => sources))
    expect(html.match(/id="fonte-/g)).toHaveLength(named.size)
    expect(view.sourceCount).toBe(named.size)
  })

  test('each fact has its place in the source, and what is later than the act is marked with its day', () => {
    for (const { id, cite, laterThanAct, validFrom } of usable) {
      const item = itemOf(id).replaceAll('&#x27;', "'")
      if (cite) expect(item).toContain(cite.replaceAll('&', '&amp;'))
      expect(`${id} ${item.includes('Dopo il 22/07/2019')}`).toBe(`${id} ${laterThanAct === true}`)
      if (laterThanAct) expect(item).toContain(`dal ${day(validFrom)}`)
    }
    expect(usable.filter(({ laterThanAct }) => laterThanAct).length).toBeGreaterThan(10)
  })

  test('says when facts and sources were compared, and which facts later', () => {
    const edition = parse(read('edition.yaml')) as { factsChecked: string }
    expect(html).toContain(`confrontati il ${day(edition.factsChecked)}`)
    const again = usable.filter(({ checked }) => checked)
    expect(again.length).toBeGreaterThan(0)
    for (const { id, checked } of again) expect(itemOf(id)).toContain(`controllato il ${day(checked)}`)
    expect(html.match(/controllato il/g)).toHaveLength(again.length)
  })

  test('a fact names the pages of the guide, the terms and the pages of text that cite it', () => {
    const citations = rawCitations()
    for (const { id } of usable) {
      const expected = citations.filter(({ ids }) => ids.has(id)).map(({ to }) => to)
      const told =
        facts
          .get(id)
          ?.uses.map(({ to, label }) => to ?? label)
          .filter((use) => /^[/«]/.test(use)) ?? []
      expect(`${id} ${told.toSorted().join(' ')}`).toBe(`${id} ${expected.toSorted().join(' ')}`)
    }
  })

  test('the lists of LEP, topics and areas are named too', () => {
    const targets = parse(read('targets.yaml')) as Record<'leps' | 'topics' | 'areas', { facts: string[] }[]>
    for (const [list, label] of [
      ['leps', 'elenco dei LEP'],
      ['topics', 'temi dell’art. 5'],
      ['areas', 'ambiti dell’art. 2'],
    ] as const) {
      for (const fact of targets[list].flatMap((target) => target.facts)) expect(itemOf(fact)).toContain(label)
    }
  })
})

type Citation = { to: string; ids: ReadonlySet<string> }

/** Every page of guide, glossary and running text with the facts that its raw file names. */
function rawCitations(): Citation[] {
  return citing.flatMap((name): Citation[] => {
    const text = read(name)
    const phase = /^guide\/fase-(\d)\.yaml$/.exec(name)?.[1]
    if (phase) return phaseCitations(parse(text), phase)
    if (name === 'guide/ulteriori-attivita.yaml') return [{ to: '/guida/ulteriori-attivita', ids: idsIn(text) }]
    if (name === 'glossary.yaml') {
      return (parse(text) as { term: string }[]).map((term) => ({ to: `«${term.term}»`, ids: idsOf(term) }))
    }
    const page = /^pages\/(.+)\.md$/.exec(name)?.[1]
    return page ? [{ to: `/${page}`, ids: idsIn(text) }] : []
  })
}

type RawActivity = { id: string; facts: string[]; purpose: object; steps: object; limits?: object; watch?: object }
type RawPhase = { tasks: RawActivity[]; acts: RawActivity[] }

/** On the phase's own page an activity stands with what it does; the rest of it on a page of its own. */
function phaseCitations({ tasks, acts, ...phase }: RawPhase, number: string): Citation[] {
  const activities = [...tasks, ...acts]
  return [
    { to: `/guida/fasi/${number}`, ids: idsOf([phase, activities.map((activity) => activity.facts)]) },
    ...activities.map(({ id, facts: own, purpose, steps, limits, watch }) => ({
      to: `/guida/attivita/${id}`,
      ids: idsOf([own, purpose, steps, limits, watch]),
    })),
  ]
}

test('the texts of the modules that cite a fact are counted as their files have them', () => {
  const uses = planUses(content().modules)
  const texts = (pattern: RegExp) => citing.filter((name) => pattern.test(name)).map((name) => idsIn(read(name)))
  const items = (file: string) =>
    citing
      .filter((name) => name.startsWith('modules/') && name.endsWith(`/${file}`))
      .flatMap((name) => {
        const data = parse(read(name)) as object[] | { criteria: object[] }
        return Array.isArray(data) ? data : data.criteria
      })
      .map(idsOf)
  const rawTexts = {
    lessons: texts(/^modules\/[^/]+\/lessons\//),
    jobAids: texts(/^modules\/[^/]+\/job-aid\.md$/),
    questions: items('questions.yaml'),
    criteria: items('form.yaml'),
    activities: items('activities.yaml'),
  }
  for (const { id } of usable) {
    const count = (kind: keyof typeof rawTexts) => rawTexts[kind].filter((ids) => ids.has(id)).length
    const [lessons, jobAids, questions] = [count('lessons'), count('jobAids'), count('questions')]
    const expected = { lessons, jobAids, questions, criteria: count('criteria'), activities: count('activities') }
    const told = uses.get(id)
    expect(`${id} ${told ? usesText(told) : ''}`).toBe(`${id} ${usesText(expected)}`)
  }
})
