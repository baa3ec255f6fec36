import { describe, expect, test } from 'vitest'
import type { Grant, Scope } from '~/features/auth/rules/grants'
import type { ImportRow } from '../../import-rows'
import { type KnownPerson, planImport } from './plan-import'

const today = '2019-12-16'
const region: Scope[] = [{ kind: 'region' }]
const albino: Scope = { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }
const bergamo: Scope = { kind: 'province', province: 'BG' }
const learner: Grant = { role: 'learner', scope: albino, startsOn: '2019-09-01' }
const row = (over: Partial<ImportRow> = {}): ImportRow => ({
  line: 2,
  email: 'a@b.it',
  firstName: 'Ada',
  lastName: 'Rossi',
  ...over,
})
const person = (over: Partial<KnownPerson> = {}): KnownPerson => ({
  id: '1',
  email: 'a@b.it',
  firstName: 'Ada',
  lastName: 'Rossi',
  active: true,
  grants: [],
  postings: [],
  ...over,
})
const plan = (one: ImportRow, known?: KnownPerson) =>
  planImport([one], new Map(known ? [[known.email, known]] : []), region, today)
const full = { profile: 'navigator' as const, homeEntryId: 'BG.cpi-albino' }

describe('planImport', () => {
  test('somebody new, with a role from today', () => {
    const { create, errors } = plan(row({ ...full, role: { role: 'learner' } }))
    expect(errors).toEqual([])
    expect(create).toEqual([
      {
        data: { email: 'a@b.it', firstName: 'Ada', lastName: 'Rossi', ...full },
        grant: { role: 'learner', scope: albino, startsOn: today },
      },
    ])
  })

  test('nobody gets a role by a file of their own', () => {
    const rows = [row({ ...full, role: { role: 'learner' } })]
    const known = new Map([['a@b.it', person(full)]])
    expect(planImport(rows, known, region, today, '1').errors).toMatchObject([{ column: 'ruolo' }])
    expect(planImport(rows, known, region, today, '2').errors).toEqual([])
  })

  test('nothing to do for somebody who is already so', () => {
    expect(plan(row({ ...full, role: { role: 'learner' } }), person({ ...full, grants: [learner] }))).toEqual({
      create: [],
      update: [],
      unchanged: 1,
      closed: [],
      errors: [],
    })
  })

  test('an empty cell changes nothing', () => {
    expect(plan(row(), person(full)).unchanged).toBe(1)
  })

  test('a changed name is an update without role; a new role is an update without data', () => {
    expect(plan(row({ lastName: 'Verdi' }), person(full)).update[0]).toMatchObject({
      data: { lastName: 'Verdi', ...full },
      grant: undefined,
    })
    const trainer = row({ role: { role: 'trainer', scope: bergamo, startsOn: '2019-10-01' } })
    expect(plan(trainer, person()).update[0]).toEqual({
      person: person(),
      data: undefined,
      grant: { role: 'trainer', scope: bergamo, startsOn: '2019-10-01' },
    })
  })

  test('a learner who moves keeps the role they have', () => {
    const { update } = plan(
      row({ homeEntryId: 'LO.cpi-lodi', role: { role: 'learner' } }),
      person({ ...full, grants: [learner] }),
    )
    expect(update).toMatchObject([{ data: { homeEntryId: 'LO.cpi-lodi' }, grant: undefined }])
  })

  describe('a role that was closed', () => {
    const closed: Grant = { role: 'trainer', scope: bergamo, startsOn: '2019-09-01', endsOn: '2019-11-30' }
    const wanted = (startsOn?: string) => row({ role: { role: 'trainer', scope: bergamo, startsOn } })

    test('is not given back by an empty date', () => {
      expect(plan(wanted(), person({ grants: [closed] }))).toMatchObject({ update: [], unchanged: 1, closed: [2] })
    })
    test('nor when it was withdrawn, nor to a learner who has moved', () => {
      const withdrawn = { ...closed, startsOn: '2019-12-01' }
      expect(plan(wanted(), person({ grants: [withdrawn] })).closed).toEqual([2])
      const moved = row({ homeEntryId: 'LO.cpi-lodi', role: { role: 'learner' } })
      const learned = { ...learner, endsOn: '2019-11-30' }
      expect(plan(moved, person({ ...full, grants: [learned] }))).toMatchObject({
        update: [{ data: { homeEntryId: 'LO.cpi-lodi' }, grant: undefined }],
        closed: [2],
      })
    })
    test('is given back from a day', () => {
      const { update, closed: lines } = plan(wanted('2019-12-01'), person({ grants: [closed] }))
      expect([update[0]?.grant?.startsOn, lines]).toEqual(['2019-12-01', []])
    })
    test('does not stand in the way of another place, nor of the same role held again', () => {
      const lodi = { ...closed, scope: { kind: 'province' as const, province: 'LO' } }
      expect(plan(wanted(), person({ grants: [lodi] }))).toMatchObject({ update: [{ grant: {} }], closed: [] })
      const again: Grant = { role: 'trainer', scope: bergamo, startsOn: '2019-12-01' }
      expect(plan(wanted(), person({ grants: [closed, again] }))).toMatchObject({ unchanged: 1, closed: [] })
    })
  })

  test.each<[string, ImportRow, KnownPerson | undefined, string, RegExp]>([
    [
      'a learner without profile',
      row({ homeEntryId: 'BG.cpi-albino', role: { role: 'learner' } }),
      undefined,
      'ruolo',
      /profilo/,
    ],
    ['a learner without home', row({ profile: 'navigator', role: { role: 'learner' } }), undefined, 'ruolo', /sede/],
    [
      'a role for somebody deactivated',
      row({ role: { role: 'trainer', scope: bergamo } }),
      person({ active: false }),
      'ruolo',
      /riattivala/,
    ],
    [
      'a move against a posting',
      row({ homeEntryId: 'LO.cpi-lodi' }),
      person({ ...full, postings: [{ entryId: 'BG.cpi-lovere', startsOn: '2019-12-01' }] }),
      'sede',
      /chiudi quel periodo/,
    ],
  ])('%s is refused', (_, one, known, column, message) => {
    const { create, update, errors } = plan(one, known)
    expect([create, update]).toEqual([[], []])
    expect(errors).toEqual([{ line: 2, column, message: expect.stringMatching(message) }])
  })

  test('somebody deactivated whose role is there already is left alone', () => {
    const known = person({ active: false, grants: [{ role: 'trainer', scope: bergamo, startsOn: '2019-09-01' }] })
    expect(plan(row({ role: { role: 'trainer', scope: bergamo } }), known)).toMatchObject({ unchanged: 1, errors: [] })
  })
})
