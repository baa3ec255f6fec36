import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSimilarStems, type StemWords } from './similar-stems'

const stem = (name: string, words: string): StemWords => ({
  file: `${name}.yaml`,
  path: [0, 'stem'],
  name,
  words: new Set(words.split(' ')),
})

test('the later of two that share four words of five is named', () => {
  // 8 of 10 in common.
  const one = stem('Q1', 'a b c d e f g h i')
  const alike = stem('Q2', 'a b c d e f g h x')
  const apart = stem('Q3', 'a b c d e f y z x')
  const reason = 'chiede quasi lo stesso di Q1'
  expect(findSimilarStems([one, alike, apart])).toEqual([{ file: 'Q2.yaml', path: [0, 'stem'], reason }])
  // 7 of 9: 0.78.
  expect(findSimilarStems([stem('Q1', 'a b c d e f g h'), stem('Q2', 'a b c d e f g x')])).toEqual([])
})

test('sorting by length loses none of the pairs', () => {
  const words = fc.uniqueArray(fc.constantFrom(...'abcdefg'), { minLength: 1 })
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (lists) => {
      const stems = lists.map((list, index) => stem(`Q${index}`, list.join(' ')))
      const pairs = stems.flatMap((one, index) =>
        stems.slice(index + 1).flatMap((other) => {
          const common = [...one.words].filter((word) => other.words.has(word)).length
          return common / (one.words.size + other.words.size - common) >= 0.8 ? [`${one.name} ${other.file}`] : []
        }),
      )
      const found = findSimilarStems(stems).map(({ file, reason }) => `${reason.split(' ').at(-1)} ${file}`)
      expect(found.sort()).toEqual(pairs.sort())
    }),
  )
})
