import { Link } from 'react-router'
import { Tag } from '~/ui/tag'
import type { ObjectiveView } from '../attempt-result.queries.server'

/** Right answers by objective, with the lessons to read again where one was missing. */
export function ObjectiveResults({ module, objectives }: { module: string; objectives: ObjectiveView[] }) {
  return (
    <ul className="r-list">
      {objectives.map(({ text, right, total, lessons }) => (
        <li key={text} className="mb-3">
          <h3 className="mb-1">{text}</h3>
          <Tag state={right === total ? 'ok' : 'half'}>
            {right} {right === 1 ? 'risposta giusta' : 'risposte giuste'} su {total}
          </Tag>
          {right < total && lessons.length > 0 ? (
            <p className="mb-0">
              {lessons.length === 1 ? 'Rileggi la lezione: ' : 'Rileggi le lezioni: '}
              {lessons.map(({ slug, title }, index) => (
                <span key={slug}>
                  {index > 0 ? ', ' : ''}
                  <Link to={`/moduli/${module}/lezioni/${slug}`}>{title}</Link>
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
