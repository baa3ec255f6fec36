import { Link } from 'react-router'
import { profileNames } from '~/features/auth/role-names'
import { formatDate } from '~/lib/dates'
import { DataTable } from '~/ui/data-table'
import type { EnrolledPerson } from '../enrolments.queries.server'
import { EnrolmentState } from './enrolment-state'

/** People with their enrolment, each name leading to it. */
export function EnrolmentTable({ people }: { people: EnrolledPerson[] }) {
  const rows = people.flatMap(({ enrolments, ...person }) => enrolments.map((enrolment) => ({ ...person, enrolment })))
  return (
    <DataTable
      caption="Persone iscritte, in ordine di cognome"
      rows={rows}
      rowKey={({ enrolment }) => enrolment.id}
      columns={[
        {
          key: 'name',
          header: 'Nome',
          cell: ({ firstName, lastName, enrolment }) => (
            <Link to={`/gestione/iscrizioni/${enrolment.id}`}>
              {firstName} {lastName}
            </Link>
          ),
        },
        { key: 'home', header: 'Sede', cell: ({ homeEntry }) => homeEntry?.name ?? 'Nessuna sede' },
        { key: 'profile', header: 'Profilo', cell: ({ enrolment }) => profileNames[enrolment.profile] },
        { key: 'version', header: 'Versione', numeric: true, cell: ({ enrolment }) => enrolment.version.number },
        { key: 'since', header: 'Dal', cell: ({ enrolment }) => formatDate(enrolment.enrolledAt) },
        { key: 'state', header: 'Piano', cell: ({ enrolment }) => <EnrolmentState enrolment={enrolment} /> },
      ]}
    />
  )
}
