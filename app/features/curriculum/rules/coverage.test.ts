import { describe, expect, test } from 'vitest'
import { coverageOf, matrixTitles } from './coverage'
import type { Hours, Targets } from './module-content'

const hours: Hours = { online: 1, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }
const target = (id: string) => ({ id, title: `Titolo di ${id}`, facts: ['F-001'] })
const targets: Targets = {
  leps: [{ ...target('lep-did'), audience: 'people' }],
  topics: [target('art5-piano')],
  areas: [target('art2-lep')],
}
const trains = { tasks: ['F3.1'], acts: ['F3.C1'], leps: ['lep-did'], topics: [], areas: ['art2-lep'] }
const questions = (count: number, tests: string[]) => Array.from({ length: count }, () => ({ tests }))
const both = { operatore: 'Verifica', navigator: 'Affianca' }

const first = {
  slug: 'primo',
  trains,
  hours: { navigator: hours, operatore: hours },
  questions: [...questions(4, ['F3.1', 'lep-did']), ...questions(3, ['F3.C1'])],
  form: {
    criteria: [
      { observes: ['F3.1', 'F3.C1'], ...both },
      { observes: ['F3.1'], navigator: 'Affianca' },
      { observes: ['F3.C1'], navigator: 'Affianca' },
    ],
  },
}
const second = { slug: 'secondo', trains, hours: { operatore: hours }, questions: questions(1, ['F3.C1']) }

const rowOf = (id: string, rows: ReturnType<typeof coverageOf>) => rows.find((row) => row.id === id)

describe('coverageOf', () => {
  test('Navigators are judged on the 21 tasks, operators on the 32 acts, both on the targets', () => {
    const count = (profile: 'navigator' | 'operatore') => {
      const kinds = coverageOf([first], profile, targets).map(({ kind }) => kind)
      return Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length]))
    }
    expect(count('navigator')).toEqual({ task: 21, lep: 1, topic: 1, area: 1 })
    expect(count('operatore')).toEqual({ act: 32, lep: 1, topic: 1, area: 1 })
  })

  test('who trains, tests and observes; only what the profile takes counts', () => {
    const titles = matrixTitles([
      { tasks: [{ id: 'F3.1', title: 'Affiancare' }], acts: [{ id: 'F3.C1', title: 'Accogliere' }] },
    ])
    const navigators = coverageOf([first, second], 'navigator', targets, titles)
    expect(rowOf('F3.1', navigators)).toEqual({
      id: 'F3.1',
      title: 'Affiancare',
      kind: 'task',
      trainedBy: ['primo'],
      questions: 4,
      criteria: 2,
      gaps: [],
    })
    const operators = coverageOf([first, second], 'operatore', targets, titles)
    expect(rowOf('F3.C1', operators)).toEqual({
      id: 'F3.C1',
      title: 'Accogliere',
      kind: 'act',
      trainedBy: ['primo', 'secondo'],
      questions: 4,
      criteria: 1,
      gaps: ['meno di 2 criteri'],
    })
  })

  test('what is missing, in words', () => {
    const rows = coverageOf([first], 'operatore', targets)
    expect(rowOf('F3.C1', rows)?.gaps).toEqual(['meno di 4 domande', 'meno di 2 criteri'])
    expect(rowOf('F9.C5', rows)?.gaps).toEqual(['nessun modulo', 'meno di 4 domande', 'meno di 2 criteri'])
    // Targets only have to be trained.
    expect(rowOf('art2-lep', rows)?.gaps).toEqual([])
    expect(rowOf('lep-did', rows)).toMatchObject({ title: 'Titolo di lep-did', questions: 4, gaps: [] })
    expect(rowOf('art5-piano', rows)?.gaps).toEqual(['nessun modulo'])
  })

  test('no modules, nothing covered', () => {
    expect(coverageOf([], 'navigator', targets).every(({ gaps }) => gaps.length > 0)).toBe(true)
  })
})
