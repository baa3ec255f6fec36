import { Fragment } from 'react'
import { Link } from 'react-router'
import { LaterTag } from '~/features/curriculum/components/later-tag'
import type { FactView, SourceView } from '../guide-views'
import type { FactUse } from '../rules/fact-uses'

type SourceTextProps = { source: SourceView; planTexts: Readonly<Record<string, string>> }

/** A source, and the facts that rest on it. */
export function SourceText({ source, planTexts }: SourceTextProps) {
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
            <FactItem key={fact.id} fact={fact} planText={planTexts[fact.id]} />
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

function FactItem({ fact, planText }: { fact: FactView; planText: string | undefined }) {
  const { id, statement, mark, cite, laterFrom, also, checked, uses } = fact
  const facts = [cite, mark, laterFrom && `dal ${laterFrom}`, checked && `controllato il ${checked}`].filter(Boolean)
  return (
    <li id={id} className="mb-3">
      <span className="r-id">{id}</span> {statement}{' '}
      <span className="r-small r-muted">
        {facts.join(' · ')}
        {also.map((source) => (
          <Fragment key={source.id}>
            {' · anche in '}
            <a href={`#fonte-${source.id}`}>{source.title}</a>
          </Fragment>
        ))}
      </span>{' '}
      {laterFrom ? <LaterTag /> : null}
      <UsedIn uses={uses} planText={planText} />
    </li>
  )
}

function UsedIn({ uses, planText }: { uses: FactUse[]; planText: string | undefined }) {
  if (uses.length === 0 && planText === undefined) {
    return <p className="r-small r-muted mb-0 r-noprint">Nessuna pagina lo cita.</p>
  }
  return (
    <p className="r-small r-muted mb-0 r-noprint">
      {uses.length > 0 ? 'Citato in ' : 'Citato '}
      {uses.map(({ to, label }, index) => (
        <Fragment key={label}>
          {index > 0 ? ', ' : null}
          {to === undefined ? (
            label
          ) : (
            <Link to={to} discover="none">
              {label}
            </Link>
          )}
        </Fragment>
      ))}
      {planText === undefined ? null : `${uses.length > 0 ? '; ' : ''}nel piano: ${planText}`}
    </p>
  )
}
