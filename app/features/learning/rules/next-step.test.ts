import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { learner, unread } from '../../../../tests/setup/learner-modules'
import type { LearnerModule } from './learner-module'
import { nextStep } from './next-step'

const at = new Date('2019-12-16T08:05:00Z')
const later = new Date('2019-12-17T08:05:00Z')

const ready = { kind: 'ready', number: 1, attempts: 3 } as const
const passed = { kind: 'passed', attemptId: 'x', at } as const
const begun = { kind: 'in-progress', attemptId: 'x', number: 1, dueAt: at } as const
const waiting = (until: Date) => ({ kind: 'waiting', number: 2, until }) as const
const exhausted = { kind: 'exhausted' } as const
const observation = { required: 2, observers: 1, cutPercent: 70 }
const complete = { test: passed, completedAt: at } as const

/** What matters of a step, in one line. */
function told(modules: LearnerModule[]) {
  const step = nextStep(modules)
  if (step.kind === 'complete') return 'complete'
  const what = step.kind === 'lesson' ? ` ${step.lesson.slug}` : ''
  return `${step.kind} ${step.module.slug}${what}`
}

const cases: [why: string, modules: LearnerModule[], step: string][] = [
  [
    'nothing yet: the first lesson of the first module',
    [learner('a', { lessons: unread(2) }), learner('b')],
    'lesson a lezione-1',
  ],
  ['a lesson was read: the first that was not', [learner('a', { lessons: unread(3, [1]) })], 'lesson a lezione-2'],
  [
    'one read out of order leaves the earlier one to read',
    [learner('a', { lessons: unread(3, [2, 3]) })],
    'lesson a lezione-1',
  ],
  [
    'a complete module is passed over',
    [learner('a', complete), learner('b', { lessons: unread(2) })],
    'lesson b lezione-1',
  ],
  [
    'an open test of an earlier module comes before a lesson of a later one',
    [learner('a', { test: ready }), learner('b', { lessons: unread(2) })],
    'test a',
  ],
  [
    'a lesson of an earlier module comes before an open test of a later one',
    [learner('a', { lessons: unread(2) }), learner('b', { test: ready })],
    'lesson a lezione-1',
  ],
  [
    'a test that was begun comes first of all',
    [learner('a', { lessons: unread(2) }), learner('b', { test: begun })],
    'test-continue b',
  ],
  [
    'a module that waits for others lets one go on to the next',
    [learner('a', { test: waiting(at) }), learner('b', { lessons: unread(1) })],
    'lesson b lezione-1',
  ],
  ['the test that waits, when nothing else can be done', [learner('a', { test: waiting(at) })], 'waiting-test a'],
  [
    'of two that wait, the one that opens first',
    [learner('a', { test: waiting(later) }), learner('b', { test: waiting(at) })],
    'waiting-test b',
  ],
  [
    'a test to be unlocked comes before one that opens by itself: somebody must be asked',
    [learner('a', { test: waiting(at) }), learner('b', { test: exhausted })],
    'unlock b',
  ],
  [
    'a test that waits comes before hours that others record',
    [learner('a', { test: passed, minutesRequired: { classroom: 120 } }), learner('b', { test: waiting(at) })],
    'waiting-test b',
  ],
  [
    'hours come before the observation of the same module',
    [learner('a', { test: passed, minutesRequired: { classroom: 120 }, observation })],
    'hours a',
  ],
  [
    'the observation of an earlier module comes before the hours of a later one',
    [learner('a', { test: passed, observation }), learner('b', { test: passed, minutesRequired: { onTheJob: 60 } })],
    'observation a',
  ],
  [
    'an observation that is met asks for nothing',
    [learner('a', { ...complete, observation, observationMet: true })],
    'complete',
  ],
  [
    'a test that waits for another’s lets that one come first',
    [
      learner('a', { test: { kind: 'prerequisites-first', modules: ['B'] }, prerequisites: ['b'] }),
      learner('b', { test: ready }),
    ],
    'test b',
  ],
  ['everything is complete', [learner('a', complete), learner('b', complete)], 'complete'],
]

describe('the one next step', () => {
  test.each(cases)('%s', (_, modules, step) => {
    expect(told(modules)).toBe(step)
  })

  test('what follows a lesson: how many are left, and whether the test opens then', () => {
    const following = (modules: LearnerModule[]) => {
      const step = nextStep(modules)
      return step.kind === 'lesson' && { left: step.left, opensTest: step.opensTest }
    }
    expect(following([learner('a', { lessons: unread(3) })])).toEqual({ left: 2, opensTest: true })
    expect(following([learner('a', { lessons: unread(3, [1, 2]) })])).toEqual({ left: 0, opensTest: true })
    expect(following([learner('a', { lessons: unread(1), test: passed })])).toEqual({ left: 0, opensTest: false })
    const waitsForB = learner('a', { lessons: unread(1), prerequisites: ['b'] })
    expect(following([waitsForB, learner('b', { test: ready })])).toEqual({ left: 0, opensTest: false })
    expect(following([waitsForB, learner('b', { test: passed })])).toEqual({ left: 0, opensTest: true })
  })

  test('hours that are missing are told by mode, the online ones never: the lessons bring them', () => {
    const step = nextStep([
      learner('a', {
        test: passed,
        minutesRequired: { online: 60, classroom: 120, onTheJob: 360 },
        minutesDone: { classroom: 120, onTheJob: 90 },
      }),
    ])
    expect(step).toMatchObject({ kind: 'hours', missing: [{ mode: 'onTheJob', minutes: 270 }] })
  })

  test('whatever the state, the step is complete if and only if every module is', () => {
    const states = fc.constantFrom<LearnerModule['test']>(ready, passed, begun, waiting(at), exhausted)
    const modules = fc.array(
      fc.record({ left: fc.nat(2), state: states, missing: fc.constantFrom(0, 60), observed: fc.boolean() }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(modules, (drawn) => {
        const all = drawn.map(({ left, state, missing, observed }, index) => {
          const done = left === 0 && state.kind === 'passed' && missing === 0 && observed
          return learner(`m${index}`, {
            lessons: left > 0 ? unread(left) : undefined,
            test: left > 0 ? { kind: 'lessons-first' } : state,
            minutesRequired: { classroom: missing },
            observation,
            observationMet: observed,
            completedAt: done ? at : null,
          })
        })
        const step = nextStep(all)
        expect(step.kind === 'complete').toBe(all.every(({ completedAt }) => completedAt !== null))
      }),
    )
  })
})
