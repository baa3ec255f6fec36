import { expect, test } from 'vitest'
import { markdownBlocks, markdownLeaves, plainText } from './markdown-blocks'

test('paragraphs, list items and table rows, with their lines; headings are none', () => {
  const markdown = `## Titolo

Uno,
ancora uno.

- due
  - tre
- quattro

1. cinque

> sei

| A | B |
|---|---|
| a | b |
| c |   |
`
  expect(markdownBlocks(markdown, 5)).toEqual([
    { line: 7, text: 'Uno,\nancora uno.' },
    { line: 10, text: 'due' },
    { line: 11, text: 'tre' },
    { line: 12, text: 'quattro' },
    { line: 14, text: 'cinque' },
    { line: 16, text: 'sei' },
    { line: 20, text: 'a b' },
    { line: 21, text: 'c' },
  ])
})

test('every piece of text, with its kind', () => {
  const markdown = '## Uno\n\nDue\n\n    tre\n\n| A |\n|---|\n| b |\n\n> - quattro\n\n<div>cinque</div>\n\n[x]: /y\n'
  expect(markdownLeaves(markdown, 1).map(({ kind, line }) => `${kind} ${line}`)).toEqual([
    'heading 1',
    'prose 3',
    'code 5',
    'header 7',
    'row 9',
    'prose 11',
    'prose 13',
    'definition 15',
  ])
})

test('what a reader reads', () => {
  const [leaf] = markdownLeaves('**Uno** [due](/x) [[did]] [[patto-firmato|tre]] <b>quattro</b> ![no](/y) `cinque`', 1)
  expect(leaf?.tokens.map(plainText).join('')).toBe('Uno due did tre quattro no cinque')
})
