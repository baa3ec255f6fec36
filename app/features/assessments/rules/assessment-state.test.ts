import { expect, test } from 'vitest'
import { type AssessmentFacts, assessmentState } from './assessment-state'

const now = new Date('2019-12-16T12:00:00Z')
const earlier = new Date('2019-12-16T08:00:00Z')
const none: AssessmentFacts = {
  rule: { attempts: 2, waitHours: [24] },
  passedSince: null,
  lessonsRead: true,
  openPrerequisites: [],
  past: [],
  open: null,
  unlocked: 0,
}
const attempt = { id: 't1', number: 1, submittedAt: earlier, passed: false }
const open = { id: 't2', number: 2, dueAt: null }
const until = new Date('2019-12-17T08:00:00Z')

test.each<[string, Partial<AssessmentFacts>, ReturnType<typeof assessmentState>]>([
  ['ready', {}, { kind: 'ready', number: 1, attempts: 2 }],
  ['lessons first', { lessonsRead: false, openPrerequisites: ['Uno'] }, { kind: 'lessons-first' }],
  ['prerequisites next', { openPrerequisites: ['Uno'] }, { kind: 'prerequisites-first', modules: ['Uno'] }],
  [
    'an open attempt goes on',
    { open, past: [attempt], lessonsRead: false },
    { kind: 'in-progress', attemptId: 't2', number: 2, dueAt: null },
  ],
  ['waiting', { past: [attempt] }, { kind: 'waiting', number: 2, until }],
  ['none left', { past: [attempt, { ...attempt, id: 't2', number: 2 }] }, { kind: 'exhausted' }],
  [
    'passed',
    { past: [{ ...attempt, passed: true }], passedSince: now },
    { kind: 'passed', attemptId: 't1', at: earlier },
  ],
  ['recognised, whatever is open', { open, passedSince: earlier }, { kind: 'passed', attemptId: null, at: earlier }],
  ['recognised after failures', { past: [attempt], passedSince: now }, { kind: 'passed', attemptId: null, at: now }],
  [
    'passed, but the evidence was voided',
    { past: [{ ...attempt, passed: true }] },
    { kind: 'waiting', number: 2, until },
  ],
])('%s', (_, facts, expected) => {
  expect(assessmentState({ ...none, ...facts }, now)).toEqual(expected)
})
