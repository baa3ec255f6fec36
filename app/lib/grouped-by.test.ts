import { expect, test } from 'vitest'
import { groupedBy } from './grouped-by'

test('rows of one key stay together and in order', () => {
  const groups = groupedBy(['uno', 'due', 'tre', 'quattro', 'sei'], ({ length }) => length)
  expect([...groups]).toEqual([
    [3, ['uno', 'due', 'tre', 'sei']],
    [7, ['quattro']],
  ])
})
