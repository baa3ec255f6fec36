import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aroundChanges, differenceOfTexts, firstPieces, type TextPiece } from './text-difference'

const signs = { same: '', removed: '-', added: '+', gap: '…' }
const drawn = (pieces: TextPiece[]) =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : `[${signs[kind]}${text}]`)).join('')
const without = (kind: TextPiece['kind'], pieces: TextPiece[]) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('')

describe('the difference of two texts', () => {
  test.each([
    ['', '', ''],
    ['uguale', 'uguale', 'uguale'],
    ['', 'nuovo', '[+nuovo]'],
    ['vecchio', '', '[-vecchio]'],
    ['Si supera con 12 risposte.', 'Si supera con 11 risposte.', 'Si supera con [-12][+11] risposte.'],
    ['il gatto nero dorme', 'il cane bianco dorme', 'il [-gatto nero][+cane bianco] dorme'],
    ['una riga\naltra riga\n', 'una riga\nnuova riga\n', 'una riga\n[-altra][+nuova] riga\n'],
    ['uno\n\ndue\n', 'uno\n\ndue\n\ntre\n', 'uno\n\ndue\n[+\ntre\n]'],
    ['a b', 'a  b', 'a[- ][+  ]b'],
  ])('%j → %j', (before, after, expected) => expect(drawn(differenceOfTexts(before, after))).toBe(expected))

  const word = fc.constantFrom(
    'CPI',
    'did',
    'patto',
    'città',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '.',
    'l’',
    '12',
    '{prassi}',
    '\r\n',
  )
  const text = fc.oneof(
    fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  )

  test('gives both texts back, to the letter', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = differenceOfTexts(before, after)
        expect(without('added', pieces)).toBe(before)
        expect(without('removed', pieces)).toBe(after)
        expect(pieces.every((piece) => piece.text !== '')).toBe(true)
      }),
    )
  })

  test('of a text with itself is nothing', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(differenceOfTexts(same, same).filter(({ kind }) => kind !== 'same')).toEqual([])
      }),
    )
  })

  test('of two long texts without a word in common takes bounded work, and is still right', () => {
    const long = (mark: string) =>
      Array.from({ length: 100_000 }, (_, n) => `${mark}${n}${n % 12 ? ' ' : '\n'}`).join('')
    const [before, after] = [long('a'), long('b')]
    const start = performance.now()
    expect(differenceOfTexts(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('what is left out around changes', () => {
  const far = 'parola '.repeat(100)

  test('keeps whole words beside each change', () => {
    const pieces = aroundChanges(differenceOfTexts(`${far}12 e ${far}fine`, `${far}11 e ${far}inizio`), 30)
    expect(drawn(pieces)).toBe(
      '[…] parola parola parola parola [-12][+11] e parola parola parola […] parola parola parola parola [-fine][+inizio]',
    )
  })

  test('nothing of a short text', () => {
    const pieces = differenceOfTexts('Si supera con 12.', 'Si supera con 11.')
    expect(aroundChanges(pieces)).toEqual(pieces)
  })
})

describe('the first of many pieces', () => {
  const pieces = differenceOfTexts('uno due tre quattro', 'uno sei tre otto')
  test.each([
    [100, 'uno [-due][+sei] tre [-quattro][+otto]'],
    [15, 'uno [-due][+sei] tre […]'],
    [8, 'uno [-due][…]'],
    [2, '[…]'],
  ])('up to %i characters', (most, expected) => expect(drawn(firstPieces(pieces, most))).toBe(expected))
})
