import { describe, expect, test } from 'vitest'
import type { EvidenceRow } from './evidence'
import { foldEvidence, type ModuleState, planCompletedAt } from './fold'
import type { ModuleRequirements } from './requirements'

const requirements: ModuleRequirements = {
  lessons: [
    { slug: 'l1', minutes: 10 },
    { slug: 'l2', minutes: 20 },
  ],
  minutes: { online: 60, classroom: 120, remote: 0, collaborative: 0, onTheJob: 90 },
  observation: true,
}

const at = (hour: number) => new Date(Date.UTC(2019, 11, 16, hour))
type More = Partial<Pick<EvidenceRow, 'minutes' | 'corrects' | 'isVoid'>>
type Said = [kind: EvidenceRow['kind'], subject: string, more?: More]

/** Rows in order, an hour apart, with ids r1, r2… */
function rowsOf(...said: Said[]): EvidenceRow[] {
  return said.map(([kind, subject, more], index) => ({
    id: `r${index + 1}`,
    kind,
    subject,
    minutes: null,
    recordedAt: at(index + 1),
    corrects: null,
    isVoid: false,
    ...more,
  }))
}
const fold = (...said: Said[]) => foldEvidence(requirements, rowsOf(...said))
const hours = (mode: string, minutes: number, more: More = {}): Said => ['hours', mode, { minutes, ...more }]
const all: Said[] = [
  ['lesson', 'l1'],
  ['lesson', 'l2'],
  ['assessment', 'a'],
  ['observation', 'o'],
  ['hours', 'classroom', { minutes: 120 }],
  ['hours', 'onTheJob', { minutes: 90 }],
]

describe('what evidence adds up to', () => {
  test('nothing yet', () => {
    expect(fold()).toEqual({
      lessonsDone: 0,
      lessonsRequired: 2,
      minutesDone: 0,
      minutesRequired: 270,
      minutesByMode: { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 },
      assessmentPassed: false,
      observationMet: false,
      completedAt: undefined,
    })
  })

  test.each<[string, Said[], Partial<ModuleState>]>([
    [
      'online, the share of the lessons read',
      [['lesson', 'l1']],
      {
        lessonsDone: 1,
        minutesDone: 20,
        minutesByMode: { online: 20, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 },
      },
    ],
    [
      'all lessons read: all online minutes',
      [
        ['lesson', 'l1'],
        ['lesson', 'l2'],
      ],
      { lessonsDone: 2, minutesDone: 60 },
    ],
    [
      'the same lesson twice counts once',
      [
        ['lesson', 'l1'],
        ['lesson', 'l1'],
      ],
      { lessonsDone: 1, minutesDone: 20 },
    ],
    ['a lesson that the module does not have', [['lesson', 'altra']], { lessonsDone: 0, minutesDone: 0 }],
    ['hours of one mode add up', [hours('classroom', 45), hours('classroom', 30)], { minutesDone: 75 }],
    [
      'a surplus of one mode does not fill another',
      [hours('classroom', 400)],
      { minutesDone: 120, minutesByMode: { online: 0, classroom: 400, remote: 0, collaborative: 0, onTheJob: 0 } },
    ],
    ['hours of a mode that is not asked for', [hours('remote', 60)], { minutesDone: 0 }],
    ['a test passed', [['assessment', 'a']], { assessmentPassed: true }],
    ['the observation requirement met', [['observation', 'o']], { observationMet: true }],
    ['lessons recognised', [['recognition', 'lessons']], { lessonsDone: 2, minutesDone: 60 }],
    ['a test recognised', [['recognition', 'assessment']], { assessmentPassed: true }],
    ['an observation recognised', [['recognition', 'observation']], { observationMet: true }],
    [
      'hours recognised add to those recorded',
      [['recognition', 'onTheJob', { minutes: 60 }], hours('onTheJob', 20)],
      { minutesDone: 80 },
    ],
    [
      'a corrected row counts as the new one says',
      [hours('classroom', 60), hours('classroom', 20, { corrects: 'r1' })],
      { minutesDone: 20 },
    ],
    [
      'a correction of a correction',
      [hours('classroom', 60), hours('classroom', 20, { corrects: 'r1' }), hours('classroom', 45, { corrects: 'r2' })],
      { minutesDone: 45 },
    ],
    [
      'a correction that moves hours to another mode',
      [hours('classroom', 60), hours('onTheJob', 60, { corrects: 'r1' })],
      { minutesDone: 60, minutesByMode: { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 60 } },
    ],
    [
      'a void row takes it away',
      [
        ['lesson', 'l1'],
        ['lesson', 'l1', { corrects: 'r1', isVoid: true }],
      ],
      { lessonsDone: 0 },
    ],
    [
      'void takes away the corrected row and its correction',
      [
        hours('classroom', 60),
        hours('classroom', 20, { corrects: 'r1' }),
        ['hours', 'classroom', { corrects: 'r2', isVoid: true }],
      ],
      { minutesDone: 0 },
    ],
    [
      'a correction of a void row brings something back',
      [
        ['assessment', 'a'],
        ['assessment', 'a', { corrects: 'r1', isVoid: true }],
        ['assessment', 'a', { corrects: 'r2' }],
      ],
      { assessmentPassed: true },
    ],
  ])('%s', (_, said, expected) => {
    expect(fold(...said)).toMatchObject(expected)
  })
})

describe('when a module is complete', () => {
  test('with the row that was missing', () => {
    expect(fold(...all)).toMatchObject({
      minutesDone: 270,
      completedAt: at(6),
    })
  })

  test.each(all.map((row, index) => [`${row[0]} ${row[1]}`, index] as const))('not without %s', (_, missing) => {
    const rest = all.filter((__, index) => index !== missing)
    expect(fold(...rest).completedAt).toBeUndefined()
  })

  test('without an observation rule, no observation is needed', () => {
    const rows = rowsOf(...all).filter(({ kind }) => kind !== 'observation')
    expect(foldEvidence({ ...requirements, observation: false }, rows).completedAt).toEqual(at(6))
  })

  test.each<[string, Said[], number | undefined]>([
    ['more evidence afterwards leaves the date', [hours('classroom', 60), ['lesson', 'l1']], 6],
    ['a correction that takes it away leaves none', [hours('onTheJob', 89, { corrects: 'r6' })], undefined],
    ['a void row too', [['assessment', 'a', { corrects: 'r3', isVoid: true }]], undefined],
    ['a correction that changes nothing of it leaves the date', [hours('onTheJob', 200, { corrects: 'r6' })], 6],
    [
      'what was taken away and came back counts from when it came back',
      [
        ['assessment', 'a', { corrects: 'r3', isVoid: true }],
        ['assessment', 'b'],
      ],
      8,
    ],
    [
      'what was wrong at the time does not count for the date, even if it was not missed later',
      [hours('onTheJob', 90), ['hours', 'onTheJob', { corrects: 'r6', isVoid: true }]],
      7,
    ],
    [
      'what was lowered counts for the date no more than what is left',
      [hours('onTheJob', 80), hours('onTheJob', 10, { corrects: 'r6' })],
      7,
    ],
  ])('%s', (_, more, hour) => {
    expect(fold(...all, ...more).completedAt).toEqual(hour && at(hour))
  })
})

test.each([
  ['no module', [], undefined],
  ['one open', [at(1), undefined], undefined],
  ['one without a row', [at(1), null], undefined],
  ['all complete: with the last', [at(2), at(3), at(1)], at(3)],
])('the plan: %s', (_, modules, completedAt) => {
  expect(planCompletedAt(modules)).toEqual(completedAt)
})
