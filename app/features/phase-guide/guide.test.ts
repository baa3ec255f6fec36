import { describe, expect, test } from 'vitest'
import { readContent } from '~/features/curriculum/read-content.server'
import { actIds, taskIds } from '~/features/curriculum/rules/act-matrix'
import { composeGuide } from './guide.server'

const content = readContent('content')
const guide = composeGuide(content)

describe('the guide', () => {
  test('has nine phases, 21 tasks in the order of the matrix, and a page for each of the 53 activities', () => {
    expect(guide.phases.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(guide.taskRows.map(({ id }) => id)).toEqual(taskIds)
    expect([...guide.activities.keys()].sort()).toEqual([...taskIds, ...actIds].sort())
  })

  test('leads from each activity to the next of its kind, over all of them', () => {
    const walk = (id: string | undefined): string[] => (id ? [id, ...walk(guide.activities.get(id)?.next?.id)] : [])
    expect(walk('F2.1')).toEqual(taskIds)
    expect(walk('F2.C1')).toEqual(actIds)
    expect(guide.activities.get('F5.1')?.previous?.id).toBe('F4.3')
    expect(guide.activities.get('F2.1')?.previous).toBeUndefined()
  })

  test('cites the cell of the matrix', () => {
    expect(guide.activities.get('F5.1')?.cite).toBe('Allegato 1, par. 3.2, fase 5, attività F5.1')
    expect(guide.activities.get('F5.C4')?.cite).toBe('Allegato 1, par. 3.2, fase 5, compito F5.C4')
  })

  test('shows every act of a phase once: among what is always done, or with its special case', () => {
    for (const phase of guide.phases) {
      const shown = [...phase.acts, ...phase.specialCases.flatMap(({ acts }) => acts)].map(({ id }) => id)
      expect(shown.sort()).toEqual(content.phases[phase.number - 1]?.acts.map(({ id }) => id).sort())
    }
  })

  test('numbers on a page point into its list of what it rests on', () => {
    const pages = [
      ...guide.phases.map((phase) => ({
        said: [...phase.notes, ...phase.specialCases.flatMap((item) => item.explain)],
        ...phase,
      })),
      ...[...guide.activities.values()].map((item) => ({
        said: [...item.purpose, ...item.steps, ...item.limits],
        ...item,
      })),
      { said: [...guide.furtherActivities.lead, ...guide.furtherActivities.notes], ...guide.furtherActivities },
    ]
    for (const { said, basis } of pages) {
      expect(basis.length).toBeGreaterThan(0)
      for (const number of said.flatMap(({ refs }) => refs ?? [])) expect(basis[number - 1]).toBeDefined()
    }
  })

  test('lists every fact in full once among the sources, and none that is barred', () => {
    const listed = guide.sources.groups.flatMap(({ sources }) =>
      sources.flatMap(({ facts }) => facts.map(({ id }) => id)),
    )
    expect(listed.sort()).toEqual(content.facts.map(({ id }) => id).sort())
  })

  test('has its terms in Italian order', () => {
    const terms = guide.glossary.flatMap(({ entries }) => entries.map(({ term }) => term))
    expect(terms).toHaveLength(content.terms.length)
    expect(terms).toEqual([...terms].sort(new Intl.Collator('it', { sensitivity: 'base', numeric: true }).compare))
  })
})
