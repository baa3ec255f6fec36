import { Link } from 'react-router'
import { formatDay } from '~/lib/dates'
import { type Column, DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'
import type { OwnObservationWords } from '../rules/own-observations-words'
import { ProofTag } from './proof-list'

const columns: Column<OwnObservationWords>[] = [
  {
    key: 'day',
    header: 'Osservazione',
    rowHeader: true,
    cell: ({ id, number, observedOn }) => (
      <Link to={`/osservazioni/${id}`}>
        {formatDay(observedOn)}, n. {number}
      </Link>
    ),
  },
  { key: 'observer', header: 'Chi ha osservato', cell: ({ observer }) => observer },
  { key: 'outcome', header: 'Esito', cell: (observation) => <ProofTag proof={observation} /> },
  {
    key: 'seen',
    header: 'Presa visione',
    cell: ({ toAcknowledge, answered }) => {
      if (toAcknowledge) return <Tag state="warn">Da dare</Tag>
      return answered ? 'Data' : '–'
    },
  },
]

/** The observations of a module that were signed on oneself, each with its page. */
export function OwnObservations({ observations }: { observations: OwnObservationWords[] }) {
  if (observations.length === 0) return null
  return (
    <>
      <h3 className="mb-2">Le tue osservazioni</h3>
      <DataTable
        caption="Le tue osservazioni in questo modulo"
        captionHidden
        columns={columns}
        rows={observations}
        rowKey={({ id }) => id}
      />
    </>
  )
}
