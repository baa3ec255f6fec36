import { expect, test } from 'vitest'
import { compareLines, type Line } from './compare-lines'

const line = (key: string, value: string): Line => ({ key, label: key, value })

test.each([
  ['nothing differs', [line('a', '1')], [line('a', '1')], []],
  ['a value differs', [line('a', '1'), line('b', '2')], [line('a', '1'), line('b', '3')], [['b', '2', '3']]],
  ['a line is only there now', [line('a', '1')], [], [['a', '1', '–']]],
  ['a line was only typed', [], [line('a', '1')], [['a', '–', '1']]],
])('%s', (_, now, typed, differences) => {
  expect(compareLines(now, typed).map((one) => [one.key, one.now, one.typed])).toEqual(differences)
})
