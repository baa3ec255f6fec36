import { describe, expect, test } from 'vitest'
import { type PracticeFacts, type PracticeRefusal, refusePractice, type WantedPractice } from './practice'

const wanted: WantedPractice = { heldOn: '2026-03-02', minutes: 90, tasks: ['F3.1'] }
const facts: PracticeFacts = {
  required: 720,
  trained: ['F3.1', 'F3.2'],
  enrolledOn: '2026-02-01',
  today: '2026-03-02',
  taken: 0,
}

describe('what may be logged as practice', () => {
  test.each<[string, Partial<WantedPractice>, Partial<PracticeFacts>, PracticeRefusal | undefined]>([
    ['today, of one task', {}, {}, undefined],
    ['the day of the enrolment', { heldOn: '2026-02-01' }, {}, undefined],
    ['the day before it', { heldOn: '2026-01-31' }, {}, 'before-enrolment'],
    ['tomorrow', { heldOn: '2026-03-03' }, {}, 'future'],
    ['no minutes', { minutes: 0 }, {}, 'minutes'],
    ['less than none', { minutes: -30 }, {}, 'minutes'],
    ['half a minute', { minutes: 1.5 }, {}, 'minutes'],
    ['no number', { minutes: Number.NaN }, {}, 'minutes'],
    ['a whole day', { minutes: 1440 }, {}, undefined],
    ['a minute more', { minutes: 1441 }, {}, 'minutes'],
    ['what the day has left', {}, { taken: 1350 }, undefined],
    ['a minute more than the day has left', {}, { taken: 1351 }, 'day-full'],
    ['two tasks', { tasks: ['F3.1', 'F3.2'] }, {}, undefined],
    ['the same task twice', { tasks: ['F3.1', 'F3.1'] }, {}, 'tasks'],
    ['no task', { tasks: [] }, {}, 'tasks'],
    ['no task of a module that trains none', { tasks: [] }, { trained: [] }, undefined],
    ['a task of another module', { tasks: ['F3.1', 'F6.1'] }, {}, 'tasks'],
    ['a module without hours on the job', {}, { required: 0 }, 'not-taken'],
    ['a module that the profile does not take', {}, { required: undefined }, 'not-taken'],
  ])('%s', (_, change, changed, refused) => {
    expect(refusePractice({ ...wanted, ...change }, { ...facts, ...changed })).toBe(refused)
  })
})
