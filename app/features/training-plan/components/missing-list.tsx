import { Link } from 'react-router'
import { countOf } from '~/lib/numbers'
import { Note } from '~/ui/note'
import type { FindingPlace, MissingFinding } from '../rules/missing-finding'

/** How many warnings stand open on the page; what goes beyond is folded. */
const shown = 8

type MissingListProps = {
  findings: readonly MissingFinding[]
  /** Where a finding is put right or seen; nothing for a sentence without link. */
  linkTo: (where: FindingPlace) => string | undefined
}

/** What is missing, in words: what keeps the version from being submitted, then what the Cabina should know. */
export function MissingList({ findings, linkTo }: MissingListProps) {
  const blocking = findings.filter(({ severity }) => severity === 'blocking')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  if (findings.length === 0) return <Note kind="ok" title="Non manca nulla" />
  return (
    <>
      {blocking.length > 0 ? (
        <Note kind="bad" title={`Da completare prima di presentare: ${countOf(blocking.length, 'cosa', 'cose')}`}>
          <Sentences findings={blocking} linkTo={linkTo} />
        </Note>
      ) : null}
      {warnings.length > 0 ? (
        <Note kind="warn" title={`Da sapere: ${countOf(warnings.length, 'avviso', 'avvisi')}`}>
          <p>Non fermano la versione.</p>
          <Sentences findings={warnings.slice(0, shown)} linkTo={linkTo} />
          {warnings.length > shown ? (
            <details>
              <summary>Leggi gli altri {warnings.length - shown}</summary>
              <Sentences findings={warnings.slice(shown)} linkTo={linkTo} />
            </details>
          ) : null}
        </Note>
      ) : null}
    </>
  )
}

function Sentences({ findings, linkTo }: MissingListProps) {
  return (
    <ul className="r-list">
      {findings.map(({ where, sentence }) => (
        <li key={sentence} className="mb-1">
          <Sentence to={linkTo(where)}>{sentence}</Sentence>
        </li>
      ))}
    </ul>
  )
}

/** An address within the page is a plain anchor: the browser moves there, with script and without. */
function Sentence({ to, children }: { to: string | undefined; children: string }) {
  if (!to) return children
  return to.startsWith('#') ? <a href={to}>{children}</a> : <Link to={to}>{children}</Link>
}
