import { Link } from 'react-router'
import { formatDateTime } from '~/lib/dates'
import { DataTable } from '~/ui/data-table'
import { actionName } from '../audit-names'

type Row = {
  seq: number
  at: Date
  actor: string | null
  action: string
  objectType: string
  objectId: string
  object: string
  requestId: string
  payload: string | null
}

/** Rows of the log: who did what, on whom, and the request that asked for it. */
export function AuditTable({ rows }: { rows: Row[] }) {
  return (
    <DataTable
      caption="Atti, dal più recente"
      rows={rows}
      rowKey={(row) => String(row.seq)}
      columns={[
        { key: 'seq', header: 'N.', numeric: true, cell: (row) => row.seq },
        { key: 'at', header: 'Quando', cell: (row) => formatDateTime(row.at) },
        { key: 'actor', header: 'Chi', cell: (row) => row.actor ?? 'Comando di servizio' },
        { key: 'action', header: 'Atto', cell: (row) => actionName(row.action) },
        { key: 'object', header: 'Oggetto', cell: objectOf },
        {
          key: 'more',
          header: 'Dettagli',
          cell: (row) => (
            <details>
              <summary>
                Mostra<span className="visually-hidden"> i dettagli dell’atto {row.seq}</span>
              </summary>
              <p className="r-small mb-1">Richiesta {row.requestId}</p>
              <p className="r-hash mb-0">{row.payload ?? 'Cancellato alla fine della conservazione.'}</p>
            </details>
          ),
        },
      ]}
    />
  )
}

function objectOf(row: Row) {
  if (row.objectType !== 'person') return row.object
  // A name means that the person is there: else the id, or "unknown" for a refused sign-in.
  if (row.object === row.objectId) return row.objectId === 'unknown' ? 'Indirizzo sconosciuto' : row.objectId
  return <Link to={`/amministrazione/persone/${row.objectId}`}>{row.object}</Link>
}
