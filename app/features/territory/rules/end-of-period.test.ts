import { expect, test } from 'vitest'
import { dayBefore, endOfPeriod } from './end-of-period'

const today = '2019-12-16'

test.each<[string, { startsOn: string; endsOn?: string }, string, string]>([
  ['today', { startsOn: '2019-09-01' }, today, today],
  ['at once', { startsOn: '2019-09-01' }, '2019-12-15', '2019-12-15'],
  ['a day to come', { startsOn: '2019-09-01' }, '2020-01-31', '2020-01-31'],
  ['earlier than planned', { startsOn: '2019-09-01', endsOn: '2020-06-30' }, today, today],
  ['the past', { startsOn: '2019-09-01' }, '2019-12-14', 'in-the-past'],
  ['ended already', { startsOn: '2019-09-01', endsOn: '2019-12-15' }, '2019-12-15', 'already-ended'],
  ['longer than planned', { startsOn: '2019-09-01', endsOn: '2019-12-31' }, '2020-01-01', 'later-than-end'],
  ['before it begins', { startsOn: '2020-03-01' }, today, '2020-02-29'],
  ['withdrawn already', { startsOn: '2020-03-01', endsOn: '2020-02-29' }, today, 'already-ended'],
  ['begun today, stopped at once', { startsOn: today }, '2019-12-15', '2019-12-15'],
])('%s', (_, period, wanted, expected) => {
  const end = endOfPeriod(period, wanted, today)
  expect(end.ok ? end.endsOn : end.reason).toBe(expected)
})

test('dayBefore crosses years and leap days', () => {
  expect(dayBefore('2020-01-01')).toBe('2019-12-31')
  expect(dayBefore('2020-03-01')).toBe('2020-02-29')
})
