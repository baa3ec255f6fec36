import { expect, test } from 'vitest'
import { latestKept } from './latest-kept'

/** Counts how often each key was worked out. */
function counted(most: number) {
  const keep = latestKept<string>(most)
  const worked: string[] = []
  const ask = (key: string) =>
    keep(key, async () => {
      worked.push(key)
      return key.toUpperCase()
    })
  return { ask, worked }
}

test('each key is worked out once, also when it is asked for twice at the same moment', async () => {
  const { ask, worked } = counted(2)
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['A', 'A', 'B'])
  expect(await ask('a')).toBe('A')
  expect(worked).toEqual(['a', 'b'])
})

test('what was asked for longest ago goes first', async () => {
  const { ask, worked } = counted(2)
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key)
  expect(worked).toEqual(['a', 'b', 'c', 'b'])
})

test('what failed is worked out again', async () => {
  const keep = latestKept<string>(2)
  const failing = () => Promise.reject(new Error('non ancora'))
  await expect(keep('a', failing)).rejects.toThrow('non ancora')
  expect(await keep('a', async () => 'ora')).toBe('ora')
})
