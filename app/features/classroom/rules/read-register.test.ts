import { describe, expect, test } from 'vitest'
import { draftRow, written } from '../../../../tests/setup/registers'
import { durationOf, readRegister, rowKey } from './read-register'
import { mostRows, type RegisterDraftBody } from './register'

const today = '2026-03-02'
const now = new Date('2026-03-02T09:00:00Z')
const draft = written({ rows: ['e1', 'e2'] }, now)
const read = (change: Partial<RegisterDraftBody> = {}, corrects = false) =>
  readRegister({ ...draft, ...change }, { today, corrects })
const errorsOf = (change: Partial<RegisterDraftBody>, corrects = false) => {
  const result = read(change, corrects)
  return result.content ? {} : result.errors
}

describe('a draft becomes a register', () => {
  test('with everybody there the whole time, unless said', () => {
    expect(read({ title: 'Prove', place: 'Aula 2', reason: 'mai chiesto' })).toEqual({
      content: {
        moduleSlug: 'primo',
        mode: 'classroom',
        heldOn: today,
        startsAt: 540,
        endsAt: 660,
        title: 'Prove',
        place: 'Aula 2',
        rows: [
          { enrolmentId: 'e1', minutes: 120 },
          { enrolmentId: 'e2', minutes: 120 },
        ],
      },
    })
  })

  test('of as many people as one holds', () => {
    const rows = Array.from({ length: mostRows }, (_, index) => draftRow(`e${index}`))
    expect(read({ rows }).content?.rows).toHaveLength(mostRows)
  })

  test.each<[string, Partial<RegisterDraftBody>, string]>([
    ['no module', { moduleSlug: '' }, 'moduleSlug'],
    ['no mode', { mode: '' }, 'mode'],
    ['online, which nobody attends', { mode: 'online' }, 'mode'],
    ['on the job, which the learner logs', { mode: 'onTheJob' }, 'mode'],
    ['no day', { heldOn: '' }, 'heldOn'],
    ['a day that is none', { heldOn: '31/02/2026' }, 'heldOn'],
    ['tomorrow', { heldOn: '03/03/2026' }, 'heldOn'],
    ['no start', { startsAt: '' }, 'startsAt'],
    ['a start that is no time', { startsAt: '25.00' }, 'startsAt'],
    ['an end that is no time', { endsAt: 'mezzogiorno' }, 'endsAt'],
    ['an end at the start', { endsAt: '9.00' }, 'endsAt'],
    ['an end before the start', { endsAt: '8.59' }, 'endsAt'],
    ['nobody', { rows: [] }, 'rows'],
    ['too many', { rows: Array.from({ length: mostRows + 1 }, (_, index) => draftRow(`e${index}`)) }, 'rows'],
  ])('not with %s', (_, change, field) => {
    expect(Object.keys(errorsOf(change))).toEqual([field])
  })

  test.each([
    ['0', undefined, 0],
    ['1', 'in ritardo', 1],
    ['119', 'in ritardo', 119],
    ['120', '', 120],
    [' 60 ', 'in ritardo', 60],
    ['', '', 120],
    ['121', 'in ritardo', undefined],
    ['-1', 'in ritardo', undefined],
    ['60,5', 'in ritardo', undefined],
    ['un’ora', 'in ritardo', undefined],
    ['1e2', 'in ritardo', undefined],
    ['60', '', undefined],
  ])('minutes written as %j with the reason %j: %s', (minutes, reason = '', expected) => {
    const result = read({ rows: [draftRow('e1', { minutes, reason })] })
    expect(result.content?.rows[0]?.minutes).toBe(expected)
    if (expected === undefined)
      expect(errorsOf({ rows: [draftRow('e1', { minutes, reason })] })).toHaveProperty(rowKey('e1'))
  })

  test('who did not come has no minutes, and needs no reason', () => {
    const rows = [
      draftRow('e1', { present: false, minutes: '60' }),
      draftRow('e2', { present: false, reason: 'turno' }),
    ]
    expect(read({ rows }).content?.rows).toEqual([
      { enrolmentId: 'e1', minutes: 0 },
      { enrolmentId: 'e2', minutes: 0, reason: 'turno' },
    ])
  })

  test('a correction says why', () => {
    expect(errorsOf({}, true)).toEqual({ reason: 'Scrivi perché correggi il registro' })
    expect(read({ reason: 'Mancava una persona' }, true).content?.reason).toBe('Mancava una persona')
  })
})

test.each([
  ['9.00', '11.00', 120],
  ['9', '9.01', 1],
  ['9.00', '9.00', undefined],
  ['', '9.00', undefined],
])('from %j to %j it lasts %s minutes', (startsAt, endsAt, minutes) => {
  expect(durationOf({ startsAt, endsAt })).toBe(minutes)
})
