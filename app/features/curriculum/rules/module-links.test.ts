import { describe, expect, test } from 'vitest'
import { findPrerequisiteCycles, refuseModuleLinks, trainableIds, trainedIds } from './module-links'

const module = {
  objectives: [
    { id: 'O1', text: 'Accogliere' },
    { id: 'O2', text: 'Verificare' },
  ],
  lessons: ['uno', 'due'],
  prerequisites: ['altro'],
  phases: [3],
  trains: { tasks: ['F3.1'], acts: ['F3.C1'], leps: ['lep-did'], topics: [], areas: [] },
}
const targets = {
  leps: [{ id: 'lep-did', title: 'DID', audience: 'people' as const, facts: [] }],
  topics: [],
  areas: [],
}
const known = { modules: new Set(['questo', 'altro']), trainable: trainableIds(targets) }
const all = new Set(['O1', 'O2'])
const reasons = (change: Partial<typeof module>, served = { lessons: all, questions: all }) =>
  refuseModuleLinks('questo', { ...module, ...change }, known, served).map(
    ({ path, reason }) => `${path.join('.')}: ${reason}`,
  )

describe('refuseModuleLinks', () => {
  test('nothing against a sound module', () => {
    expect(reasons({})).toEqual([])
  })

  test.each<[Partial<typeof module>, string[]]>([
    [{ trains: { ...module.trains, tasks: ['F3.1', 'F3.9'] } }, ['trains.tasks.1: che cosa forma: «F3.9» non esiste']],
    // An act is no task.
    [{ trains: { ...module.trains, tasks: ['F3.C1'] } }, ['trains.tasks.0: che cosa forma: «F3.C1» non esiste']],
    [{ trains: { ...module.trains, leps: ['lep-did', 'lep-did'] } }, ['trains.leps.1: «lep-did» c’è già']],
    [{ lessons: ['uno', 'uno'] }, ['lessons.1: «uno» c’è già']],
    [{ phases: [3, 3] }, ['phases.1: «3» c’è già']],
    [{ prerequisites: ['nessuno'] }, ['prerequisites.0: il modulo: «nessuno» non esiste']],
    [{ prerequisites: ['questo'] }, ['prerequisites: il modulo è il requisito di sé stesso']],
    [{ objectives: [...module.objectives, { id: 'O1', text: 'Ancora' }] }, ['objectives.2: «O1» c’è già']],
  ])('%o', (change, expected) => {
    expect(reasons(change)).toEqual(expected)
  })

  test('every objective has a lesson and questions', () => {
    expect(reasons({}, { lessons: new Set(['O1']), questions: new Set(['O2']) })).toEqual([
      'objectives.0: nessuna domanda ha l’obiettivo O1',
      'objectives.1: nessuna lezione ha l’obiettivo O2',
    ])
  })
})

test('all that a module trains', () => {
  expect([...trainedIds(module.trains)]).toEqual(['F3.1', 'F3.C1', 'lep-did'])
})

describe('findPrerequisiteCycles', () => {
  const cycles = (links: Record<string, string[]>) =>
    findPrerequisiteCycles(
      Object.entries(links).map(([slug, prerequisites]) => ({ file: `${slug}.yaml`, slug, prerequisites })),
    ).map(({ file, reason }) => `${file}: ${reason}`)

  test('a chain, and a diamond, are no circle', () => {
    expect(cycles({ a: ['b'], b: ['c'], c: [] })).toEqual([])
    expect(cycles({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })).toEqual([])
  })

  test('each module of a circle is named; one that only leads into it is not', () => {
    expect(cycles({ start: ['a'], a: ['b'], b: ['c'], c: ['a'] })).toEqual([
      'a.yaml: i requisiti tornano al punto di partenza: a → b → c → a',
      'b.yaml: i requisiti tornano al punto di partenza: b → c → a → b',
      'c.yaml: i requisiti tornano al punto di partenza: c → a → b → c',
    ])
  })
})
