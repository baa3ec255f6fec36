import { describe, expect, test } from 'vitest'
import type { AssessmentState } from '~/features/assessments/rules/assessment-state'
import { learner, unread } from '../../../tests/setup/learner-modules'
import type { AttemptOutcome, ObservationOutcome } from './module-outcomes.queries.server'
import { missingHoursWords, nextThingWords, observationWords, summaryWords, testWords } from './outcome-words'

const at = new Date('2019-12-16T09:00:00Z')
const attempt = (correct: number, passed: boolean): AttemptOutcome => ({
  enrolmentId: 'e',
  moduleSlug: 'a',
  number: 1,
  submittedAt: at,
  correct,
  total: 8,
  cut: 6,
  passed,
})
const observation = (sufficient: boolean, level: number): ObservationOutcome => ({
  id: 'o',
  enrolmentId: 'e',
  moduleSlug: 'a',
  observerId: 't',
  kind: 'real',
  observedOn: '2019-12-16',
  sufficient,
  level,
})

describe('how a test stands, for who follows people', () => {
  test.each<[AssessmentState, AttemptOutcome[], string]>([
    [{ kind: 'lessons-first' }, [], 'Non ancora aperto'],
    [{ kind: 'prerequisites-first', modules: ['B'] }, [], 'Non ancora aperto'],
    [{ kind: 'ready', number: 1, attempts: 3 }, [], 'Da fare'],
    [{ kind: 'ready', number: 2, attempts: 3 }, [attempt(4, false)], 'Non superato, 4 su 8'],
    [{ kind: 'waiting', number: 2, until: at }, [attempt(5, false)], 'Non superato, 5 su 8'],
    [{ kind: 'exhausted' }, [attempt(1, false), attempt(2, false)], 'Non superato, 2 su 8: tentativi finiti'],
    [{ kind: 'in-progress', attemptId: 'x', number: 1, dueAt: null }, [], 'In corso'],
    [{ kind: 'passed', attemptId: 'x', at }, [attempt(3, false), attempt(7, true)], 'Superato, 7 su 8'],
    [{ kind: 'passed', attemptId: null, at }, [attempt(3, false)], 'Riconosciuto'],
  ])('%o', (state, attempts, text) => {
    expect(testWords({ test: state }, { attempts }).text).toBe(text)
  })
})

describe('how the observations stand', () => {
  const rule = { required: 2, observers: 1, cutPercent: 70 }
  test.each<[boolean, ObservationOutcome[], string]>([
    [false, [], 'Da osservare'],
    [false, [observation(false, 1)], '0 su 2, livello 1'],
    [false, [observation(true, 3), observation(false, 2)], '1 su 2, livello 2'],
    [true, [observation(true, 3), observation(true, 4)], 'Requisito raggiunto, livello 4'],
    [true, [], 'Riconosciuta'],
  ])('requirement met %s', (observationMet, observations, text) => {
    expect(observationWords({ observation: rule, observationMet }, { observations }).text).toBe(text)
  })

  test('a module without observations says so', () => {
    expect(observationWords({ observation: undefined, observationMet: false }, { observations: [] }).mark).toBe('off')
  })
})

test('missing hours of several modules together, by mode', () => {
  const modules = [
    learner('a', { minutesRequired: { classroom: 120, onTheJob: 60, online: 60 }, minutesDone: { classroom: 30 } }),
    learner('b', { minutesRequired: { classroom: 60 }, minutesDone: { classroom: 90 } }),
    learner('c', { minutesRequired: { onTheJob: 30 } }),
  ]
  expect(missingHoursWords(modules)).toBe('1\u00a0h 30\u00a0min in aula, 1\u00a0h 30\u00a0min sul lavoro')
  expect(missingHoursWords([])).toBe('')
})

test('the next thing, in the third person', () => {
  const module = learner('a', { lessons: unread(3, [1]), minutesRequired: { remote: 60 } })
  const [lesson] = module.lessons.slice(1)
  if (!lesson) throw new Error('No lesson')
  expect(nextThingWords({ kind: 'lesson', module, lesson, left: 1, opensTest: true })).toBe('Leggere 2 lezioni di «A»')
  expect(nextThingWords({ kind: 'test', module, number: 1, attempts: 3 })).toBe('Fare il test di «A»')
  expect(nextThingWords({ kind: 'test-continue', module, attemptId: 'x', dueAt: null })).toBe('Finire il test di «A»')
  expect(nextThingWords({ kind: 'unlock', module })).toBe('Farsi sbloccare il test di «A»')
  expect(nextThingWords({ kind: 'waiting-test', module, until: at })).toContain('16/12/2019, ore 10.00')
  expect(nextThingWords({ kind: 'hours', module, missing: [] })).toBe('Ore di «A»: 1\u00a0h in aula a distanza')
  expect(nextThingWords({ kind: 'observation', module })).toBe('Farsi osservare per «A»')
  expect(nextThingWords({ kind: 'complete' })).toBe('Nulla: il piano è completo')
})

test('of a whole plan: how many tests are passed and observations met, and what a trainer has to unlock', () => {
  const observation = { required: 2, observers: 1, cutPercent: 70 }
  const passed = { kind: 'passed', attemptId: 't1', at: new Date() } as const
  const modules = [
    { test: passed, observation, observationMet: true },
    { test: { kind: 'exhausted' } as const, observation, observationMet: false },
    { test: { kind: 'lessons-first' } as const, observation: undefined, observationMet: false },
  ]
  expect(summaryWords(modules)).toEqual([
    { mark: 'half', text: 'Test superati: 1 su 3' },
    { mark: 'half', text: 'Osservazioni raggiunte: 1 su 2' },
    { mark: 'warn', text: 'Test da sbloccare: 1' },
  ])
  expect(summaryWords(modules.slice(0, 1))).toEqual([
    { mark: 'ok', text: 'Test superati: 1 su 1' },
    { mark: 'ok', text: 'Osservazioni raggiunte: 1 su 1' },
  ])
  expect(summaryWords(modules.slice(2))).toEqual([{ mark: 'todo', text: 'Test superati: 0 su 1' }])
})
