import { expect, test } from 'vitest'
import { planUses } from './fact-uses'

test('counts the texts of a plan that rest on a fact, each text once', () => {
  const uses = planUses([
    {
      lessons: [{ markdown: 'Uno. {F-001}\n\nDue. {F-001, F-002}' }, { markdown: ':::verifica\nfacts: [F-001]\n:::' }],
      questions: [{ facts: ['F-002', 'F-002'] }, { practice: true }],
      form: { criteria: [{ facts: ['F-001'] }] },
      activities: [{ facts: ['F-003'] }],
      jobAid: { markdown: '- Tre. {F-003}' },
    },
    { lessons: [], questions: [{ facts: ['F-002'] }], activities: [] },
  ])
  const none = { lessons: 0, jobAids: 0, questions: 0, criteria: 0, activities: 0 }
  expect(Object.fromEntries(uses)).toEqual({
    'F-001': { ...none, lessons: 2, criteria: 1 },
    'F-002': { ...none, lessons: 1, questions: 2 },
    'F-003': { ...none, activities: 1, jobAids: 1 },
  })
})
