import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Figures: right, of equal width. */
  numeric?: boolean
  /** The cell that names the row; the first column if none is marked. */
  rowHeader?: boolean
}

type DataTableProps<Row> = {
  caption: ReactNode
  /** The caption is read out but not drawn, when a heading above says the same. */
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** Shown in place of the table when there are no rows. */
  empty?: ReactNode
}

/**
 * A table that becomes a list of cards on a phone. The roles are written out because a table drawn
 * with `display: block` loses them in some browsers.
 */
export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  const namingKey = (columns.find((column) => column.rowHeader) ?? columns[0])?.key
  return (
    <table className="r-table r-cards" role="table">
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={column.numeric ? 'n' : undefined}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) =>
              column.key === namingKey ? (
                <th key={column.key} role="rowheader" scope="row" className={column.numeric ? 'n' : undefined}>
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  role="cell"
                  data-label={column.header || undefined}
                  className={classNames(column.numeric && 'n')}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
