import { expect, test } from 'vitest'
import { actIds, phaseOfId, taskIds } from '~/features/curriculum/rules/act-matrix'
import type { Targets } from '~/features/curriculum/rules/module-content'
import { someModule } from '../../../../tests/setup/plans'
import { countTrained, coverageView } from './coverage-view'

const targets: Targets = {
  leps: [{ id: 'lep-did', title: 'Supporto alla DID', facts: [], audience: 'people' }],
  topics: [{ id: 'art5-piano', title: 'La materia del Piano', facts: [] }],
  areas: [{ id: 'art2-lep', title: 'Rispetto dei livelli essenziali', facts: [] }],
}
const titled = (ids: readonly string[], phase: number) =>
  ids.filter((id) => phaseOfId(id) === phase).map((id) => ({ id, title: `Titolo di ${id}` }))
const phases = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({
  number,
  shortTitle: `Nome ${number}`,
  acts: titled(actIds, number),
  tasks: titled(taskIds, number),
}))
const trains = { tasks: ['F3.1'], acts: [], leps: ['lep-did'], topics: [], areas: [] }
const coverage = coverageView([someModule({ slug: 'primo', trains }), someModule({ slug: 'secondo' })], targets, phases)
const [navigator, operatore] = coverage.profiles

test('Navigators stand on the 21 tasks, operators on the 32 acts, under the phases of the matrix', () => {
  expect(coverage.modules.map(({ slug }) => slug)).toEqual(['primo', 'secondo'])
  expect(navigator?.matrix.map(({ title }) => title)).toEqual(
    [2, 3, 4, 5, 6, 7, 9].map((number) => `Fase ${number}, Nome ${number}`),
  )
  expect(navigator?.matrix.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(taskIds)
  expect(operatore?.matrix.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(actIds)
  expect(navigator?.matrix[1]?.rows[0]).toMatchObject({ title: 'Titolo di F3.1', trainedBy: ['primo'] })
})

test('both have LEP, topics and areas', () => {
  for (const profile of coverage.profiles) {
    expect(profile.targets.map(({ rows }) => rows.map(({ id }) => id))).toEqual([
      ['lep-did'],
      ['art5-piano'],
      ['art2-lep'],
    ])
  }
})

test('what is trained is counted', () => {
  expect(countTrained(navigator?.matrix ?? [])).toEqual({ trained: 1, all: 21 })
  expect(countTrained(operatore?.matrix ?? [])).toEqual({ trained: 0, all: 32 })
  expect(countTrained(navigator?.targets ?? [])).toEqual({ trained: 1, all: 3 })
})
