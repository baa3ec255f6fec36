import { expect, test } from 'vitest'
import { isMarked, markerOf, refuseBlock, takeMarkers } from './markdown-marker'
import type { FactMark } from './statement-rule'

const facts = new Map<string, FactMark>([
  ['F-001', { mark: 'act', laterThanAct: false }],
  ['F-003', { mark: 'memory', laterThanAct: false }],
])
const unmarked = 'il testo non finisce con un segno: {F-001}, {prassi} o {rotta}'

test.each<[string, string[]]>([
  ['Uno. {F-001}', []],
  ['Due,\nancora due. {rotta}', []],
  ['Tre. {prassi}', []],
  ['Quattro.', [unmarked]],
  ['Quattro. {F-001} E poi.', [unmarked]],
  ['Quattro. {F-1}', [unmarked]],
  ['Cinque. {F-001, F-999}', ['il fatto F-999 non esiste']],
  ['Sei. {F-003}', ['il fatto F-003 è escluso: viene dalla memoria, senza fonte']],
  [
    'Aspetta 30 giorni. {prassi}',
    ['il consiglio di buona pratica suona come una norma («30 giorni»): indica il fatto'],
  ],
  ['<div>ciao {rotta}</div>', ['HTML non ammesso: usa il Markdown']],
])('%s', (block, expected) => {
  expect(refuseBlock(block, facts)).toEqual(expected)
  expect(isMarked(block)).toBe(!expected.includes(unmarked) && !block.startsWith('<'))
})

test('what a marker names', () => {
  expect(markerOf('Uno. {F-001, F-002}')).toEqual(['F-001', 'F-002'])
  expect(markerOf('Uno. {prassi}')).toBe('prassi')
  expect(markerOf('Uno. {F-001} Due.')).toBeUndefined()
})

test('a text without its markers, and the facts that they named', () => {
  expect(takeMarkers('Uno. {F-002, F-001}\n- due {prassi}\n| tre {F-002} | {qualcosa} |')).toEqual({
    markdown: 'Uno.\n- due\n| tre | {qualcosa} |',
    facts: ['F-002', 'F-001'],
  })
})
