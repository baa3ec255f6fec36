import { data, type ShouldRevalidateFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { countOf, formatNumber } from '~/lib/numbers'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { MissingList } from '../components/missing-list'
import { PersonHoursTable } from '../components/person-hours-table'
import { RefusedNote } from '../components/refused-note'
import { SizingForm } from '../components/sizing-form'
import { SizingByEntry, SizingTable } from '../components/sizing-table'
import { findSizingView } from '../sizing-view.server'
import type { Route } from './+types/sizing-page'
import { answerSizingForm } from './answer-sizing-form.server'

export const meta: Route.MetaFunction = () => [{ title: 'Dimensionamento – Rotta' }]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const view = await findSizingView(authorise('plan.write', request, context), params.id)
  if (!view) throw data(null, { status: 404 })
  return view
}

export function action({ request, params, context }: Route.ActionArgs) {
  return answerSizingForm({ request, context, versionId: params.id })
}

/** When somebody else has changed or submitted the draft meanwhile, the page shows what stands there now. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate
}

export default function SizingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { version, plan, missing } = loaderData
  const { places, navigators, operators } = plan.total
  const page = `/gestione/piani/${version.id}`
  const isDraft = version.state === 'draft'
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Versioni', to: '/gestione' },
          { label: `Versione ${version.number}`, to: page },
          { label: 'Dimensionamento' },
        ]}
      />
      <PageTitle
        title={`${formatNumber(navigators)} Navigator su ${countOf(places, 'posto', 'posti')}, ${countOf(operators, 'operatore', 'operatori')}`}
        lead="Quante persone manda ogni sede, e che cosa chiedono a chi forma: gruppi, ore di docenza, osservazioni."
      />
      <RefusedNote answer={actionData} ownForms={isDraft ? ['sizing'] : []} />
      {missing.length > 0 ? <MissingList findings={missing} linkTo={() => undefined} /> : null}
      <section className="r-sec" aria-labelledby="province">
        <h2 id="province">Per provincia</h2>
        <SizingTable plan={plan} />
        <details>
          <summary>Ore delle persone, per modalità</summary>
          <PersonHoursTable plan={plan} />
        </details>
      </section>
      <section className="r-sec" aria-labelledby="sedi">
        <h2 id="sedi">Per sede</h2>
        {isDraft ? (
          <SizingForm
            key={version.revision}
            lastResult={actionData?.reply}
            conflict={actionData?.conflict}
            plan={plan}
            revision={actionData?.revision ?? version.revision}
            back={page}
          />
        ) : (
          <SizingByEntry plan={plan} />
        )}
      </section>
    </>
  )
}
