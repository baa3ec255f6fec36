import { Link } from 'react-router'
import { modeTitle } from '~/features/learning/mode-title'
import { formatMinutes } from '~/lib/minutes'
import { formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { type CentreFilters, centreAddress } from '../centre-filters.schema'
import type { FreedEntry } from '../centre-list.server'
import { type FreedMinutes, type HourWord, hourWords, totalFreed } from '../rules/freed-hours'

type FreedTableProps = { freed: FreedEntry[]; total: FreedMinutes; filters: CentreFilters }
type Row = Omit<FreedEntry, 'id'> & { id: string | undefined }

/** Hours still to free, by entry and mode; each number opens the list of the people behind it. */
export function FreedTable({ freed, total, filters }: FreedTableProps) {
  const everywhere = { id: undefined, name: 'In tutto', people: sumPeople(freed), minutes: total }
  const rows: Row[] = freed.length > 1 ? [...freed, everywhere] : freed
  const listOf = (row: Row, ore?: HourWord) => centreAddress({ ...filters, sede: row.id, ore })
  return (
    <DataTable
      caption="Ore ancora da liberare, per sede e modalità"
      captionHidden
      rows={rows}
      rowKey={({ id }) => id ?? 'tutte'}
      columns={[
        { key: 'entry', header: 'Sede', cell: ({ name }) => name },
        {
          key: 'people',
          header: 'Persone',
          numeric: true,
          cell: (row) => <To to={listOf(row)} text={formatNumber(row.people)} what={`le persone, ${row.name}`} />,
        },
        ...(Object.keys(hourWords) as HourWord[]).map((word) => ({
          key: word,
          header: modeTitle(hourWords[word]),
          numeric: true,
          cell: (row: Row) => {
            const minutes = row.minutes[hourWords[word]]
            const what = `chi ha ancora ore ${modeTitle(hourWords[word]).toLowerCase()}, ${row.name}`
            return minutes === 0 ? (
              formatMinutes(0)
            ) : (
              <To to={listOf(row, word)} text={formatMinutes(minutes)} what={what} />
            )
          },
        })),
        { key: 'all', header: 'In tutto', numeric: true, cell: ({ minutes }) => formatMinutes(totalFreed(minutes)) },
      ]}
    />
  )
}

function To({ to, text, what }: { to: string; text: string; what: string }) {
  return (
    <Link to={`${to}#persone`}>
      {text}
      <span className="visually-hidden">: apri l’elenco, {what}</span>
    </Link>
  )
}

function sumPeople(freed: readonly FreedEntry[]) {
  return freed.reduce((sum, { people }) => sum + people, 0)
}
