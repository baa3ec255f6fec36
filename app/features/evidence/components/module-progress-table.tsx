import { formatDate } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'
import type { ManagedModule } from '../managed-enrolment.queries.server'

/** How far somebody has come, module by module: completion, lessons and hours, never a score. */
export function ModuleProgressTable({ modules }: { modules: ManagedModule[] }) {
  return (
    <DataTable
      caption="I moduli, nell’ordine del piano"
      captionHidden
      rows={modules}
      rowKey={({ slug }) => slug}
      columns={[
        { key: 'title', header: 'Modulo', cell: ({ title }) => title },
        {
          key: 'lessons',
          header: 'Lezioni lette',
          numeric: true,
          cell: ({ lessonsDone, lessonsRequired }) =>
            lessonsRequired === 0 ? 'Non previste' : `${lessonsDone} su ${lessonsRequired}`,
        },
        {
          key: 'hours',
          header: 'Ore',
          numeric: true,
          cell: ({ minutesDone, minutesRequired }) =>
            minutesRequired === 0
              ? 'Non previste'
              : `${formatMinutes(minutesDone)} su ${formatMinutes(minutesRequired)}`,
        },
        { key: 'state', header: 'Completamento', cell: (module) => <Completion module={module} /> },
      ]}
    />
  )
}

function Completion({ module: { completedAt, lessonsDone, minutesDone } }: { module: ManagedModule }) {
  if (completedAt) return <Tag state="ok">Completato il {formatDate(completedAt)}</Tag>
  return lessonsDone + minutesDone > 0 ? <Tag state="half">Iniziato</Tag> : <Tag>Da iniziare</Tag>
}
