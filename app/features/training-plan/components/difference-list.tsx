import { Link } from 'react-router'
import type { Change } from '../rules/plan-difference'
import { textLink } from '../text-link'
import { TextPieces } from './text-pieces'

/** A change, with the section it belongs to where changes of several stand together. */
export type ShownChange = Change & { section?: string }

type DifferenceListProps = {
  changes: readonly ShownChange[]
  /** The version whose text the changes lead to. */
  versionId: string
}

/** Changes one below the other, each with a way to the text as it is now. */
export function DifferenceList({ changes, versionId }: DifferenceListProps) {
  return changes.map((change) => (
    <div className="r-diff" key={`${change.section} ${change.part} ${change.label} ${change.kind}`}>
      <p className="r-kick">{titleOf(change)}</p>
      <ChangedText change={change} />
      {change.kind === 'removed' ? null : (
        <p className="r-small mt-1 r-noprint">
          <Link to={textLink(versionId, change.part)}>
            Leggi nel testo<span className="visually-hidden">: {titleOf(change)}</span>
          </Link>
        </p>
      )}
    </div>
  ))
}

function titleOf({ section, label, kind }: ShownChange) {
  const what = { added: ', aggiunto', removed: ', tolto', moved: ', spostato', edited: '', key: ', chiave' }[kind]
  return `${section && section !== 'Piano' ? `${section}: ` : ''}${label}${what}`
}

function ChangedText({ change }: { change: Change }) {
  if (change.kind === 'edited') return <TextPieces pieces={change.pieces} />
  if (change.kind === 'key') return <p>La risposta giusta o la spiegazione è cambiata.</p>
  if (change.kind === 'moved') {
    return <p>{change.follows === null ? 'Ora è al primo posto.' : `Ora viene dopo ${change.follows}.`}</p>
  }
  return <TextPieces pieces={[{ kind: change.kind, text: change.text }]} />
}
