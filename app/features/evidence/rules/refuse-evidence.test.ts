import { describe, expect, test } from 'vitest'
import type { EvidenceRow } from './evidence'
import { recognisableMinutes, refuseEvidence, sameEvidence, type WantedEvidence } from './refuse-evidence'
import type { ModuleRequirements } from './requirements'

const requirements: ModuleRequirements = {
  lessons: [{ slug: 'l1', minutes: 10 }],
  minutes: { online: 60, classroom: 120, remote: 0, collaborative: 0, onTheJob: 2400 },
  observation: true,
}
const today = '2019-12-16'
const row = (id: string, kind: EvidenceRow['kind'], subject: string, more: Partial<EvidenceRow> = {}): EvidenceRow => ({
  id,
  kind,
  subject,
  minutes: null,
  recordedAt: new Date('2019-12-01T09:00:00Z'),
  corrects: null,
  isVoid: false,
  ...more,
})
const rows = [
  row('r1', 'lesson', 'l1'),
  row('r2', 'hours', 'classroom', { minutes: 60 }),
  row('r3', 'hours', 'classroom', { minutes: 30, corrects: 'r2' }),
  row('r4', 'assessment', 't1'),
  row('r5', 'assessment', 't1', { corrects: 'r4', isVoid: true }),
  row('r6', 'recognition', 'classroom', { minutes: 100 }),
  row('r7', 'recognition', 'lessons'),
  row('r8', 'assessment', 't2'),
]
const wanted = (kind: WantedEvidence['kind'], subject: string, more: Partial<WantedEvidence> = {}): WantedEvidence => ({
  kind,
  subject,
  occurredOn: today,
  ...more,
})

describe('refuseEvidence', () => {
  test.each<[string, WantedEvidence, string | undefined]>([
    ['a lesson of the module', wanted('lesson', 'l1'), undefined],
    ['a lesson that is not there', wanted('lesson', 'l2'), 'unknown-subject'],
    ['a lesson with minutes', wanted('lesson', 'l1', { minutes: 10 }), 'minutes'],
    ['hours', wanted('hours', 'classroom', { minutes: 1 }), undefined],
    ['hours of a mode that the module does not ask for', wanted('hours', 'remote', { minutes: 60 }), undefined],
    ['a whole day', wanted('hours', 'onTheJob', { minutes: 1440 }), undefined],
    ['more than a day', wanted('hours', 'onTheJob', { minutes: 1441 }), 'minutes'],
    ['no minutes', wanted('hours', 'classroom'), 'minutes'],
    ['zero minutes', wanted('hours', 'classroom', { minutes: 0 }), 'minutes'],
    ['half a minute', wanted('hours', 'classroom', { minutes: 1.5 }), 'minutes'],
    ['online hours: those are the lessons', wanted('hours', 'online', { minutes: 60 }), 'unknown-subject'],
    ['a mode that is none', wanted('hours', 'altro', { minutes: 60 }), 'unknown-subject'],
    ['a test', wanted('assessment', 't3'), undefined],
    ['a test without its attempt', wanted('assessment', ''), 'unknown-subject'],
    ['a test with minutes', wanted('assessment', 't3', { minutes: 20 }), 'minutes'],
    ['an observation', wanted('observation', 'o1'), undefined],
    ['recognised lessons', wanted('recognition', 'lessons'), undefined],
    ['a recognised test', wanted('recognition', 'assessment'), undefined],
    ['a recognised observation', wanted('recognition', 'observation'), undefined],
    ['recognised hours', wanted('recognition', 'onTheJob', { minutes: 2400 }), undefined],
    ['recognised hours that fill what is left', wanted('recognition', 'classroom', { minutes: 20 }), undefined],
    ['more recognised hours than are left', wanted('recognition', 'classroom', { minutes: 21 }), 'minutes'],
    ['recognised hours that nobody asks for', wanted('recognition', 'remote', { minutes: 1 }), 'minutes'],
    ['recognised hours without minutes', wanted('recognition', 'onTheJob'), 'minutes'],
    ['recognised lessons with minutes', wanted('recognition', 'lessons', { minutes: 60 }), 'minutes'],
    ['something else to recognise', wanted('recognition', 'online', { minutes: 60 }), 'unknown-subject'],
    ['tomorrow', wanted('lesson', 'l1', { occurredOn: '2019-12-17' }), 'future'],
    ['a correction', wanted('hours', 'classroom', { minutes: 90, corrects: 'r3' }), undefined],
    ['a correction to another mode', wanted('hours', 'onTheJob', { minutes: 90, corrects: 'r3' }), undefined],
    [
      'a correction of a row that is corrected',
      wanted('hours', 'classroom', { minutes: 90, corrects: 'r2' }),
      'not-standing',
    ],
    ['a correction of a void row', wanted('assessment', 't1', { corrects: 'r5' }), 'not-standing'],
    ['a correction of a row that is not there', wanted('lesson', 'l1', { corrects: 'x' }), 'not-standing'],
    ['a correction into another kind', wanted('hours', 'classroom', { minutes: 9, corrects: 'r1' }), 'other-kind'],
    ['a correction into what another row says', wanted('assessment', 't2', { corrects: 'r4' }), 'not-standing'],
    ['a correction that repeats itself', wanted('assessment', 't2', { corrects: 'r8' }), undefined],
    [
      'a correction within what was recognised',
      wanted('recognition', 'classroom', { minutes: 120, corrects: 'r6' }),
      undefined,
    ],
    ['a correction beyond it', wanted('recognition', 'classroom', { minutes: 121, corrects: 'r6' }), 'minutes'],
    ['a void row', wanted('hours', 'classroom', { corrects: 'r3', isVoid: true }), undefined],
    ['a void row about something else', wanted('hours', 'onTheJob', { corrects: 'r3', isVoid: true }), 'other-kind'],
    ['a void row that cancels nothing', wanted('lesson', 'l1', { isVoid: true }), 'other-kind'],
  ])('%s', (_, evidence, reason) => {
    expect(refuseEvidence(evidence, requirements, rows, today)).toBe(reason)
  })

  test('a correction that says what another row says already', () => {
    const twice = [row('r1', 'assessment', 't1'), row('r2', 'assessment', 't2')]
    expect(refuseEvidence(wanted('assessment', 't2', { corrects: 'r1' }), requirements, twice, today)).toBe('duplicate')
  })

  test('a module that the profile does not take', () => {
    expect(refuseEvidence(wanted('lesson', 'l1'), undefined, [], today)).toBe('not-taken')
  })

  test('an observation is not recognised where none is asked for', () => {
    const without = { ...requirements, observation: false }
    expect(refuseEvidence(wanted('recognition', 'observation'), without, [], today)).toBe('unknown-subject')
  })
})

test.each<[string, WantedEvidence, string | undefined]>([
  ['the same lesson', wanted('lesson', 'l1'), 'r1'],
  ['another lesson', wanted('lesson', 'l2'), undefined],
  ['the same hours: two meetings may last the same', wanted('hours', 'classroom', { minutes: 30 }), undefined],
  ['recognised hours', wanted('recognition', 'classroom', { minutes: 100 }), undefined],
  ['recognised lessons', wanted('recognition', 'lessons'), 'r7'],
  ['a test that was cancelled', wanted('assessment', 't1'), undefined],
  ['a void row', wanted('lesson', 'l1', { isVoid: true, corrects: 'r1' }), undefined],
])('sameEvidence: %s', (_, evidence, id) => {
  expect(sameEvidence(evidence, rows)?.id).toBe(id)
})

test.each([
  ['classroom', undefined, 20],
  ['classroom', 'r6', 120],
  ['onTheJob', undefined, 2400],
  ['remote', undefined, 0],
  ['altro', undefined, 0],
])('recognisable minutes of %s without %s: %i', (mode, without, minutes) => {
  expect(recognisableMinutes(mode, requirements, rows, without)).toBe(minutes)
})
