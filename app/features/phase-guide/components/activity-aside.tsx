import { Link } from 'react-router'
import type { ActivityView, Named, TermDefinition } from '../guide-views'

/** The other side of the matrix: for a task the acts it supports, for an act the tasks that support it. */
export function LinkedActivities({ kind, linked }: { kind: ActivityView['kind']; linked: Named[] }) {
  const title = kind === 'task' ? 'Compiti del CPI a cui si affianca' : 'Attività del Navigator'
  const none = kind === 'task' ? 'Nessun compito del CPI collegato.' : 'Nessuna attività del Navigator prevista.'
  return (
    <section>
      <h2>{title}</h2>
      {linked.length === 0 ? <p className="mb-0 r-muted">{none}</p> : null}
      <ul className="r-list">
        {linked.map(({ id, title: name }) => (
          <li key={id} className="mb-1">
            <Link to={`/guida/attivita/${id}`}>
              <span className="r-id">{id}</span> {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The terms of an activity, each with the first sentence of its definition. */
export function TermList({ terms }: { terms: TermDefinition[] }) {
  if (terms.length === 0) return null
  return (
    <section>
      <h2>Parole</h2>
      <dl className="mb-0">
        {terms.map(({ slug, term, expansion, definition }) => (
          <div key={slug} className="mb-2">
            <dt>
              <Link to={`/glossario#${slug}`}>{term}</Link>
              {expansion ? <span className="fw-normal">, {expansion}</span> : null}
            </dt>
            <dd className="mb-0">{definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
