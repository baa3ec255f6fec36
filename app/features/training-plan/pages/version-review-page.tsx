import { data, Link, type ShouldRevalidateFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { doneMessage } from '~/lib/done-message'
import { countOf } from '~/lib/numbers'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { StatusMessage } from '~/ui/status-message'
import { CommentForm } from '../components/comment-forms'
import { CommentThreads } from '../components/comment-threads'
import { ConditionList } from '../components/condition-list'
import { MissingList } from '../components/missing-list'
import { PlanCoverageTables } from '../components/plan-coverage'
import { RefusedReview } from '../components/refused-review'
import { ReviewAside } from '../components/review-aside'
import { ReviewedDifference } from '../components/reviewed-difference'
import { SizingTable } from '../components/sizing-table'
import { TotalsTable } from '../components/totals-table'
import { VersionRoute } from '../components/version-route'
import type { ReviewIntent } from '../review-forms.schema'
import { doneMessages, reviewTitles } from '../review-page-texts'
import { findReviewView } from '../review-view.server'
import { coverageRowId } from '../rules/coverage-view'
import type { FindingPlace } from '../rules/missing-finding'
import { path } from '../rules/plan-parts'
import { hoursOfPlan } from '../rules/settings-lines'
import { textLink } from '../text-link'
import type { Route } from './+types/version-review-page'
import { answerReviewForm } from './answer-review-form.server'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Versione ${loaderData?.view.version.number ?? ''} all’esame della Cabina – Rotta` },
]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const by = authorise('plan.review', request, context)
  const view = await findReviewView(by, params.id, url.searchParams.get('parte'))
  if (!view) throw data(null, { status: 404 })
  // A new key after each reload of the data empties the forms that were accepted.
  return { view, message: doneMessage(doneMessages, url.searchParams), formKey: by.requestId }
}

export function action({ request, params, context }: Route.ActionArgs) {
  return answerReviewForm({ request, context, versionId: params.id })
}

/** When something has happened meanwhile, the page shows how things stand now. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate
}

export default function VersionReviewPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, message, formKey } = loaderData
  const { version, conditions, comments } = view
  const { id, number, state, decision } = version
  const open = decision === null
  const replyTo = (intent: ReviewIntent, target?: string) =>
    actionData?.intent === intent && (target === undefined || actionData.target === target)
      ? actionData.reply
      : undefined
  return (
    <>
      <Breadcrumb items={[{ label: 'Versioni del piano', to: '/cabina/piani' }, { label: `Versione ${number}` }]} />
      <PageTitle
        kick={view.title}
        title={`Versione ${number}, ${reviewTitles[state]}`}
        lead={`${countOf(view.moduleCount, 'modulo', 'moduli')}: ${hoursOfPlan(view.totals)}.`}
      >
        <p className="r-row mt-3 mb-0">
          <a className="r-link r-narrow" href={view.ownSeat ? '#il-tuo-voto' : '#voti'}>
            {view.ownSeat ? 'Vai al voto' : 'Vai ai seggi'}
          </a>
          <Link className="r-link" to={`/cabina/piani/${id}/testo`}>
            Leggi il testo completo
          </Link>
          <a className="r-link" href={`/cabina/piani/${id}/edizione`}>
            Edizione da stampare
          </a>
          {open ? null : (
            <Link className="r-link" to={`/cabina/piani/${id}/verbale`}>
              Leggi il verbale
            </Link>
          )}
        </p>
      </PageTitle>
      <VersionRoute {...version} closedAt={decision?.closedAt ?? null} />
      <StatusMessage title={actionData ? null : message} />
      <RefusedReview answer={actionData} />
      <div className="r-split r-sec mt-3" key={formKey}>
        <div>
          <ReviewedDifference versionId={id} difference={view.difference} />
          {conditions.length > 0 ? (
            <section className="r-sec" aria-labelledby="condizioni">
              <h2 id="condizioni">Condizioni dell’approvazione</h2>
              <ConditionList conditions={conditions} answerTo={(condition) => replyTo('follow-up', condition)} />
            </section>
          ) : null}
          <section className="r-sec" aria-labelledby="manca">
            <h2 id="manca">Che cosa manca</h2>
            <MissingList findings={view.missing} linkTo={(where) => findingPlace(id, where)} />
          </section>
          <section className="r-sec" aria-labelledby="copertura">
            <h2 id="copertura">Copertura</h2>
            <PlanCoverageTables coverage={view.coverage} />
          </section>
          <section className="r-sec" aria-labelledby="ore">
            <h2 id="ore">Ore</h2>
            <TotalsTable totals={view.totals} captionHidden />
          </section>
          <section className="r-sec" aria-labelledby="dimensionamento">
            <h2 id="dimensionamento">Dimensionamento</h2>
            <SizingTable plan={view.sizing} />
          </section>
          <section className="r-sec" aria-labelledby="commenti">
            <h2 id="commenti">{comments.length > 0 ? 'Commenti' : 'Nessun commento'}</h2>
            <CommentThreads
              comments={comments}
              versionId={id}
              open={open}
              mayResolve={(authorId) => view.manages || authorId === view.personId}
              answerTo={replyTo}
            />
            {open ? (
              <CommentForm lastResult={replyTo('comment')} parts={view.parts} askedPart={view.askedPart} />
            ) : (
              <p className="r-muted">La versione è decisa: non si commenta più.</p>
            )}
          </section>
        </div>
        <ReviewAside view={view} replyTo={replyTo} />
      </div>
    </>
  )
}

/** Where a finding is seen: in the coverage below, or in the text. */
function findingPlace(versionId: string, where: FindingPlace): string | undefined {
  if (where.kind === 'coverage') return `#${coverageRowId(where.id)}`
  if (where.kind === 'sizing') return '#dimensionamento'
  return where.kind === 'module' ? textLink(versionId, path.module(where.slug)) : undefined
}
