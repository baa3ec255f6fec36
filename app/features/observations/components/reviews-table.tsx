import { Link } from 'react-router'
import { formatDate, formatDay } from '~/lib/dates'
import { type Column, DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'

export type ReviewRow = {
  id: string
  number: number
  moduleTitle: string
  observedOn: string
  disagreedAt: Date
  firstName: string
  lastName: string
  entryName: string | null
  observer: string
}

const columns: Column<ReviewRow>[] = [
  {
    key: 'person',
    header: 'Persona',
    rowHeader: true,
    cell: ({ id, firstName, lastName, number }) => (
      <Link to={`/osservazioni/${id}`}>
        {firstName} {lastName}
        <span className="visually-hidden">, osservazione n. {number}</span>
      </Link>
    ),
  },
  { key: 'entry', header: 'Sede', cell: ({ entryName }) => entryName ?? 'Nessuna sede' },
  { key: 'module', header: 'Modulo', cell: ({ moduleTitle }) => moduleTitle },
  { key: 'observed', header: 'Osservata', cell: ({ observedOn, observer }) => `${formatDay(observedOn)}, ${observer}` },
  { key: 'disagreed', header: 'Non è d’accordo dal', cell: ({ disagreedAt }) => formatDate(disagreedAt) },
]

/** Observations that their learners disagree with, to be reviewed by a second trainer. */
export function ReviewsTable({ rows }: { rows: ReviewRow[] }) {
  return (
    <DataTable
      caption="Osservazioni da riesaminare"
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title="Nessuna osservazione da riesaminare"
          lead="Qui trovi le osservazioni firmate da altre persone che formano, quando chi è stato osservato non è d’accordo."
        />
      }
    />
  )
}
