import { Fragment } from 'react'
import { LaterTag } from '~/features/curriculum/components/later-tag'
import type { FactView, SourceView } from '../guide-views'

/** A source, and the facts that rest on it. */
export function SourceText({ source }: { source: SourceView }) {
  const { id, title, publisher, date, url, facts, alsoFacts } = source
  return (
    <article className="r-rule mb-4" aria-labelledby={`fonte-${id}`}>
      <h3 id={`fonte-${id}`} className="mb-1">
        {title}
      </h3>
      <p className="r-small r-muted mb-2">
        {publisher}
        {date ? `, ${date}` : ''}
        {url ? <span className="text-break">, {url}</span> : null}
      </p>
      {facts.length > 0 ? (
        <ul className="r-list">
          {facts.map((fact) => (
            <FactItem key={fact.id} fact={fact} />
          ))}
        </ul>
      ) : null}
      {alsoFacts.length > 0 ? (
        <p className="r-small r-muted mb-0">
          {facts.length > 0 ? 'Letti anche qui: ' : 'Letti qui, e riportati sotto un’altra fonte: '}
          {alsoFacts.map((fact, index) => (
            <Fragment key={fact}>
              {index > 0 ? ', ' : null}
              <a href={`#${fact}`}>{fact}</a>
            </Fragment>
          ))}
        </p>
      ) : null}
    </article>
  )
}

function FactItem({ fact: { id, statement, mark, cite, laterFrom } }: { fact: FactView }) {
  return (
    <li id={id} className="mb-3">
      <span className="r-id">{id}</span> {statement}{' '}
      <span className="r-small r-muted">
        {[cite, mark, laterFrom && `dal ${laterFrom}`].filter(Boolean).join(' · ')}
      </span>{' '}
      {laterFrom ? <LaterTag /> : null}
    </li>
  )
}
