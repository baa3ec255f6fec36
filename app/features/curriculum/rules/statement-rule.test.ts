import { describe, expect, test } from 'vitest'
import { type CheckedStatement, type FactMark, findStatements, refuseStatement } from './statement-rule'

const facts = new Map<string, FactMark>([
  ['F-001', { mark: 'act', laterThanAct: false }],
  ['F-002', { mark: 'verified', laterThanAct: true }],
  ['F-003', { mark: 'memory', laterThanAct: false }],
])

describe('refuseStatement', () => {
  test.each<[CheckedStatement, string | undefined]>([
    [{ text: 'a', facts: ['F-001'] }, undefined],
    [{ text: 'a', practice: true }, undefined],
    [{ text: 'a', facts: ['F-002'], later: true }, undefined],
    [{ text: 'a', facts: ['F-001', 'F-002'], later: true }, undefined],
    [{ text: 'a' }, 'la frase non ha né «facts» né «practice»: ne serve uno'],
    [{ text: 'a', facts: ['F-001'], practice: true }, 'la frase ha sia «facts» sia «practice»: ne serve uno solo'],
    [{ text: 'a', facts: ['F-999'] }, 'il fatto F-999 non esiste'],
    [{ text: 'a', facts: ['F-003'] }, 'il fatto F-003 è escluso: viene dalla memoria, senza fonte'],
    [{ text: 'a', facts: ['F-002'] }, 'il fatto F-002 è successivo all’atto: aggiungi «later: true»'],
    // The fact held at the time, the paper that tells it came later.
    [{ text: 'a', facts: ['F-001'], later: true }, undefined],
    [{ text: 'a', practice: true, later: true }, '«later» vale solo per una frase con «facts»'],
    [
      { text: 'Entro 30 giorni.', practice: true },
      'il consiglio di buona pratica suona come una norma («30 giorni»): indica il fatto',
    ],
  ])('%o → %s', (statement, expected) => {
    expect(refuseStatement(statement, facts)[0]?.reason).toBe(expected)
  })
})

test('findStatements finds texts, and sentences beside facts, at any depth', () => {
  const file = {
    title: 'no statement',
    lead: [{ text: 'a', practice: true }],
    acts: [{ does: 'b', facts: ['F-001'], steps: [{ text: 'c' }] }],
  }
  expect(findStatements(file).map(({ path, statement }) => [path.join('.'), statement.text])).toEqual([
    ['lead.0', 'a'],
    ['acts.0', 'b'],
    ['acts.0.steps.0', 'c'],
  ])
})
