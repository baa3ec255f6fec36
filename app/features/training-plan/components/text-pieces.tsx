import type { TextPiece } from '~/lib/text-difference'

/** A text with what went away and what came in, in words too for those who do not see the marks. */
export function TextPieces({ pieces }: { pieces: readonly TextPiece[] }) {
  return (
    <p className="r-diff__text">
      {placed(pieces).map(({ place, replaced, kind, text }) => (
        <span key={place}>
          <Piece kind={kind} text={text} />
          {replaced ? ' ' : null}
        </span>
      ))}
    </p>
  )
}

function Piece({ kind, text }: TextPiece) {
  if (kind === 'gap') return <span className="r-muted"> […] </span>
  if (kind === 'same') return text
  const Mark = kind === 'removed' ? 'del' : 'ins'
  return (
    <Mark>
      <span className="visually-hidden">{kind === 'removed' ? 'tolto: ' : 'aggiunto: '}</span>
      {text}
    </Mark>
  )
}

/** Pieces with the place where they begin, and whether another text takes theirs. */
function placed(pieces: readonly TextPiece[]) {
  let place = 0
  return pieces.map((piece, index) => {
    place += piece.text.length + 1
    return { ...piece, place, replaced: piece.kind === 'removed' && pieces[index + 1]?.kind === 'added' }
  })
}
