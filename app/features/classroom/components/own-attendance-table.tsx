import { formatMinutes } from '~/lib/minutes'
import { DataTable } from '~/ui/data-table'
import type { OwnAttendance } from '../own-attendances.queries.server'
import { modeTitle, sessionTime } from '../register-words'

/** One's own attendances; of the others nothing. */
export function OwnAttendanceTable({ attendances }: { attendances: OwnAttendance[] }) {
  return (
    <DataTable
      caption="Le tue presenze, dalle più recenti"
      rows={attendances}
      rowKey={({ registerId }) => registerId}
      columns={[
        { key: 'when', header: 'Quando', cell: (attendance) => sessionTime(attendance) },
        {
          key: 'module',
          header: 'Modulo',
          cell: ({ moduleTitle, title, place }) => (
            <div>
              {moduleTitle}
              {title || place ? (
                <p className="r-small r-muted mb-0">{[title, place].filter(Boolean).join(', ')}</p>
              ) : null}
            </div>
          ),
        },
        { key: 'mode', header: 'Come', cell: ({ mode }) => modeTitle(mode) },
        { key: 'trainer', header: 'Formatore', cell: ({ trainer }) => trainer },
        {
          key: 'minutes',
          header: 'Ore',
          cell: ({ minutes, reason }) => (
            <div>
              {minutes > 0 ? formatMinutes(minutes) : 'Assente'}
              {reason ? <p className="r-small r-muted mb-0">{reason}</p> : null}
            </div>
          ),
        },
      ]}
    />
  )
}
