import { expect, test } from 'vitest'
import { someModule } from '../../../../tests/setup/plans'
import { mainParts, partAnchor, path, planParts } from './plan-parts'

const criterion = { id: 'C1', critical: true, observes: [], met: 'a', partly: 'b', notMet: 'c' }
const first = someModule({
  slug: 'primo',
  questionsPerObjective: 1,
  form: { title: 'Scheda', settings: [], criteria: [criterion] },
})

test('a document’s parts, by module, in its order', () => {
  const groups = planParts({
    modules: [first, someModule({ slug: 'secondo', lessonCount: 1, questionsPerObjective: 0 })],
  })
  expect(groups.map((group) => [group.moduleSlug, group.parts.map((part) => part.path)])).toEqual([
    [null, ['', 'piano/dimensionamento']],
    [
      'primo',
      [
        'primo',
        'primo/lezioni/lezione-1',
        'primo/lezioni/lezione-2',
        'primo/test',
        'primo/domande/O1-1',
        'primo/domande/O2-1',
        'primo/scheda',
        'primo/scheda/C1',
      ],
    ],
    ['secondo', ['secondo', 'secondo/lezioni/lezione-1', 'secondo/test']],
  ])
  expect(groups[1]?.parts[3]).toEqual({ path: 'primo/test', label: 'M1, regola del test' })
})

test('a list of choices leaves single questions and criteria out', () => {
  const [, group] = planParts({ modules: [first] })
  expect(group && mainParts(group).map((part) => part.path)).toEqual([
    'primo',
    'primo/lezioni/lezione-1',
    'primo/lezioni/lezione-2',
    'primo/test',
    'primo/scheda',
  ])
})

test('what has a frozen row of its own is named as the rows of earlier versions are', () => {
  expect([path.head, path.module('m'), path.lesson('m', 'l'), path.question('m', 'q')]).toEqual([
    'piano',
    'm',
    'm/lezioni/l',
    'm/domande/q',
  ])
})

test('an anchor has no slash', () => expect(partAnchor('m/domande/q')).toBe('parte-m-domande-q'))
