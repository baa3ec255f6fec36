import { formatDateTime } from '~/lib/dates'
import { formatNumber } from '~/lib/numbers'
import { type Column, DataTable } from '~/ui/data-table'
import type { Receipt } from '../observation-views'

const columns: Column<Receipt>[] = [
  { key: 'title', header: 'Atto', cell: ({ title }) => title, rowHeader: true },
  { key: 'number', header: 'Numero', cell: ({ number }) => formatNumber(number), numeric: true },
  { key: 'by', header: 'Chi', cell: ({ by }) => by },
  { key: 'at', header: 'Quando', cell: ({ at }) => formatDateTime(at) },
  { key: 'digest', header: 'Impronta (SHA-256)', cell: ({ digest }) => <span className="r-hash">{digest}</span> },
]

/** The proof of each act on an observation, the same for who signed it and for whom it is about. */
export function Receipts({ receipts }: { receipts: Receipt[] }) {
  return (
    <>
      <DataTable
        caption="Ricevuta: gli atti su questa osservazione"
        captionHidden
        columns={columns}
        rows={receipts}
        rowKey={({ digest }) => digest}
      />
      <p className="r-small r-muted">
        L’impronta nasce dal contenuto di ciascun atto e da quella dell’atto precedente: se qualcosa cambiasse, si
        vedrebbe. Vale la stessa ricevuta per chi ha firmato e per chi è stato osservato.
      </p>
    </>
  )
}
