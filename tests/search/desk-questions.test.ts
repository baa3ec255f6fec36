import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readContent } from '~/features/curriculum/read-content.server'
import { composeGuide } from '~/features/phase-guide/guide.server'

const questionsSchema = z.array(z.strictObject({ query: z.string(), expect: z.array(z.string()).min(1) }))
const questions = questionsSchema.parse(parse(readFileSync('tests/search/desk-questions.yaml', 'utf8')))
const index = composeGuide(readContent('content')).search

/** A special case stands on the page of its phase. */
const pageOf = (to: string) => to.replace(/^(\/guida\/fasi\/\d)#.*/, '$1')

test('there are forty questions', () => {
  expect(questions).toHaveLength(40)
})

test('at least 38 of 40 find a right page among the first three', () => {
  const misses = questions.flatMap(({ query, expect: wanted }) => {
    const first = index
      .search(query)
      .results.slice(0, 3)
      .map(({ to }) => to)
    return first.some((to) => wanted.includes(to) || wanted.includes(pageOf(to))) ? [] : [{ query, first }]
  })
  for (const { query, first } of misses) console.log(`not found: «${query}» → ${first.join(' ')}`)
  expect(misses.length).toBeLessThanOrEqual(2)
})

test('an id finds itself first, however it is written', () => {
  for (const query of ['F5.C4', 'f5.c4', 'F5 C4', 'attività f5.c4']) {
    expect(index.search(query).results[0]?.to).toBe('/guida/attivita/F5.C4')
  }
})

test('nonsense finds nothing; an empty query neither', () => {
  expect(index.search('xqzwkj').results).toEqual([])
  expect(index.search('  ').results).toEqual([])
})

test('no more than twenty results, and a search is quick', () => {
  const started = performance.now()
  for (const { query } of questions) expect(index.search(query).results.length).toBeLessThanOrEqual(20)
  expect((performance.now() - started) / questions.length).toBeLessThan(50)
})
