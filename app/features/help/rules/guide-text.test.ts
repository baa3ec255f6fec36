import { describe, expect, test } from 'vitest'
import { readGuideText } from './guide-text'

const written = `# Guida per chi prova

Per chi prova.

## Primo

Uno.

- due
- tre

![Che cosa si vede](../pictures/una-figura.webp "Una figura.")

![Altro](../pictures/altra.webp "Altra.")

## Secondo

Quattro.
`

describe('a guide taken apart', () => {
  test('title, lead, then text and pictures in their order', () => {
    expect(readGuideText(written)).toEqual({
      title: 'Guida per chi prova',
      lead: 'Per chi prova.',
      parts: [
        { kind: 'text', markdown: '## Primo\n\nUno.\n\n- due\n- tre' },
        { kind: 'picture', name: 'una-figura', alt: 'Che cosa si vede', caption: 'Una figura.' },
        { kind: 'picture', name: 'altra', alt: 'Altro', caption: 'Altra.' },
        { kind: 'text', markdown: '## Secondo\n\nQuattro.' },
      ],
    })
  })

  test.each([
    '![senza didascalia](../pictures/a.webp)',
    '![altrove](https://example.org/a.webp "A.")',
    'Testo ![dentro](../pictures/a.webp "A.") testo.',
  ])('what is no picture of ours is text: %s', (block) => {
    expect(readGuideText(`# T\n\nL.\n\n${block}`).parts).toEqual([{ kind: 'text', markdown: block }])
  })
})
