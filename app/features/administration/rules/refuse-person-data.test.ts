import { expect, test } from 'vitest'
import type { Grant, Scope } from '~/features/auth/rules/grants'
import { refusePersonData, stillMatters } from './refuse-person-data'

const albino: Scope = { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }
const learner: Grant = { role: 'learner', scope: albino, startsOn: '2019-09-01' }
const posting = { entryId: 'BG.cpi-lovere', startsOn: '2019-12-01' }
const today = '2019-12-16'

test.each<[string, { profile?: string; homeEntryId?: string }, Grant[], (typeof posting)[], string | undefined]>([
  ['no roles, no data', {}, [], [], undefined],
  ['a learner with both', { profile: 'navigator', homeEntryId: 'LO.cpi-lodi' }, [learner], [], undefined],
  ['a learner without home', { profile: 'navigator' }, [learner], [], 'learner-incomplete'],
  ['a learner without profile', { homeEntryId: 'LO.cpi-lodi' }, [learner], [], 'learner-incomplete'],
  ['a learner until yesterday', {}, [{ ...learner, endsOn: '2019-12-15' }], [], undefined],
  ['a posting in the province', { homeEntryId: 'BG.cpi-clusone' }, [], [posting], undefined],
  ['a posting in another province', { homeEntryId: 'LO.cpi-lodi' }, [], [posting], 'posting-against-home'],
])('%s', (_, wanted, grants, postings, expected) => {
  expect(refusePersonData(wanted, { grants, postings }, today)).toBe(expected)
})

test('stillMatters: what ended or was withdrawn does not', () => {
  expect(stillMatters({ startsOn: '2019-09-01' }, today)).toBe(true)
  expect(stillMatters({ startsOn: '2019-09-01', endsOn: today }, today)).toBe(true)
  expect(stillMatters({ startsOn: '2019-09-01', endsOn: '2019-12-15' }, today)).toBe(false)
  expect(stillMatters({ startsOn: '2020-03-01', endsOn: '2020-02-29' }, today)).toBe(false)
})
