import { Link } from 'react-router'
import { profileNames } from '~/features/auth/role-names'
import { EnrolmentState } from '~/features/enrolment/components/enrolment-state'
import { formatDate, formatDateTime } from '~/lib/dates'
import { Facts } from '~/ui/facts'
import type { ManagedEnrolment } from '../managed-enrolment.queries.server'

/** Who follows which version, and since when. */
export function EnrolmentSummary({ enrolment }: { enrolment: ManagedEnrolment }) {
  const { profile, version, enrolledAt, others } = enrolment
  return (
    <Facts
      items={[
        { term: 'Piano', description: <EnrolmentState enrolment={enrolment} /> },
        { term: 'Profilo', description: profileNames[profile] },
        { term: 'Versione del piano', description: version.number },
        { term: 'Iscrizione', description: formatDate(enrolledAt) },
        ...others.map((other) => ({
          term: 'Un’altra iscrizione',
          key: other.id,
          description: (
            <>
              <Link to={`/gestione/iscrizioni/${other.id}`}>Versione {other.version.number}</Link>{' '}
              <EnrolmentState enrolment={other} />
            </>
          ),
        })),
      ]}
    />
  )
}

const eventNames: Record<string, string> = { enrolled: 'Iscrizione', left: 'Uscita', returned: 'Rientro' }

/** What happened to the enrolment, from the first day on. */
export function EnrolmentEvents({ events }: { events: ManagedEnrolment['events'] }) {
  return (
    <ol className="r-list">
      {events.map(({ id, kind, at, by, reason }) => (
        <li key={id}>
          <strong>{eventNames[kind] ?? kind}</strong>, {formatDateTime(at)}
          {by ? `, registrata da ${by}` : null}
          {reason ? `. Motivo: ${reason}` : null}
        </li>
      ))}
    </ol>
  )
}
