import { formatMinutes } from '~/lib/minutes'
import { DataTable } from '~/ui/data-table'
import type { PracticeModule } from '../own-practice.queries.server'

/** Hours on the job by module: validated, asked for, waiting. */
export function PracticeHours({ modules }: { modules: readonly PracticeModule[] }) {
  return (
    <DataTable
      caption="Le ore sul lavoro, modulo per modulo"
      rows={[...modules]}
      rowKey={({ slug }) => slug}
      columns={[
        { key: 'module', header: 'Modulo', cell: ({ title }) => title },
        {
          key: 'done',
          header: 'Convalidate',
          numeric: true,
          cell: ({ done, required }) => `${formatMinutes(done)} su ${formatMinutes(required)}`,
        },
        {
          key: 'pending',
          header: 'Da convalidare',
          numeric: true,
          cell: ({ pending }) => (pending > 0 ? formatMinutes(pending) : 'nessuna'),
        },
      ]}
    />
  )
}
