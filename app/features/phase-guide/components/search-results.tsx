import { Link } from 'react-router'
import type { SearchResult } from '../search-index.server'

/** What was found, the best first. */
export function SearchResultList({ results }: { results: SearchResult[] }) {
  return (
    <ol className="r-list r-w">
      {results.map(({ kind, title, to, passage }) => (
        <li key={to} className="r-rule mb-4">
          <p className="r-small r-muted mb-0">{kind}</p>
          <h3 className="mb-1">
            <Link to={to}>{title}</Link>
          </h3>
          <p className="mb-0">
            {passage.map(({ at, text, marked }) =>
              marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}
