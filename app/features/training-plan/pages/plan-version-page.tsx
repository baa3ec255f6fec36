import { data, Link, type ShouldRevalidateFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { doneMessage } from '~/lib/done-message'
import { countOf } from '~/lib/numbers'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { StatusMessage } from '~/ui/status-message'
import { AddModuleForm, ComposedModules } from '../components/composed-modules'
import { MissingList } from '../components/missing-list'
import { PlanCoverageTables } from '../components/plan-coverage'
import { PlanDetailsForm } from '../components/plan-details-form'
import { RefusedNote } from '../components/refused-note'
import { SizingTable } from '../components/sizing-table'
import { DiscardDraftForm, SubmitVersionForm } from '../components/submit-version-form'
import { TotalsTable } from '../components/totals-table'
import { VersionRoute } from '../components/version-route'
import type { VersionIntent } from '../draft-forms.schema'
import { findingLink } from '../finding-link'
import { hoursOfPlan } from '../rules/settings-lines'
import { versionStateNames } from '../version-state-names'
import { findVersionView } from '../version-view.server'
import type { Route } from './+types/plan-version-page'
import { answerVersionForm } from './answer-version-form.server'

const messages: Record<string, string> = {
  bozza: 'La bozza è pronta: componila, e presentala quando non manca più nulla.',
  aggiunto: 'Il modulo è nel piano.',
  tolto: 'Il modulo non è più nel piano.',
  spostato: 'Il modulo è spostato.',
  dati: 'Titolo e gruppi sono salvati.',
  modulo: 'Le regole del modulo sono salvate.',
  dimensionamento: 'Il dimensionamento è salvato.',
  presentata: 'La versione è presentata: la Cabina di Regia la può esaminare.',
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Versione ${loaderData?.version.number ?? ''} del piano – Rotta` },
]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const version = await findVersionView(authorise('plan.write', request, context), params.id)
  if (!version) throw data(null, { status: 404 })
  return { version, message: doneMessage(messages, url.searchParams) }
}

export function action({ request, params, context }: Route.ActionArgs) {
  return answerVersionForm({ request, context, versionId: params.id })
}

/** When somebody else has changed or submitted the draft meanwhile, the page shows what stands there now. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate
}

export default function PlanVersionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { version, message } = loaderData
  const { id, number, revision, state, modules, totals, coverage, sizing, draft } = version
  const page = `/gestione/piani/${id}`
  const answerTo = (intent: VersionIntent) => (actionData?.intent === intent ? actionData : undefined)
  const revisionFor = (intent: VersionIntent) => answerTo(intent)?.revision ?? revision
  const blocked = draft?.missing.some(({ severity }) => severity === 'blocking') ?? false
  const details = answerTo('update-details')
  return (
    <>
      <Breadcrumb items={[{ label: 'Versioni', to: '/gestione' }, { label: `Versione ${number}` }]} />
      <PageTitle
        kick={version.title}
        title={`Versione ${number}, ${versionStateNames[state]}`}
        lead={`${countOf(version.moduleCount, 'modulo', 'moduli')}: ${hoursOfPlan(totals)}.`}
      >
        <p className="r-row mt-3 mb-0">
          {draft ? null : (
            <Link className="r-link" to={`/cabina/piani/${id}`}>
              Leggi l’esame della Cabina
            </Link>
          )}
          <a className="r-link" href={`${page}/edizione`}>
            Edizione da stampare
          </a>
        </p>
      </PageTitle>
      <VersionRoute {...version} />
      <StatusMessage title={actionData ? null : message} />
      <RefusedNote answer={actionData} ownForms={draft ? ['update-details', 'submit'] : []} />
      {draft ? (
        <section className="r-sec" aria-labelledby="manca">
          <h2 id="manca">Che cosa manca</h2>
          <MissingList findings={draft.missing} linkTo={(where) => findingLink(id, where)} />
        </section>
      ) : (
        <Note title="Questa versione è congelata">
          Qui si legge come fu presentata. Per cambiare qualcosa riparti da lei con una nuova bozza.
        </Note>
      )}
      <section className="r-sec" aria-labelledby="moduli">
        <h2 id="moduli" tabIndex={-1}>
          Moduli
        </h2>
        <ComposedModules versionId={id} modules={modules} revision={draft ? revision : undefined} />
        {draft ? <AddModuleForm modules={draft.addable} revision={revision} /> : null}
      </section>
      {draft ? (
        <section className="r-sec" aria-labelledby="dati">
          <h2 id="dati">Titolo e gruppi</h2>
          <PlanDetailsForm
            key={revision}
            lastResult={details?.reply}
            conflict={details?.conflict}
            values={{ title: version.title, classSize: version.classSize }}
            revision={revisionFor('update-details')}
          />
        </section>
      ) : null}
      <section className="r-sec" aria-labelledby="ore">
        <h2 id="ore">Ore</h2>
        <TotalsTable totals={totals} captionHidden />
      </section>
      <section className="r-sec" aria-labelledby="copertura">
        <h2 id="copertura">Copertura</h2>
        <PlanCoverageTables coverage={coverage} />
      </section>
      <section className="r-sec" aria-labelledby="dimensionamento">
        <h2 id="dimensionamento">Dimensionamento</h2>
        <SizingTable plan={sizing} />
        <Link className="r-link" to={`${page}/dimensionamento`}>
          {draft ? 'Scrivi le persone di ogni sede' : 'Leggi le persone di ogni sede'}
        </Link>
      </section>
      {draft ? (
        <section className="r-sec" aria-labelledby="presenta">
          <h2 id="presenta">Presenta alla Cabina di Regia</h2>
          {blocked ? (
            <p>
              Si presenta quando è completo ciò che <a href="#manca">manca</a>.
            </p>
          ) : (
            <SubmitVersionForm
              lastResult={answerTo('submit')?.conflict ? null : answerTo('submit')?.reply}
              revision={revisionFor('submit')}
              authors={version.authors}
              questions={draft.questions}
            />
          )}
          <div className="mt-4">
            <DiscardDraftForm number={number} revision={revision} />
          </div>
        </section>
      ) : null}
    </>
  )
}
