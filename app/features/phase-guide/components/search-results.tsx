import { Link } from 'react-router'
import type { LessonResults } from '../lesson-search.server'
import type { PassagePart } from '../passage'
import type { SearchResult } from '../search-index.server'

/** What was found in the guide, the best first. */
export function SearchResultList({ results }: { results: SearchResult[] }) {
  return (
    <ol className="r-list r-w">
      {results.map((result) => (
        <ResultItem key={result.to} {...result} />
      ))}
    </ol>
  )
}

/** What was found in the plan's lessons, the best first; how many more there are, and who reads them. */
export function LessonResultList({ lessons: { results, total, reader } }: { lessons: LessonResults }) {
  return (
    <>
      {reader === 'visitor' ? <p className="r-small r-muted">Moduli e lezioni si aprono dopo l’accesso.</p> : null}
      <ol className="r-list r-w">
        {results.map((result) => (
          <ResultItem key={result.to} {...result} />
        ))}
      </ol>
      {total > results.length ? (
        <p className="r-small r-muted">
          Sono i primi {results.length} di {total}: aggiungi una parola per cercare più vicino.
        </p>
      ) : null}
    </>
  )
}

type ResultItemProps = { kind: string; title: string; to: string; passage: PassagePart[] }

function ResultItem({ kind, title, to, passage }: ResultItemProps) {
  return (
    <li className="r-rule mb-4">
      <p className="r-small r-muted mb-0">{kind}</p>
      <h3 className="mb-1">
        <Link to={to}>{title}</Link>
      </h3>
      {passage.length > 0 ? (
        <p className="mb-0">
          {passage.map(({ at, text, marked }) =>
            marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </p>
      ) : null}
    </li>
  )
}
