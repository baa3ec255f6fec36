import { describe, expect, test } from 'vitest'
import { moduleLines } from './module-lines'

const hours = { navigator: {} }
const module = (slug: string, more = {}) => ({ slug, title: `Modulo ${slug}`, hours, ...more })
const v1 = { versionId: 'v1', modules: [module('a', { observation: {} }), module('b'), module('c', { hours: {} })] }
const v2 = { versionId: 'v2', modules: [module('b'), module('d')] }
const row = (versionId: string, province: string, moduleSlug: string, more = {}) => ({
  versionId,
  province,
  moduleSlug,
  people: 0,
  completed: 0,
  testsPassed: 0,
  observationsMet: 0,
  ...more,
})

describe('the lines of the modules', () => {
  const counts = [
    row('v1', 'BG', '', { people: 8 }),
    row('v1', 'LO', '', { people: 6 }),
    row('v2', 'LO', '', { people: 3 }),
    row('v1', 'BG', 'a', { people: 7, completed: 2, testsPassed: 5, observationsMet: 3 }),
    row('v1', 'LO', 'a', { people: 4, completed: 1, testsPassed: 2, observationsMet: 1 }),
    row('v1', 'BG', 'b', { completed: 4, testsPassed: 6 }),
    row('v2', 'LO', 'b', { completed: 1, testsPassed: 2 }),
  ]

  test('each module once, with those who follow a version that has it, and what they have done', () => {
    expect(moduleLines([v1, v2], counts, 'navigator', undefined)).toEqual([
      { slug: 'a', title: 'Modulo a', enrolled: 14, completed: 3, testsPassed: 7, observationsMet: 4, observed: true },
      {
        slug: 'b',
        title: 'Modulo b',
        enrolled: 17,
        completed: 5,
        testsPassed: 8,
        observationsMet: null,
        observed: false,
      },
      {
        slug: 'd',
        title: 'Modulo d',
        enrolled: 3,
        completed: 0,
        testsPassed: null,
        observationsMet: null,
        observed: false,
      },
    ])
  })

  test('of a province alone', () => {
    const [a, b, d] = moduleLines([v1, v2], counts, 'navigator', 'LO')
    expect(a).toMatchObject({ enrolled: 6, completed: 1, testsPassed: 2, observationsMet: 1 })
    // In Bergamo four have not completed: they, and so Lodi, would be reckoned from the whole.
    expect(b).toMatchObject({ enrolled: 9, completed: 1, testsPassed: null })
    expect(d).toMatchObject({ enrolled: 3, completed: 0, testsPassed: null })
  })

  test('a province beside which a smaller one would be reckoned tells no test', () => {
    const small = [
      ...counts,
      row('v1', 'SO', '', { people: 2 }),
      row('v1', 'SO', 'a', { completed: 1, testsPassed: 1 }),
    ]
    expect(moduleLines([v1, v2], small, 'navigator', 'SO')[0]).toMatchObject({ completed: 1, testsPassed: null })
    expect(moduleLines([v1, v2], small, 'navigator', 'LO')[0]).toMatchObject({ completed: 1, testsPassed: null })
    expect(moduleLines([v1, v2], small, 'navigator', 'BG')[0]).toMatchObject({ testsPassed: 5 })
    expect(moduleLines([v1, v2], small, 'navigator', undefined)[0]).toMatchObject({ testsPassed: 8 })
  })

  test('a profile that takes no module has no lines', () => {
    expect(moduleLines([v1, v2], counts, 'operatore', undefined)).toEqual([])
  })
})
