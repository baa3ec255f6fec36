import { describe, expect, test } from 'vitest'
import type { Grant, Scope } from '~/features/auth/rules/grants'
import { type GrantFacts, refuseGrant } from './refuse-grant'

const region: Scope = { kind: 'region' }
const bergamo: Scope = { kind: 'province', province: 'BG' }
const lodi: Scope = { kind: 'province', province: 'LO' }
const albino: Scope = { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }
const lovere: Scope = { kind: 'entry', entry: 'BG.cpi-lovere', province: 'BG' }

const facts: GrantFacts = { reach: [region], person: { active: true, grants: [] }, seatHolders: [] }
const person = (over: Partial<GrantFacts['person']>) => ({ ...facts, person: { ...facts.person, ...over } })
const learner = person({ profile: 'navigator', homeEntryId: 'BG.cpi-albino' })
const want = (over: Partial<Grant>): Grant => ({ role: 'trainer', scope: bergamo, startsOn: '2019-10-01', ...over })
const seat = (over: Partial<Grant> = {}) => want({ role: 'committee', scope: region, seat: 'anpal', ...over })

describe('refuseGrant', () => {
  test.each<[string, Grant, GrantFacts, string | undefined]>([
    ['trainer of a province', want({}), facts, undefined],
    ['centre manager of an entry', want({ role: 'centre-manager', scope: albino }), facts, undefined],
    ['plan manager', want({ role: 'plan-manager', scope: region }), facts, undefined],
    ['admin of a province', want({ role: 'admin', scope: bergamo }), facts, undefined],
    ['somebody deactivated', want({}), person({ active: false }), 'inactive'],
    ['end before start', want({ endsOn: '2019-09-30' }), facts, 'ends-before-start'],
    ['one day', want({ endsOn: '2019-10-01' }), facts, undefined],
    ['plan manager of a province', want({ role: 'plan-manager' }), facts, 'wrong-scope'],
    ['trainer of an entry', want({ scope: albino }), facts, undefined],
    ['centre manager of a province', want({ role: 'centre-manager' }), facts, undefined],
    ['trainer of the region', want({ scope: region }), facts, 'scope-too-wide'],
    ['centre manager of the region', want({ role: 'centre-manager', scope: region }), facts, 'scope-too-wide'],
    ['admin of the region', want({ role: 'admin', scope: region }), facts, undefined],
    ['committee of a province', seat({ scope: bergamo }), facts, 'wrong-scope'],
    ['learner', want({ role: 'learner', scope: albino }), learner, undefined],
    ['learner elsewhere than at home', want({ role: 'learner', scope: lovere }), learner, 'learner-incomplete'],
    ['learner of a whole province', want({ role: 'learner' }), learner, 'learner-incomplete'],
    [
      'learner without profile',
      want({ role: 'learner', scope: albino }),
      person({ homeEntryId: 'BG.cpi-albino' }),
      'learner-incomplete',
    ],
    [
      'learner without home',
      want({ role: 'learner', scope: albino }),
      person({ profile: 'navigator' }),
      'learner-incomplete',
    ],
    ['by a provincial admin, within', want({}), { ...facts, reach: [bergamo] }, undefined],
    ['by a provincial admin, elsewhere', want({ scope: lodi }), { ...facts, reach: [bergamo] }, 'beyond-reach'],
    ['by a provincial admin, an admin', want({ role: 'admin' }), { ...facts, reach: [bergamo] }, 'beyond-reach'],
    ['by a provincial admin, a seat', seat(), { ...facts, reach: [bergamo] }, 'beyond-reach'],
    ['a seat without committee', want({ seat: 'anpal' }), facts, 'seat-unexpected'],
    ['committee without seat', seat({ seat: undefined }), facts, 'seat-missing'],
    ['a free seat', seat(), facts, undefined],
    ['a seat held by another', seat(), { ...facts, seatHolders: [{ startsOn: '2019-09-01' }] }, 'seat-taken'],
    [
      'a seat from the day after',
      seat(),
      { ...facts, seatHolders: [{ startsOn: '2019-09-01', endsOn: '2019-09-30' }] },
      undefined,
    ],
    [
      'a seat until the day before another begins',
      seat({ endsOn: '2019-10-31' }),
      { ...facts, seatHolders: [{ startsOn: '2019-11-01' }] },
      undefined,
    ],
    [
      'a seat whose holder was withdrawn before beginning',
      seat(),
      { ...facts, seatHolders: [{ startsOn: '2019-12-01', endsOn: '2019-11-30' }] },
      undefined,
    ],
    ['the same seat again', seat(), person({ grants: [seat({ startsOn: '2019-09-01' })] }), 'already-held'],
    ['two seats at once', seat(), person({ grants: [seat({ seat: 'region-deputy' })] }), 'two-seats'],
    [
      'two seats, one after the other',
      seat(),
      person({ grants: [seat({ seat: 'region-deputy', startsOn: '2019-09-01', endsOn: '2019-09-30' })] }),
      undefined,
    ],
    ['the same role and scope', want({}), person({ grants: [want({ startsOn: '2019-11-01' })] }), 'already-held'],
    ['the same role elsewhere', want({}), person({ grants: [want({ scope: lodi })] }), undefined],
    ['the same role on one entry of the province', want({}), person({ grants: [want({ scope: albino })] }), undefined],
    ['another role there', want({}), person({ grants: [want({ role: 'centre-manager' })] }), undefined],
    [
      'the same role, ended before',
      want({}),
      person({ grants: [want({ startsOn: '2019-09-01', endsOn: '2019-09-30' })] }),
      undefined,
    ],
  ])('%s', (_, wanted, given, expected) => {
    expect(refuseGrant(wanted, given)).toBe(expected)
  })
})
