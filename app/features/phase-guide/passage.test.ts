import { expect, test } from 'vitest'
import { bestPassage, readSentence } from './passage'

test('the sentence with most of the words, with them marked in any form', () => {
  const found = new Set(['segnal', 'assenz'])
  expect(
    bestPassage(['Si parla d’assenza.', 'Il CPI segnala all’Inps l’assenza.', 'Altro.'].map(readSentence), found),
  ).toEqual([
    { at: 0, text: 'Il CPI ' },
    { at: 7, text: 'segnala', marked: true },
    { at: 14, text: ' all’Inps l’' },
    { at: 26, text: 'assenza', marked: true },
    { at: 33, text: '.' },
  ])
})

test('without a match the first sentence stands for the page', () => {
  expect(bestPassage(['Uno.', 'Due.'].map(readSentence), new Set(['tre']))).toEqual([{ at: 0, text: 'Uno.' }])
  expect(bestPassage([], new Set())).toEqual([])
})
