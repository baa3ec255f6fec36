import { expect, test } from 'vitest'
import { gulpease } from './gulpease'

test.each<[string, number, number]>([
  // 2 sentences, 8 words, 34 letters: 89 + (600 − 340) / 8.
  ['Il cane dorme. La persona firma il patto.', 8, 89 + (300 * 2 - 10 * 33) / 8],
  // The points of abbreviations and of numbers end no sentence.
  ['L’art. 4 del D.P.R. 62/2013 vale 2.214 volte.', 13, 89 + (300 - 10 * 30) / 13],
  ['Secondo il par. 3.2 si firma', 7, 89 + (300 - 10 * 21) / 7],
  // Each line is a sentence of its own: headings and items of a list have no full stop.
  ['uno\ndue', 2, 100],
  ['Precipitevolissimevolmente', 1, 89 + 300 - 260],
  ['', 0, 100],
])('%s', (text, words, index) => {
  const found = gulpease(text)
  expect(found.words).toBe(words)
  expect(found.index).toBeCloseTo(Math.min(100, index), 6)
})

test('never below zero', () => {
  expect(gulpease(`${'Precipitevolissimevolmente '.repeat(50)}.`).index).toBe(0)
})
