import { expect, test } from 'vitest'
import { flatSections, numberSections } from './outline'

const outline = numberSections([
  { id: 'guida', title: 'Guida', children: [{ id: 'fase-1', title: 'Fase 1' }] },
  {
    id: 'moduli',
    title: 'Moduli',
    children: [
      { id: 'm1', title: 'M1' },
      {
        id: 'm2',
        title: 'M2',
        children: [
          { id: 'm2-a', title: 'Lezione' },
          { id: 'm2-b', title: 'Domande' },
        ],
      },
    ],
  },
])

test('sections are numbered within their own, and their headings go one level down each time', () => {
  expect(flatSections(outline).map(({ id, number, level }) => `${id} ${number} h${level}`)).toEqual([
    'guida 1 h2',
    'fase-1 1.1 h3',
    'moduli 2 h2',
    'm1 2.1 h3',
    'm2 2.2 h3',
    'm2-a 2.2.1 h4',
    'm2-b 2.2.2 h4',
  ])
})
