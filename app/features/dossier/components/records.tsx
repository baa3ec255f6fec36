import type { ReactNode } from 'react'
import { formatDateTime } from '~/lib/dates'
import { type Column, DataTable } from '~/ui/data-table'

type RecordsProps<Row> = {
  title: string
  rows: readonly Row[]
  keyOf: (row: Row, index: number) => string
  columns: Column<Row>[]
}

/** A group of rows of the dossier, folded with their number; nothing when there are none. On paper it is unfolded. */
export function Records<Row>({ title, rows, keyOf, columns }: RecordsProps<Row>) {
  if (rows.length === 0) return null
  const keys = new Map(rows.map((row, index) => [row, keyOf(row, index)]))
  return (
    <Fold title={title} count={rows.length}>
      <DataTable
        caption={title}
        captionHidden
        rows={[...rows]}
        rowKey={(row) => keys.get(row) ?? ''}
        columns={columns}
      />
    </Fold>
  )
}

export function Fold({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <details className="mt-3">
      <summary>
        {title} <span className="r-muted">({count})</span>
      </summary>
      {children}
    </details>
  )
}

/** `16/12/2019, ore 9.05` from a moment as the dossier writes it; a dash when there is none. */
export function momentText(moment: string | null): string {
  return moment === null ? '–' : formatDateTime(new Date(moment))
}
