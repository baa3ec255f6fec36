import { expect, test } from 'vitest'
import { markdownBlocks } from './markdown-blocks'

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
