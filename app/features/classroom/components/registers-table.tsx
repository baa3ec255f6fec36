import { Link } from 'react-router'
import { formatDateTime } from '~/lib/dates'
import { countOf } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'
import { modeTitle, sessionTime } from '../register-words'
import type { DraftInList, RegisterInList } from '../registers.queries.server'

/** Registers that wait for their trainer's signature. */
export function DraftsTable({ drafts }: { drafts: DraftInList[] }) {
  return (
    <DataTable
      caption="Le tue bozze, dall’ultima che hai scritto"
      rows={drafts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          header: 'Bozza',
          cell: ({ id, moduleTitle, title }) => (
            <Link to={`/aula/bozze/${id}`}>
              {[moduleTitle ?? 'Modulo da scegliere', title].filter(Boolean).join(', ')}
            </Link>
          ),
        },
        { key: 'day', header: 'Data', cell: ({ heldOn }) => heldOn || 'da scrivere' },
        { key: 'people', header: 'Persone', numeric: true, cell: ({ people }) => people },
        { key: 'kind', header: 'Che cos’è', cell: ({ corrects }) => (corrects ? 'Correzione' : 'Registro nuovo') },
        { key: 'at', header: 'Scritta', cell: ({ updatedAt }) => formatDateTime(updatedAt) },
      ]}
    />
  )
}

type RegistersTableProps = { registers: RegisterInList[]; caption: string; showTrainer?: boolean }

/** Signed registers, each leading to its page. */
export function RegistersTable({ registers, caption, showTrainer }: RegistersTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={registers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          header: 'Quando',
          cell: (register) => <Link to={`/aula/${register.id}`}>{sessionTime(register)}</Link>,
        },
        { key: 'module', header: 'Modulo', cell: ({ moduleTitle }) => moduleTitle },
        { key: 'mode', header: 'Come', cell: ({ mode }) => modeTitle(mode) },
        ...(showTrainer
          ? [{ key: 'trainer', header: 'Formatore', cell: ({ trainer }: RegisterInList) => trainer }]
          : []),
        { key: 'people', header: 'Presenti', cell: ({ present }) => countOf(present, 'persona', 'persone') },
        { key: 'state', header: 'Stato', cell: ({ state }) => <RegisterState state={state} /> },
      ]}
    />
  )
}

/** Whether a register counts as it was signed. */
function RegisterState({ state }: { state: RegisterInList['state'] }) {
  if (state === 'standing') return <Tag state="ok">Firmato</Tag>
  return state === 'void' ? <Tag state="bad">Annullato</Tag> : <Tag state="warn">Corretto da un altro</Tag>
}
