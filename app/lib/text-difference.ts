import { diffLines, diffWordsWithSpace } from 'diff'

/** A stretch of text that stayed, went away or came in; `gap` stands for unchanged text that was left out. */
export type TextPiece = { kind: 'same' | 'removed' | 'added' | 'gap'; text: string }

/** Beyond this many changed lines or words a text counts as rewritten: comparing further costs more than it tells. */
const maxChangedLines = 2000
const maxChangedWords = 250

/**
 * How a text became another, word by word: lines that stayed are found first, then words within what changed.
 * What stayed and what went away make the old text, what stayed and what came in the new one, to the letter.
 */
export function differenceOfTexts(before: string, after: string): TextPiece[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : []
  const lines = diffLines(before, after, { maxEditLength: maxChangedLines })
  const pieces = lines ? lines.map(pieceOf) : replaced(before, after)
  return tidy(pieces).flatMap((piece, index, all) => {
    const next = all[index + 1]
    if (piece.kind === 'removed' && next?.kind === 'added') return words(piece.text, next.text)
    return piece.kind === 'added' && all[index - 1]?.kind === 'removed' ? [] : [piece]
  })
}

/** The same pieces with long unchanged stretches cut to `keep` characters beside what changed. */
export function aroundChanges(pieces: readonly TextPiece[], keep = 160): TextPiece[] {
  return pieces.flatMap((piece, index) => {
    const [first, last] = [index === 0, index === pieces.length - 1]
    if (piece.kind !== 'same' || piece.text.length <= keep * (first || last ? 1 : 2) + 20) return [piece]
    return [
      ...(first ? [] : [{ kind: 'same' as const, text: piece.text.slice(0, keep).replace(/\S+$/, '') }]),
      { kind: 'gap' as const, text: '' },
      ...(last ? [] : [{ kind: 'same' as const, text: piece.text.slice(-keep).replace(/^\S+/, '') }]),
    ]
  })
}

/** The first pieces, up to so many characters of text; a gap stands for the rest. */
export function firstPieces(pieces: readonly TextPiece[], most: number): TextPiece[] {
  const first: TextPiece[] = []
  let left = most
  for (const piece of pieces) {
    if (piece.text.length > left) {
      const text = piece.text.slice(0, left).replace(/\S+$/, '')
      return [...first, ...(text ? [{ ...piece, text }] : []), { kind: 'gap', text: '' }]
    }
    first.push(piece)
    left -= piece.text.length
  }
  return first
}

function words(before: string, after: string): TextPiece[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: maxChangedWords })
  return found ? tidy(found.map(pieceOf)) : replaced(before, after)
}

function pieceOf({ added, removed, value }: { added: boolean; removed: boolean; value: string }): TextPiece {
  if (added) return { kind: 'added', text: value }
  return { kind: removed ? 'removed' : 'same', text: value }
}

/** One text in the place of another, whole: for what is not to be compared by words. */
export function replaced(before: string, after: string): TextPiece[] {
  const pieces: TextPiece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return pieces.filter(({ text }) => text)
}

/** Changes that only a space keeps apart become one, what went away before what came in: so they can be read. */
function tidy(pieces: readonly TextPiece[]): TextPiece[] {
  const tidied: TextPiece[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    tidied.push(...replaced(removed, added))
    removed = ''
    added = ''
  }
  pieces.forEach((piece, index) => {
    if (piece.kind === 'removed') removed += piece.text
    else if (piece.kind === 'added') added += piece.text
    else if (removed && added && !piece.text.trim() && index < pieces.length - 1) {
      removed += piece.text
      added += piece.text
    } else {
      flush()
      tidied.push(piece)
    }
  })
  flush()
  return tidied
}
