import { Facts } from '~/ui/facts'
import { Tag, type TagState } from '~/ui/tag'
import type { RatedCriterionView } from '../observation-views'
import { ratingNames } from '../observation-words'
import type { Rating } from '../rules/observation'

const ratingStates: Record<Rating, TagState | undefined> = {
  met: 'ok',
  partly: 'half',
  notMet: 'bad',
  notObserved: undefined,
  notApplicable: 'off',
}

export function RatingTag({ rating }: { rating: Rating }) {
  return <Tag state={ratingStates[rating]}>{ratingNames[rating]}</Tag>
}

/** Each criterion as it was rated, with what the observer wrote and what it looks at. */
export function RatedCriteria({ criteria }: { criteria: RatedCriterionView[] }) {
  return (
    <ul className="r-list r-crits">
      {criteria.map(({ id, critical, text, rating, note, met, partly, notMet }) => (
        <li key={id} className="r-crit">
          <h3>
            <span className="r-id">{id}</span> {text} {critical ? <span className="r-flag">Critico</span> : null}
          </h3>
          <p className="mb-2">
            <RatingTag rating={rating} />
          </p>
          {note ? <p className="r-said mb-2">{note}</p> : null}
          <details className="r-noprint">
            <summary>
              Che cosa si guarda<span className="visually-hidden"> nel criterio {id}</span>
            </summary>
            <Facts
              plain
              className="mt-2"
              items={[
                { term: ratingNames.met, description: met },
                { term: ratingNames.partly, description: partly },
                { term: ratingNames.notMet, description: notMet },
              ]}
            />
          </details>
        </li>
      ))}
    </ul>
  )
}
