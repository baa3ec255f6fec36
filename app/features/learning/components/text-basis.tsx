import { Link } from 'react-router'
import { LaterTag } from '~/features/phase-guide/components/statements'
import type { BasisItem } from '~/features/phase-guide/guide-views'

/** What a text of the plan rests on: every fact, and where it was read. */
export function TextBasis({ title, items }: { title: string; items: BasisItem[] }) {
  if (items.length === 0) return null
  return (
    <details className="r-sec r-w r-noprint">
      <summary>{title}</summary>
      <p className="r-small r-muted mt-3">
        Le frasi che dicono una regola poggiano su questi fatti. Le altre sono consigli di buona pratica.
      </p>
      <ul className="r-small">
        {items.map(({ id, statement, source, laterFrom }) => (
          <li key={id} className="mb-2">
            <Link to={`/fonti#${id}`}>{id}</Link> {statement}{' '}
            <span className="r-muted">
              {source}
              {laterFrom ? ` (dal ${laterFrom})` : ''}
            </span>{' '}
            {laterFrom ? <LaterTag /> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
