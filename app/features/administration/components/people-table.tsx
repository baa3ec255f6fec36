import { Link } from 'react-router'
import { profileNames, roleNames } from '~/features/auth/role-names'
import type { Role } from '~/features/auth/rules/grants'
import { DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'

type Row = {
  id: string
  firstName: string
  lastName: string
  email: string
  profile: string | null
  deactivatedAt: Date | null
  homeEntry: { name: string } | null
  roles: { role: string }[]
}

/** People, each name leading to the person's page. */
export function PeopleTable({ people, caption }: { people: Row[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      rows={people}
      rowKey={(person) => person.id}
      columns={[
        {
          key: 'name',
          header: 'Nome',
          cell: (person) => (
            <>
              <Link to={`/amministrazione/persone/${person.id}`}>
                {person.firstName} {person.lastName}
              </Link>{' '}
              {person.deactivatedAt ? <Tag state="off">Disattivata</Tag> : null}
            </>
          ),
        },
        { key: 'email', header: 'Email', cell: (person) => person.email },
        { key: 'home', header: 'Sede', cell: (person) => person.homeEntry?.name ?? 'Nessuna sede' },
        { key: 'roles', header: 'Ruoli di oggi', cell: rolesOf },
      ]}
    />
  )
}

function rolesOf({ roles, profile }: Row) {
  const learner = profile ? profileNames[profile] : undefined
  const names = roles.map(({ role }) => (role === 'learner' && learner ? learner : roleNames[role as Role]))
  return [...new Set(names)].join(', ') || 'Nessuno'
}
