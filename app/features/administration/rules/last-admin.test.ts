import { expect, test } from 'vitest'
import { leavesNoAdmin } from './last-admin'

test.each<[string, { startsOn: string; endsOn?: string }[], boolean]>([
  ['nobody else', [], true],
  ['another, without end', [{ startsOn: '2019-09-01' }], false],
  ['another, from that day', [{ startsOn: '2019-12-17' }], false],
  ['another, from the day after', [{ startsOn: '2019-12-18' }], true],
  ['another, until the day before', [{ startsOn: '2019-09-01', endsOn: '2019-12-16' }], true],
])('%s', (_, others, expected) => {
  expect(leavesNoAdmin(others, '2019-12-17')).toBe(expected)
})
