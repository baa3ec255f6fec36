import { expect, test } from 'vitest'
import { findConcepts } from './search-concepts'

// The stem of a word is here its first five letters.
const terms = (text: string) => text.split(' ').map((word) => ({ word, stem: word.slice(0, 5) }))
const groups = [
  ['assenza', 'non presenta', 'assente'],
  ['patto', 'accordo'],
  ['patto inclusione', 'pais'],
].map((group) => group.map(terms))

test.each<[string, [string, string[]][]]>([
  ['corso', [['corso', []]]],
  ['assenze', [['assenze', ['non presenta']]]],
  [
    'non presentato firma',
    [
      ['non presentato', ['assenza', 'assente']],
      ['firma', []],
    ],
  ],
  [
    'non firma',
    [
      ['non', []],
      ['firma', []],
    ],
  ],
  ['patto inclusione', [['patto inclusione', ['pais']]]],
  [
    'patto lavoro',
    [
      ['patto', ['accordo']],
      ['lavoro', []],
    ],
  ],
])('%s', (query, expected) => {
  const said = (words: { word: string }[]) => words.map(({ word }) => word).join(' ')
  const found = findConcepts(terms(query), groups)
  expect(found.map((concept) => [said(concept.terms), concept.alternatives.map(said)])).toEqual(expected)
})
