import { describe, expect, test } from 'vitest'
import { refuseGround, refuseTestedGround } from './grounds'
import type { Ground } from './module-content'
import type { FactMark } from './statement-rule'

const facts = new Map<string, FactMark>([
  ['F-001', { mark: 'act', laterThanAct: false }],
  ['F-002', { mark: 'verified', laterThanAct: true }],
  ['F-003', { mark: 'memory', laterThanAct: false }],
  ['F-004', { mark: 'secondary', laterThanAct: false }],
  ['F-005', { mark: 'verified', laterThanAct: false }],
])

describe('refuseGround', () => {
  test.each<[Ground, string[], string | undefined]>([
    [{ facts: ['F-001', 'F-002', 'F-004'] }, ['Entro 30 giorni.'], undefined],
    [{ practice: true }, ['Saluta.'], undefined],
    [{}, [], 'non ha né «facts» né «practice»: ne serve uno'],
    [{ facts: ['F-001'], practice: true }, [], 'ha sia «facts» sia «practice»: ne serve uno solo'],
    [{ facts: ['F-999'] }, [], 'il fatto F-999 non esiste'],
    [{ facts: ['F-003'] }, [], 'il fatto F-003 è escluso: viene dalla memoria, senza fonte'],
    [
      { practice: true },
      ['Saluta.', 'Aspetta 30 giorni.'],
      'la buona pratica suona come una norma («30 giorni»): indica il fatto',
    ],
  ])('%o, %o', (ground, texts, expected) => {
    expect(refuseGround(ground, texts, facts)[0]?.reason).toBe(expected)
  })
})

describe('refuseTestedGround', () => {
  test.each<[Ground, string[]]>([
    [{ facts: ['F-001', 'F-005'] }, []],
    [{ practice: true }, []],
    [{ facts: ['F-004'] }, ['il fatto F-004 è solo di fonte secondaria: non si verifica in una domanda']],
    [{ facts: ['F-001', 'F-002'] }, ['il fatto F-002 è successivo all’atto: non si verifica in una domanda']],
    [{ facts: ['F-003'] }, ['il fatto F-003 è escluso: viene dalla memoria, senza fonte']],
    [{}, ['non ha né «facts» né «practice»: ne serve uno']],
  ])('%o', (ground, expected) => {
    expect(refuseTestedGround(ground, [], facts).map(({ reason }) => reason)).toEqual(expected)
  })
})
