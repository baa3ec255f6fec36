import { expect, test } from 'vitest'
import { bankOf, finalObjectives, nothingButTest, trainingModules } from './final-test'

type Trained = { slug: string; title: string; final?: true; questions: { id: string; objective: string }[] }

const question = (id: string, objective: string) => ({ id, objective })
const first: Trained = { slug: 'primo', title: 'Primo', questions: [question('Q1', 'O1'), question('Q2', 'O2')] }
const second: Trained = { slug: 'secondo', title: 'Secondo', questions: [question('Q1', 'O1')] }
const final: Trained = { slug: 'test-finale', title: 'Test finale', final: true, questions: [question('Q9', 'O9')] }

test('the final test draws from the banks of all the others, each question standing for its module', () => {
  expect(bankOf(final, [first, second, final])).toEqual([
    question('Q1', 'primo'),
    question('Q2', 'primo'),
    question('Q1', 'secondo'),
  ])
})

test('a module draws from its own bank, as it is', () => {
  expect(bankOf(second, [first, second, final])).toBe(second.questions)
})

test('the final test is no module that trains, and asks about those that do', () => {
  expect(trainingModules([first, final, second])).toEqual([first, second])
  expect(finalObjectives([first, second])).toEqual([
    { id: 'primo', text: 'Primo' },
    { id: 'secondo', text: 'Secondo' },
  ])
  expect(nothingButTest.questions).toEqual([])
})
