import { recognisedNames } from '~/features/evidence/evidence-words'
import { modeNames } from '~/features/training-plan/plan-names'
import { formatDay } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { DataTable } from '~/ui/data-table'
import type { EvidenceLine } from '../person-record.queries.server'

/** The records of one module, folded: lessons and hours, each with its day and who recorded it. */
export function EvidenceTable({ title, lines }: { title: string; lines: EvidenceLine[] }) {
  if (lines.length === 0) return null
  return (
    <details className="mt-3">
      <summary>
        {title} <span className="r-muted">({lines.length})</span>
      </summary>
      <DataTable
        caption={title}
        captionHidden
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          { key: 'day', header: 'Data', cell: ({ occurredOn }) => formatDay(occurredOn) },
          { key: 'what', header: 'Che cosa', cell: whatOf },
          {
            key: 'minutes',
            header: 'Durata',
            numeric: true,
            cell: ({ minutes }) => (minutes === null ? '–' : formatMinutes(minutes)),
          },
          { key: 'by', header: 'Registrata da', cell: ({ by }) => by ?? 'Rotta' },
        ]}
      />
    </details>
  )
}

function whatOf({ kind, subject }: EvidenceLine) {
  if (kind === 'lesson') return `Lezione letta: ${subject}`
  if (kind === 'hours') return `Ore ${modeNames[subject as keyof typeof modeNames]}`
  const recognised = recognisedNames[subject as keyof typeof recognisedNames]
  return `Riconosciute: ${recognised.charAt(0).toLowerCase()}${recognised.slice(1)}`
}
