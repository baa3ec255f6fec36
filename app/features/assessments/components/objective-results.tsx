import { Link } from 'react-router'
import { Tag } from '~/ui/tag'
import type { ObjectiveView } from '../attempt-result.queries.server'

/** Right answers by objective, with what to read again where one was missing: lessons, or of the final test the module. */
export function ObjectiveResults({ objectives }: { objectives: ObjectiveView[] }) {
  return (
    <ul className="r-list">
      {objectives.map(({ text, right, total, again }) => (
        <li key={text} className="mb-3">
          <h3 className="mb-1">{text}</h3>
          <Tag state={right === total ? 'ok' : 'half'}>
            {right} {right === 1 ? 'risposta giusta' : 'risposte giuste'} su {total}
          </Tag>
          {right < total && again.length > 0 ? (
            <p className="mb-0">
              {leadOf(again)}
              {again.map(({ to, title }, index) => (
                <span key={to}>
                  {index > 0 ? ', ' : ''}
                  <Link to={to}>{title}</Link>
                </span>
              ))}
              .
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function leadOf(again: ObjectiveView['again']) {
  if (again[0]?.kind === 'module') return 'Rileggi il modulo: '
  return again.length === 1 ? 'Rileggi la lezione: ' : 'Rileggi le lezioni: '
}
