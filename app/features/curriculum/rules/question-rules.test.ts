import { describe, expect, test } from 'vitest'
import { refuseBank, refuseQuestion, refuseQuestionPlace, type WrittenQuestion } from './question-rules'

const question: WrittenQuestion = {
  id: 'Q01',
  objective: 'O1',
  level: 'apply',
  tests: ['F3.1'],
  stem: 'Che cosa fa l’operatore?',
  options: [
    { id: 'a', text: 'Uno' },
    { id: 'b', text: 'Due' },
    { id: 'c', text: 'Tre' },
  ],
  key: 'a',
}
const options = (...texts: string[]) => texts.map((text, index) => ({ id: 'abcd'[index] ?? '', text }))

describe('refuseQuestion', () => {
  test('nothing against a sound one', () => {
    expect(refuseQuestion(question)).toEqual([])
  })

  test.each<[Partial<WrittenQuestion>, (string | number)[], string]>([
    [{ key: 'd' }, ['key'], 'la risposta giusta «d» non è fra le risposte'],
    [{ options: [...question.options].reverse() }, ['options'], 'le risposte vanno in ordine: a, b, c e, se c’è, d'],
    [
      { options: options('Sì, sempre', 'No', 'sì sempre.') },
      ['options', 2, 'text'],
      'due risposte dicono la stessa cosa',
    ],
    [
      { options: options('Uno', 'Due', 'Tutte le precedenti') },
      ['options', 2, 'text'],
      '«Tutte le precedenti» non dice nulla da sé: scrivi una risposta',
    ],
    [
      { stem: 'Che cosa non fa il Navigator?' },
      ['stem'],
      'la domanda chiede ciò che non è: metti in grassetto la parola che nega, **non**',
    ],
  ])('%o', (change, path, reason) => {
    expect(refuseQuestion({ ...question, ...change })).toEqual([{ path, reason }])
  })
})

test('a question points to an objective of its module, and to what the module trains', () => {
  const objectives = new Set(['O1'])
  expect(refuseQuestionPlace(question, objectives, new Set(['F3.1']))).toEqual([])
  expect(
    refuseQuestionPlace({ ...question, objective: 'O9', tests: ['F3.1', 'F9.9'] }, objectives, new Set(['F3.1'])),
  ).toEqual([
    { path: ['objective'], reason: 'l’obiettivo O9 non è del modulo' },
    { path: ['tests', 1], reason: '«F9.9» non è fra ciò che il modulo forma («trains» di module.yaml)' },
  ])
})

describe('refuseBank', () => {
  test.each([
    [4, []],
    [3, ['3 domande su 10 chiedono di applicare, il minimo è il 40 %']],
  ])('%i of ten questions ask to apply', (applied, reasons) => {
    const levels = bank((index) => ({ level: index < applied ? 'apply' : 'understand' }))
    expect(refuseBank(levels).map(({ reason }) => reason)).toEqual(reasons)
  })

  const bank = (of: (index: number) => Partial<WrittenQuestion>) =>
    Array.from({ length: 10 }, (_, index) => ({ ...question, id: `Q${index + 1}`, ...of(index) }))
  const longKey = { options: options('Molto più lunga', 'Due', 'Tre') }
  const negative = { stem: 'Che cosa **non** fa?' }

  test('up to 40 % of the keys may be the longest option, not more', () => {
    expect(refuseBank(bank((index) => (index < 4 ? longKey : {})))).toEqual([])
    expect(refuseBank(bank((index) => (index < 5 ? longKey : {})))).toEqual([
      {
        path: [],
        reason: 'in 5 domande su 10 la risposta giusta è la più lunga, il massimo è il 40 %: Q1, Q2, Q3, Q4, Q5',
      },
    ])
    // As long as another option is not the longest.
    expect(refuseBank(bank(() => ({ options: options('Nove', 'Otto', 'Tre') })))).toEqual([])
  })

  test('up to 10 % of the stems may be negative, not more', () => {
    expect(refuseBank(bank((index) => (index < 1 ? negative : {})))).toEqual([])
    expect(refuseBank(bank((index) => (index < 2 ? negative : {})))).toEqual([
      { path: [], reason: 'in 2 domande su 10 si chiede ciò che non è, il massimo è il 10 %: Q1, Q2' },
    ])
  })

  test('an empty bank is for others to refuse', () => {
    expect(refuseBank([])).toEqual([])
  })
})
