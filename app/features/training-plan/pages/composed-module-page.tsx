import { data, Link, type ShouldRevalidateFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { countOf, formatNumber } from '~/lib/numbers'
import { Facts } from '~/ui/facts'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { MissingList } from '../components/missing-list'
import { ModuleSettingsForm } from '../components/module-settings-form'
import { RefusedNote } from '../components/refused-note'
import { findModuleView } from '../module-view.server'
import { profilePlurals } from '../plan-names'
import type { Route } from './+types/composed-module-page'
import { answerModuleForm } from './answer-module-form.server'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.module.title ?? 'Modulo'} – Rotta` },
]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const view = await findModuleView(authorise('plan.write', request, context), params.id, params.module)
  if (!view) throw data(null, { status: 404 })
  return view
}

export function action({ request, params, context }: Route.ActionArgs) {
  return answerModuleForm({ request, context, versionId: params.id, slug: params.module })
}

/** When somebody else has changed or submitted the draft meanwhile, the page shows what stands there now. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate
}

export default function ComposedModulePage({ loaderData, actionData }: Route.ComponentProps) {
  const { version, module, bank, prerequisites, lines, draft } = loaderData
  const page = `/gestione/piani/${version.id}`
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Versioni', to: '/gestione' },
          { label: `Versione ${version.number}`, to: page },
          { label: module.title },
        ]}
      />
      <PageTitle title={module.title} lead={module.summary}>
        <p className="mt-3 mb-0">
          <Link className="r-link" to={`${page}/moduli/${module.slug}/anteprima`}>
            Leggi lezioni e domande, con le chiavi
          </Link>
        </p>
      </PageTitle>
      <RefusedNote answer={actionData} ownForms={draft ? ['settings'] : []} />
      {draft ? (
        <>
          {draft.missing.length > 0 ? <MissingList findings={draft.missing} linkTo={() => undefined} /> : null}
          <ModuleFacts module={module} bank={bank} />
          <section className="r-sec" aria-labelledby="regole-modulo">
            <h2 id="regole-modulo">Regole del modulo in questa versione</h2>
            <ModuleSettingsForm
              key={version.revision}
              lastResult={actionData?.reply}
              conflict={actionData?.conflict}
              values={draft.values}
              revision={actionData?.revision ?? version.revision}
              bank={bank}
              prerequisites={prerequisites}
              back={page}
            />
          </section>
        </>
      ) : (
        <>
          <ModuleFacts module={module} bank={bank} />
          <section className="r-sec" aria-labelledby="regole-modulo">
            <h2 id="regole-modulo">Regole del modulo, come furono presentate</h2>
            <Facts items={lines.map(({ key, label, value }) => ({ key, term: label, description: value }))} />
          </section>
        </>
      )}
    </>
  )
}

type View = Route.ComponentProps['loaderData']

/** What the module has to offer, whatever the plan asks of it. */
function ModuleFacts({ module, bank }: Pick<View, 'module' | 'bank'>) {
  const questions = bank.reduce((sum, { all }) => sum + all, 0)
  const criteria = module.criteria.map(({ profile, count }) => `${formatNumber(count)} per ${profilePlurals[profile]}`)
  return (
    <Facts
      className="mt-4"
      items={[
        { term: 'Lezioni', description: formatNumber(module.lessons) },
        { term: 'Domande in banca', description: formatNumber(questions) },
        { term: 'Criteri di osservazione', description: criteria.join(', ') },
        { term: 'Attività collaborative', description: countOf(module.activityMinutes, 'minuto', 'minuti') },
      ]}
    />
  )
}
