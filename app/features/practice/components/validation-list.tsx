import type { SubmissionResult } from '@conform-to/react'
import { formatDateTime, formatDay } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { DataTable } from '~/ui/data-table'
import type { OwnValidation } from '../pending-practice.queries.server'
import { ReasonForm } from './reason-form'

type ValidationListProps = {
  validations: OwnValidation[]
  revoked?: { target: string; reply: SubmissionResult<string[]> }
}

/** What a trainer has validated, each to be revoked with a reason. */
export function ValidationList({ validations, revoked }: ValidationListProps) {
  return (
    <DataTable
      caption="Le ore che hai convalidato, dalle più recenti"
      rows={validations}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: 'Nome', cell: ({ person }) => person.name },
        { key: 'day', header: 'Giorno', cell: ({ heldOn }) => formatDay(heldOn) },
        { key: 'hours', header: 'Ore', numeric: true, cell: ({ minutes }) => formatMinutes(minutes) },
        { key: 'module', header: 'Modulo', cell: ({ moduleTitle }) => moduleTitle },
        { key: 'at', header: 'Convalidata', cell: ({ at }) => formatDateTime(at) },
        {
          key: 'revoke',
          header: 'Un errore?',
          cell: ({ id, minutes, heldOn, person }) => (
            <ReasonForm
              intent="revoke"
              entryId={id}
              what={`${formatMinutes(minutes)} del ${formatDay(heldOn)} di ${person.name}`}
              lastResult={revoked?.target === id ? revoked.reply : undefined}
            />
          ),
        },
      ]}
    />
  )
}
