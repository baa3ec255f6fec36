import { Link } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { formatDate } from '~/lib/dates'
import { countOf } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { NextStep } from '~/ui/next-step'
import { Tag } from '~/ui/tag'
import { VersionStateTag } from '../components/version-state-tag'
import { findReviewedVersions, type ReviewRow } from '../review.queries.server'
import { committeeSummary } from '../rules/committee-summary'
import { seatHeldOn } from '../rules/who-votes'
import type { Route } from './+types/committee-page'

export const meta: Route.MetaFunction = () => [{ title: 'Versioni del piano – Rotta' }]

export async function loader({ request, context }: Route.LoaderArgs) {
  const by = authorise('plan.review', request, context)
  const versions = await findReviewedVersions(by)
  return { versions, title: committeeSummary(versions, seatHeldOn(by.grants, by.today)) }
}

export default function CommitteePage({ loaderData: { versions, title } }: Route.ComponentProps) {
  // The one that has waited longest comes first.
  const [first, ...others] = versions.filter(({ state }) => state === 'in-review').toReversed()
  const decided = versions.filter(({ state }) => state !== 'in-review')
  return (
    <>
      <Breadcrumb items={[{ label: 'Cabina di Regia', to: '/cabina' }, { label: 'Versioni del piano' }]} />
      <PageTitle
        kick="Cabina di Regia"
        title={title}
        lead="I tre seggi leggono, commentano e votano le versioni del piano formativo. Decide la Cabina, prima che una versione arrivi a chi si forma."
      />
      {versions.length === 0 ? (
        <EmptyState
          title="Qui stanno le versioni da esaminare"
          lead="La prima arriva quando chi gestisce il piano la presenta."
        />
      ) : null}
      {first ? (
        <NextStep
          kick={`Presentata il ${formatDate(first.submittedAt)}`}
          title={`Versione ${first.number} in esame`}
          action={
            <Link className="btn btn-primary" to={`/cabina/piani/${first.id}`}>
              Esamina la versione {first.number}
            </Link>
          }
        >
          <p>{votedSentence(first.voted.length)}</p>
        </NextStep>
      ) : null}
      {others.length > 0 ? (
        <section className="r-sec" aria-labelledby="altre">
          <h2 id="altre">Altre versioni in esame</h2>
          <VersionTable versions={others} caption="Altre versioni in esame" />
        </section>
      ) : null}
      {decided.length > 0 ? (
        <section className="r-sec" aria-labelledby="decise">
          <h2 id="decise">Versioni decise</h2>
          <VersionTable versions={decided} caption="Versioni decise" />
        </section>
      ) : null}
    </>
  )
}

function votedSentence(count: number) {
  if (count === 0) return 'Nessun seggio ha ancora votato.'
  return count === 1 ? 'Ha già votato un seggio su tre.' : 'Hanno già votato due seggi su tre.'
}

function VersionTable({ versions, caption }: { versions: ReviewRow[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          header: 'Versione',
          cell: ({ id, number }) => <Link to={`/cabina/piani/${id}`}>Versione {number}</Link>,
        },
        { key: 'state', header: 'Stato', cell: ({ state }) => <VersionStateTag state={state} /> },
        { key: 'submitted', header: 'Presentata', cell: ({ submittedAt }) => formatDate(submittedAt) },
        { key: 'closed', header: 'Decisa', cell: ({ closedAt }) => (closedAt ? formatDate(closedAt) : '–') },
        { key: 'conditions', header: 'Condizioni', cell: (version) => <Conditions {...version} /> },
        {
          key: 'minutes',
          header: 'Verbale',
          cell: ({ id, number, closedAt }) =>
            closedAt ? (
              <Link to={`/cabina/piani/${id}/verbale`}>
                Leggi il verbale<span className="visually-hidden"> della versione {number}</span>
              </Link>
            ) : (
              '–'
            ),
        },
      ]}
    />
  )
}

function Conditions({ conditions, openConditions }: ReviewRow) {
  if (conditions === 0) return '–'
  if (openConditions === 0) return <Tag state="ok">{countOf(conditions, 'soddisfatta', 'soddisfatte')}</Tag>
  return (
    <Tag state="warn">
      {countOf(openConditions, 'ancora aperta', 'ancora aperte')}, su {conditions}
    </Tag>
  )
}
