import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '~/lib/canonical-json'
import { differenceOfPlans } from './plan-difference'
import type { PlanDocument, PlanModule } from './plan-document'

/** Documents that differ in any of a hundred ways. */
const word = fc.constantFrom('uno', 'due', 'tre', 'quattro')
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const small = fc.integer({ min: 0, max: 3 })
const ids = fc.uniqueArray(word, { maxLength: 3 })
const listOf = <T extends object>(one: fc.Arbitrary<T>, key: string) =>
  ids.chain((names) => fc.tuple(...names.map((name) => one.map((item) => ({ ...item, [key]: name }) as T))))
const hours = fc.record({ online: small, classroom: small, remote: small, collaborative: small, onTheJob: small })
const ground = {
  facts: fc.array(fc.constantFrom('F-001', 'F-002'), { minLength: 1, maxLength: 2 }),
  practice: fc.constant(true as const),
}
const lesson = fc.record({
  slug: word,
  title: text,
  lead: text,
  minutes: small,
  objectives: ids,
  see: ids,
  markdown: text,
})
const option = fc.record({ id: word, text })
const question = fc.record(
  {
    id: word,
    objective: word,
    level: fc.constantFrom('apply' as const, 'remember' as const),
    tests: ids,
    stem: text,
    options: listOf(option, 'id'),
    keyDigest: word,
    ...ground,
  },
  { requiredKeys: ['id', 'objective', 'level', 'tests', 'stem', 'options', 'keyDigest'] },
)
const criteria = listOf(
  fc.record(
    {
      id: word,
      critical: fc.boolean(),
      observes: ids,
      operatore: text,
      navigator: text,
      met: text,
      partly: text,
      notMet: text,
      ...ground,
    },
    { requiredKeys: ['id', 'critical', 'observes', 'met', 'partly', 'notMet'] },
  ),
  'id',
)
const activity = fc.record({
  id: word,
  title: text,
  minutes: small,
  purpose: text,
  steps: ids,
  product: text,
  trainer: text,
})
const cell = fc.record(
  { objective: word, level: fc.constantFrom('apply' as const, 'understand' as const), count: small },
  { requiredKeys: ['objective', 'count'] },
)
const module = fc.record(
  {
    slug: word,
    title: text,
    shortTitle: text,
    summary: text,
    phases: fc.uniqueArray(small),
    trains: fc.record({ tasks: ids, acts: ids, leps: ids, topics: ids, areas: ids }),
    objectives: listOf(option, 'id'),
    exerciseMinutes: small,
    hours: fc.record({ navigator: hours, operatore: hours }, { requiredKeys: [] }),
    prerequisites: ids,
    assessment: fc.record(
      {
        blueprint: fc.array(cell, { maxLength: 2 }),
        cut: small,
        attempts: small,
        waitHours: fc.array(small, { maxLength: 2 }),
        timeLimitMinutes: small,
      },
      { requiredKeys: ['blueprint', 'cut', 'attempts', 'waitHours'] },
    ),
    observation: fc.record({ required: small, observers: small, cutPercent: small }),
    lessons: listOf(lesson, 'slug'),
    questions: listOf(question, 'id'),
    form: fc.record({ title: text, settings: ids, criteria }),
    activities: listOf(activity, 'id'),
    jobAid: fc.record({ title: text, lead: text, markdown: text }),
  },
  {
    requiredKeys: [
      'slug',
      'title',
      'shortTitle',
      'summary',
      'phases',
      'trains',
      'objectives',
      'exerciseMinutes',
      'hours',
      'prerequisites',
      'assessment',
      'lessons',
      'questions',
      'activities',
    ],
  },
)
const document: fc.Arbitrary<PlanDocument> = fc.record({
  format: fc.constant('rotta-plan/1' as const),
  number: fc.constant(1),
  title: text,
  normsAt: fc.constantFrom('2019-07-22', '2019-09-01'),
  modules: listOf(module, 'slug') as fc.Arbitrary<PlanModule[]>,
  sizing: fc.record({
    classSize: small,
    entries: listOf(fc.record({ entry: word, places: small, navigators: small, operators: small }), 'entry'),
  }),
})

describe('whatever the versions say', () => {
  test('a document has no difference with itself', () => {
    fc.assert(
      fc.property(document, (one) => {
        expect(differenceOfPlans(one, structuredClone(one)).count).toBe(0)
      }),
      {
        numRuns: 50,
      },
    )
  })

  test('two documents without a difference are the same, byte by byte', () => {
    /** A copy with one leaf, key or place somewhere in it altered. */
    const altered = fc.tuple(document, fc.nat(), fc.nat(3)).map(([one, seed, how]) => {
      const copy = structuredClone(one)
      const leaves: (() => void)[] = []
      const visit = (node: unknown) => {
        if (typeof node !== 'object' || node === null) return
        if (Array.isArray(node) && node.length > 0 && how === 1) leaves.push(() => void node.pop())
        if (Array.isArray(node) && node.length > 1 && how === 2) leaves.push(() => void node.reverse())
        for (const [key, value] of Object.entries(node)) {
          if (key === 'format' || key === 'id' || key === 'slug' || key === 'entry') continue
          const record = node as Record<string, unknown>
          if (typeof value === 'number' && how === 0)
            leaves.push(() => {
              record[key] = value + 1
            })
          if (typeof value === 'boolean' && how === 0 && key === 'critical')
            leaves.push(() => {
              record[key] = !value
            })
          if (typeof value === 'string' && how === 3 && key !== 'normsAt' && key !== 'level') {
            leaves.push(() => {
              record[key] = `${value}!`
            })
          }
          visit(value)
        }
      }
      visit(copy.modules)
      visit(copy.sizing)
      leaves[seed % Math.max(leaves.length, 1)]?.()
      return [one, copy] as const
    })
    fc.assert(
      fc.property(altered, ([before, after]) => {
        const same = canonicalJson(before) === canonicalJson(after)
        expect(differenceOfPlans(before, after).count > 0).toBe(!same)
      }),
      { numRuns: 300 },
    )
  })
})
