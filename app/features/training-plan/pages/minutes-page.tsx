import { data } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { formatDate, formatDateTime } from '~/lib/dates'
import { Facts } from '~/ui/facts'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { PrintButton } from '~/ui/print-button'
import { ConditionList } from '../components/condition-list'
import { MinutesVotes } from '../components/minutes-votes'
import { findMinutes } from '../minutes.server'
import type { Outcome } from '../rules/version-state'
import type { Route } from './+types/minutes-page'

const outcomes: Record<Outcome, string> = {
  approved: 'approvata',
  returned: 'rinviata',
  undecided: 'rimasta senza decisione',
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Verbale della versione ${loaderData?.minutes.number ?? ''} – Rotta` },
]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const minutes = await findMinutes(authorise('plan.review', request, context), params.id)
  if (!minutes) throw data(null, { status: 404 })
  return { minutes }
}

export default function MinutesPage({ loaderData: { minutes } }: Route.ComponentProps) {
  const { id, number, title, outcome, closedAt, closedBy, conditions } = minutes
  const closing = closedBy
    ? `${formatDateTime(closedAt)}, chiusa da ${closedBy}`
    : `${formatDateTime(closedAt)}, con il voto dell’ultimo dei tre seggi`
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Versioni del piano', to: '/cabina/piani' },
          { label: `Versione ${number}`, to: `/cabina/piani/${id}` },
          { label: 'Verbale' },
        ]}
      />
      <PageTitle
        kick="Cabina di Regia, verbale"
        title={`La versione ${number} è stata ${outcomes[outcome]} il ${formatDate(closedAt)}`}
        lead={title}
      >
        <div className="mt-3">
          <PrintButton>Stampa il verbale</PrintButton>
        </div>
      </PageTitle>
      <Facts
        items={[
          { term: 'Versione', description: number },
          {
            term: 'Presentata',
            description: `${formatDateTime(minutes.submittedAt)}${minutes.submittedBy ? `, da ${minutes.submittedBy}` : ''}`,
          },
          {
            term: 'Autori, che non votano',
            description: minutes.authors.map(({ name }) => name).join(', ') || 'Nessuno registrato',
          },
          { term: 'Votazione chiusa', description: closing },
          { term: 'Esito', description: `Versione ${outcomes[outcome]}` },
          { term: 'Documento, SHA-256', description: <span className="r-hash">{minutes.documentHash}</span> },
          {
            term: 'Ultimo voto della catena, SHA-256',
            description: <span className="r-hash">{minutes.voteHead || 'Nessun voto'}</span>,
          },
        ]}
      />
      <section className="r-sec" aria-labelledby="voti">
        <h2 id="voti">Voti</h2>
        <MinutesVotes votes={minutes.votes} />
      </section>
      {conditions.length > 0 ? (
        <section className="r-sec r-w" aria-labelledby="condizioni">
          <h2 id="condizioni">Condizioni e che cosa si è fatto</h2>
          <ConditionList conditions={conditions} />
        </section>
      ) : null}
      <section className="r-sec r-w" aria-labelledby="regola">
        <h2 id="regola">Regola applicata</h2>
        {minutes.rule.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="r-muted">L’atto non fissa un quorum: questa regola è nostra.</p>
      </section>
    </>
  )
}
