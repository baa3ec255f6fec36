import { formatMinutes } from '~/lib/minutes'
import { DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'
import type { ShownRegister } from '../register.queries.server'

/** The people of a signed register, with their minutes and the rows of evidence that hold them. */
export function RegisterPeople({ register: { rows, own, hidden, next } }: { register: ShownRegister }) {
  return (
    <>
      <DataTable
        caption="Le persone del registro, in ordine di cognome"
        captionHidden
        rows={rows}
        rowKey={({ enrolmentId }) => enrolmentId}
        columns={[
          { key: 'name', header: 'Nome', cell: ({ name }) => name },
          { key: 'home', header: 'Sede', cell: ({ home }) => home ?? 'Nessuna sede' },
          {
            key: 'minutes',
            header: 'Minuti',
            numeric: true,
            cell: ({ minutes }) => (minutes > 0 ? `${minutes} (${formatMinutes(minutes)})` : 'assente'),
          },
          ...(own
            ? [{ key: 'reason', header: 'Motivo', cell: ({ reason }: (typeof rows)[number]) => reason ?? '' }]
            : []),
          {
            key: 'evidence',
            header: 'Attività svolta',
            cell: ({ evidence }) => evidenceState(evidence, next !== null),
          },
        ]}
      />
      {hidden > 0 ? (
        <p className="r-small r-muted">
          {hidden === 1 ? 'Un’altra persona è' : `Altre ${hidden} persone sono`} di sedi che non puoi vedere.
        </p>
      ) : null}
    </>
  )
}

function evidenceState(evidence: number | null, replaced: boolean) {
  if (evidence === null) return <Tag state="off">Nessuna</Tag>
  return replaced ? (
    <Tag state="warn">Registrata, riga {evidence}: vedi la correzione</Tag>
  ) : (
    <Tag state="ok">Registrata, riga {evidence}</Tag>
  )
}
