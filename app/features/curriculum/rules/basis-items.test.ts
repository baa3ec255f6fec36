import { expect, test } from 'vitest'
import { basisItems, type Evidence } from './basis-items'

const fact = { statement: 'Detto', sources: ['A', 'B'], cite: 'par. 2', validFrom: '2019-07-22', laterThanAct: false }
const later = { statement: 'Detto', sources: ['B'], validFrom: '2020-01-13', laterThanAct: true }
const evidence: Evidence = {
  facts: new Map<string, typeof later>(Object.entries({ 'F-001': fact, 'F-002': later })),
  sources: new Map(Object.entries({ A: { title: 'Un titolo assai lungo', short: 'Atto' }, B: { title: 'Legge' } })),
}

test('a fact comes with its sources, short where they have a short name, and the place in them', () => {
  expect(basisItems(['F-001'], evidence)).toEqual([{ id: 'F-001', statement: 'Detto', source: 'Atto; Legge, par. 2' }])
})

test('one later than the act says from when it holds', () => {
  expect(basisItems(['F-002'], evidence)).toEqual([
    { id: 'F-002', statement: 'Detto', source: 'Legge', laterFrom: '13/01/2020' },
  ])
})

test('one that is not there any more keeps its place, because numbers count on the list', () => {
  const items = basisItems(['F-999', 'F-001'], evidence)
  expect(items.map(({ id }) => id)).toEqual(['F-999', 'F-001'])
  expect(items[0]).toMatchObject({ gone: true, source: '' })
})
