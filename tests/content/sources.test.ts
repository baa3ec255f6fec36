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
})

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
    for (const { id } of usable) {
      const expected = new Set<string>()
      for (const name of citing) {
        const text = read(name)
        const phase = /^guide\/fase-(\d)\.yaml$/.exec(name)?.[1]
        if (phase) for (const to of phaseUses(text, phase, id)) expected.add(to)
        if (name === 'guide/ulteriori-attivita.yaml' && idsIn(text).has(id)) expected.add('/guida/ulteriori-attivita')
        if (name === 'glossary.yaml') {
          for (const term of parse(text) as { slug: string }[]) {
            if (idsIn(JSON.stringify(term)).has(id)) expected.add(`/glossario#${term.slug}`)
          }
        }
        const page = /^pages\/(.+)\.md$/.exec(name)?.[1]
        if (page && idsIn(text).has(id)) expected.add(`/${page}`)
      }
      const told = facts.get(id)?.uses.flatMap(({ to }) => (to === '' ? [] : [to])) ?? []
      expect(`${id} ${told.toSorted().join(' ')}`).toBe(`${id} ${[...expected].toSorted().join(' ')}`)
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

/** The page of a phase and those of its activities that cite a fact, from the raw file alone. */
function phaseUses(text: string, number: string, id: string): string[] {
  type Item = {
    id: string
    does: string
    facts: string[]
    purpose: object
    steps: object
    limits?: object
    watch?: object
  }
  const { tasks, acts, ...phase } = parse(text) as { tasks: Item[]; acts: Item[]; keywords: string[] }
  const items = [...tasks, ...acts]
  // On the phase's own page an activity stands with what it does; the rest of it on a page of its own.
  const onPhase = idsIn(JSON.stringify([phase, items.map((item) => item.facts)])).has(id)
  const onOwn = items.filter(({ facts: own, purpose, steps, limits, watch }) =>
    idsIn(JSON.stringify([own, purpose, steps, limits, watch])).has(id),
  )
  return [...(onPhase ? [`/guida/fasi/${number}`] : []), ...onOwn.map((item) => `/guida/attivita/${item.id}`)]
}

test('the texts of the modules that cite a fact are counted as their files have them', () => {
  const uses = planUses(content().modules)
  const folders = readdirSync('content/modules')
  for (const { id } of usable) {
    const count = (names: string[]) => names.filter((name) => idsIn(read(name)).has(id)).length
    const among = (file: string) =>
      folders
        .map((folder) => `modules/${folder}/${file}`)
        .filter((name) => files.includes(name))
        .flatMap((name) => {
          const data = parse(read(name)) as object[] | { criteria: object[] }
          return Array.isArray(data) ? data : data.criteria
        })
        .filter((item) => idsIn(JSON.stringify(item)).has(id)).length
    const expected = {
      lessons: count(files.filter((name) => /^modules\/[^/]+\/lessons\//.test(name))),
      jobAids: count(files.filter((name) => name.endsWith('job-aid.md'))),
      questions: among('questions.yaml'),
      criteria: among('form.yaml'),
      activities: among('activities.yaml'),
    }
    const told = uses.get(id)
    expect(`${id} ${told ? usesText(told) : ''}`).toBe(`${id} ${usesText(expected)}`)
  }
})
