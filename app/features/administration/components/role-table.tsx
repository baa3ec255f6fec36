import type { SubmissionResult } from '@conform-to/react'
import { roleNames, seatNames } from '~/features/auth/role-names'
import type { Role, Scope, Seat } from '~/features/auth/rules/grants'
import { formatDay } from '~/lib/dates'
import { DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'
import { scopeName } from '../scope-name'
import { EndPeriodForm } from './end-period-form'
import { periodState, periodText } from './period-text'

type HeldRole = {
  id: string
  role: Role
  scope: Scope
  seat: Seat | null
  startsOn: string
  endsOn?: string
}

type RoleTableProps = {
  roles: HeldRole[]
  names: Record<string, string>
  today: string
  /** The administrator may end these roles. */
  mayEnd: boolean
  /** The answer to a form of this table, and the role it was about. */
  answer?: { target: string; reply: SubmissionResult<string[]> }
}

/** The roles of a person, ended ones too, and the form to end those that hold. */
export function RoleTable({ roles, names, today, mayEnd, answer }: RoleTableProps) {
  return (
    <DataTable
      caption="Ruoli della persona"
      captionHidden
      rows={roles}
      rowKey={(role) => role.id}
      empty={<p>Non ha ancora nessun ruolo: finché non ne ha uno, vede solo la guida e il suo profilo.</p>}
      columns={[
        { key: 'role', header: 'Ruolo', cell: (role) => nameOf(role) },
        { key: 'scope', header: 'Dove', cell: (role) => scopeName(role.scope, names) },
        {
          key: 'period',
          header: 'Quando',
          cell: (role) => (
            <>
              {stateTag(role, today)} <span>{periodText(role)}</span>
            </>
          ),
        },
        {
          key: 'end',
          header: 'Chiusura',
          cell: (role) =>
            mayEnd && periodState(role, today) !== 'ended' ? (
              <EndPeriodForm
                intent="end-role"
                id={role.id}
                what={nameOf(role)}
                today={formatDay(today)}
                lastResult={answer?.target === role.id ? answer.reply : undefined}
              />
            ) : (
              '–'
            ),
        },
      ]}
    />
  )
}

function nameOf({ role, seat }: HeldRole) {
  return seat ? `${roleNames[role]}, ${seatNames[seat]}` : roleNames[role]
}

function stateTag(role: HeldRole, today: string) {
  const state = periodState(role, today)
  if (state === 'now') return <Tag state="ok">In corso</Tag>
  return state === 'future' ? <Tag>Da iniziare</Tag> : <Tag state="off">Terminato</Tag>
}
