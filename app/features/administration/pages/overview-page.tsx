import { Link } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { roleNames } from '~/features/auth/role-names'
import { countOf, formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { Figures } from '~/ui/figures'
import { PageTitle } from '~/ui/frame/page-title'
import { findOverview } from '../overview.queries.server'
import type { Route } from './+types/overview-page'

export const meta: Route.MetaFunction = () => [{ title: 'Amministrazione – Rotta' }]

const people = '/amministrazione/persone'

export function loader({ request, context }: Route.LoaderArgs) {
  return findOverview(authorise('people.read', request, context))
}

export default function OverviewPage({ loaderData }: Route.ComponentProps) {
  const { active, withoutPassword, deactivated, byRole } = loaderData
  const lead =
    withoutPassword === 0
      ? 'Tutte hanno già scelto la password.'
      : `${countOf(withoutPassword, 'non ha ancora scelto', 'non hanno ancora scelto')} la password.`
  return (
    <>
      <PageTitle
        title={countOf(active, 'persona può accedere', 'persone possono accedere')}
        lead={lead}
        kick="Amministrazione"
      />
      <Figures
        items={[
          { label: 'persone attive', value: formatNumber(active), to: `${people}?stato=attive` },
          { label: 'senza password', value: formatNumber(withoutPassword), to: `${people}?stato=senza-password` },
          { label: 'disattivate', value: formatNumber(deactivated), to: `${people}?stato=disattivate` },
        ]}
      />
      <section className="r-sec r-w" aria-labelledby="ruoli">
        <h2 id="ruoli">Persone attive per ruolo</h2>
        <DataTable
          caption="Persone attive per ruolo, oggi"
          captionHidden
          rows={byRole}
          rowKey={(row) => row.role}
          columns={[
            { key: 'role', header: 'Ruolo', cell: (row) => roleNames[row.role] },
            {
              key: 'people',
              header: 'Persone',
              numeric: true,
              cell: (row) => <Link to={`${people}?ruolo=${row.role}&stato=attive`}>{formatNumber(row.people)}</Link>,
            },
          ]}
        />
        <p className="r-small r-muted mt-2">Chi ha più ruoli conta in ciascuno.</p>
      </section>
      <p className="r-row">
        <Link className="btn btn-primary" to={`${people}/nuova`}>
          Aggiungi una persona
        </Link>
        <Link className="r-link" to="/amministrazione/territorio">
          Guarda il territorio
        </Link>
      </p>
    </>
  )
}
