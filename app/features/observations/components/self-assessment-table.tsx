import { Link } from 'react-router'
import { formatDate, formatDay } from '~/lib/dates'
import { type Column, DataTable } from '~/ui/data-table'
import type { ProfileCriterion } from '../rules/observable-module'
import type { Rating } from '../rules/observation'
import type { SelfMoment, SelfRating } from '../rules/self-assessment'
import { selfMomentNames, selfRatingNames } from '../self-assessment-words'
import { RatingTag } from './rated-criteria'

type Given = { at: Date; ratings: Record<string, SelfRating> } | null

type TableProps = {
  criteria: ProfileCriterion[]
  before: Given
  after: Given
  observations: { id: string; number: number; observedOn: string; observer: string; ratings: Record<string, Rating> }[]
}

/** One's own view beside that of who observed, criterion by criterion. */
export function SelfAssessmentTable({ criteria, before, after, observations }: TableProps) {
  const columns: Column<ProfileCriterion>[] = [
    {
      key: 'criterion',
      header: 'Criterio',
      rowHeader: true,
      cell: ({ id, text }) => (
        <>
          <span className="r-id">{id}</span> {text}
        </>
      ),
    },
    ...ownColumn('before', before),
    ...ownColumn('after', after),
    ...observations.map(({ id, number, observedOn, ratings }) => ({
      key: id,
      header: `Osservazione n. ${number}, ${formatDay(observedOn)}`,
      cell: (criterion: ProfileCriterion) => <RatingTag rating={ratings[criterion.id] ?? 'notObserved'} />,
    })),
  ]
  return (
    <>
      <DataTable
        caption="Come ti vedi e che cosa è stato osservato, criterio per criterio"
        captionHidden
        columns={columns}
        rows={criteria}
        rowKey={({ id }) => id}
      />
      {observations.length > 0 ? (
        <ul>
          {observations.map(({ id, number, observedOn, observer }) => (
            <li key={id}>
              <Link to={`/osservazioni/${id}`}>
                Osservazione n. {number}, {formatDay(observedOn)}
              </Link>
              , {observer}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function ownColumn(moment: SelfMoment, given: Given): Column<ProfileCriterion>[] {
  if (!given) return []
  return [
    {
      key: moment,
      header: `${selfMomentNames[moment]}, ${formatDate(given.at)}`,
      cell: ({ id }) => {
        const rating = given.ratings[id]
        return rating ? selfRatingNames[rating] : '–'
      },
    },
  ]
}
