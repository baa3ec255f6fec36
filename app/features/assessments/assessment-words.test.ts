import { expect, test } from 'vitest'
import {
  describeAttempts,
  describeLength,
  describeOutcome,
  describeState,
  savedText,
  untilText,
} from './assessment-words'
import type { AssessmentState } from './rules/assessment-state'

const now = new Date('2026-03-02T09:24:00Z')
const tomorrow = new Date('2026-03-03T09:05:00Z')

test('a moment of today is told by its hour, another by its day', () => {
  expect([savedText(now, now), savedText(now, tomorrow)]).toEqual(['alle 10.24', 'il 02/03/2026, ore 10.24'])
  expect([untilText(now, now), untilText(tomorrow, now)]).toEqual(['fino alle 10.24', 'fino al 03/03/2026, ore 10.05'])
})

test.each([
  [1, [24], 'Un solo tentativo.'],
  [3, [0], '3 tentativi, anche uno dopo l’altro.'],
  [3, [], '3 tentativi, anche uno dopo l’altro.'],
  [2, [1], '2 tentativi. Se non lo superi lo rifai dopo 1 ora.'],
  [3, [24], '3 tentativi. Se non lo superi lo rifai dopo 24 ore.'],
  [3, [1, 24], '3 tentativi: il secondo dopo 1 ora, il terzo dopo 24 ore.'],
  [4, [0, 24], '4 tentativi: il secondo subito, il terzo dopo 24 ore, il quarto dopo 24 ore.'],
])('%d attempts with waits of %j', (attempts, waitHours, text) => {
  expect(describeAttempts({ attempts, waitHours })).toBe(text)
})

test.each([
  [8, 6, '8 domande, ne servono 6 giuste'],
  [2, 1, '2 domande, ne serve una giusta'],
  [1, 1, '1 domanda, ne serve una giusta'],
])('%d questions of which %d must be right', (count, cut, text) => {
  expect(describeLength({ blueprint: [{ objective: 'O1', count }], cut })).toBe(text)
})

test('an outcome says what was right and what was needed', () => {
  expect(describeOutcome({ correct: 9, total: 15, cut: 11 })).toBe('9 risposte giuste su 15: ne servivano 11.')
  expect(describeOutcome({ correct: 1, total: 2, cut: 1 })).toBe('Una risposta giusta su 2: ne serviva 1.')
})

test('every state is a title and complete sentences', () => {
  const states: AssessmentState[] = [
    { kind: 'lessons-first' },
    { kind: 'prerequisites-first', modules: ['Uno', 'Due'] },
    { kind: 'ready', number: 1, attempts: 3 },
    { kind: 'ready', number: 2, attempts: 3 },
    { kind: 'in-progress', attemptId: 'x', number: 1, dueAt: null },
    { kind: 'in-progress', attemptId: 'x', number: 1, dueAt: now },
    { kind: 'waiting', number: 2, until: tomorrow },
    { kind: 'exhausted' },
    { kind: 'passed', attemptId: 'x', at: now },
    { kind: 'passed', attemptId: null, at: now },
  ]
  const told = states.map((state) => describeState(state, now))
  expect(told.map(({ title }) => title)).toEqual([
    'Il test si apre a lezioni finite',
    'Prima supera altri test',
    'Il test è aperto',
    'Il test è aperto',
    'Hai un test aperto',
    'Hai un test aperto',
    'Il test si riapre il 03/03/2026, ore 10.05',
    'Hai usato tutti i tentativi',
    'Hai superato il test',
    'Il test ti è stato riconosciuto',
  ])
  for (const { text } of told) expect(text).toMatch(/\.$/)
  expect(told[7]?.text).toContain('Un formatore della tua provincia')
})
