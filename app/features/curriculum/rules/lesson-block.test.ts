import { expect, test } from 'vitest'
import { refuseLessonBlock } from './lesson-block'
import type { FactMark } from './statement-rule'

const facts = new Map<string, FactMark>([
  ['F-001', { mark: 'act', laterThanAct: false }],
  ['F-002', { mark: 'verified', laterThanAct: true }],
  ['F-003', { mark: 'memory', laterThanAct: false }],
  ['F-004', { mark: 'secondary', laterThanAct: false }],
])
const unmarked = 'il testo non finisce con un segno: {F-001} o {prassi}'

test.each<[string, string[]]>([
  ['Una regola. {F-001}', []],
  ['Un consiglio. {prassi}', []],
  ['Una frase.', [unmarked]],
  ['Una frase sulla piattaforma. {rotta}', [unmarked]],
  ['Una regola. {F-999}', ['il fatto F-999 non esiste']],
  ['Una regola. {F-001, F-003}', ['il fatto F-003 è escluso: viene dalla memoria, senza fonte']],
  [
    'Una regola. {F-004}',
    ['il fatto F-004 è solo di fonte secondaria: nelle lezioni valgono l’atto e le fonti verificate'],
  ],
  ['Dal settembre 2019 vale altro. {F-002}', []],
  ['Poi vale altro. {F-002}', ['il fatto F-002 è successivo all’atto: nel testo scrivi di quando è, almeno l’anno']],
  [
    'Aspetta 30 giorni. {prassi}',
    ['il consiglio di buona pratica suona come una norma («30 giorni»): indica il fatto'],
  ],
])('%s', (block, expected) => {
  expect(refuseLessonBlock(block, facts)).toEqual(expected)
})
