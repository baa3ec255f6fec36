import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ShouldRevalidateFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { doneMessage } from '~/lib/done-message'
import { readForm } from '~/platform/http/read-form.server'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { StatusMessage } from '~/ui/status-message'
import { SelfAssessmentForm } from '../components/self-assessment-form'
import { SelfAssessmentTable } from '../components/self-assessment-table'
import { giveSelfAssessment } from '../give-self-assessment.server'
import { findSelfAssessment } from '../self-assessment.queries.server'
import { selfAssessmentForm } from '../self-assessment.schema'
import type { Route } from './+types/self-assessment-page'

const messages: Record<string, string> = { fatta: 'L’autovalutazione è registrata. La leggi solo tu.' }

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Autovalutazione: ${loaderData?.module.title ?? ''} – Rotta` },
]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const found = await findSelfAssessment(authorise('learning.follow', request, context), params.module)
  if (!found) throw data(null, { status: 404 })
  return { ...found, message: doneMessage(messages, url.searchParams) }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const by = authorise('learning.follow', request, context)
  const found = await findSelfAssessment(by, params.module)
  if (!found) throw data(null, { status: 404 })
  const schema = selfAssessmentForm(found.criteria.map(({ id }) => id))
  const submission = parseWithZod(await readForm(request), { schema })
  if (submission.status !== 'success') return data({ reply: submission.reply(), conflict: null }, { status: 422 })
  const given = await giveSelfAssessment(by, params.module, submission.value)
  if (given.ok) throw redirect(`/moduli/${params.module}/autovalutazione?fatto=fatta`, 303)
  if (given.reason === 'absent') throw data(null, { status: 404 })
  if (given.reason === 'unknown-criterion') {
    return data({ reply: submission.reply({ formErrors: [given.message] }), conflict: null }, { status: 422 })
  }
  return data({ reply: null, conflict: given.message }, { status: 409 })
}

/** A refused form shows what can be given now: another window may have given it. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionResult !== undefined || defaultShouldRevalidate
}

export default function SelfAssessmentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { module, criteria, before, after, open, observations, message } = loaderData
  const observed = open === 'after' || after !== null || observations.length > 0
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Il mio piano', to: '/piano' },
          { label: module.title, to: `/moduli/${module.slug}` },
          { label: 'Autovalutazione' },
        ]}
      />
      <StatusMessage title={actionData ? null : message} />
      {actionData?.conflict ? (
        <Note kind="bad" title={actionData.conflict} role="alert">
          Non è cambiato nulla.
        </Note>
      ) : null}
      <PageTitle
        kick={`Modulo «${module.title}»`}
        title="Come ti vedi al lavoro"
        lead="Serve a te, per prepararti e per confrontarti con chi osserva. La leggi solo tu: né chi ti forma, né la tua sede, né chi gestisce il piano."
      />
      {before || after || observations.length > 0 ? (
        <section className="r-sec" aria-labelledby="confronto">
          <h2 id="confronto">{observations.length > 0 ? 'Tu e chi osserva' : 'Che cosa hai risposto'}</h2>
          <SelfAssessmentTable criteria={criteria} before={before} after={after} observations={observations} />
          {observed ? null : (
            <p className="r-muted">
              Dopo la prima osservazione firmata la rifai, e vedi qui accanto che cosa ha visto chi osserva.
            </p>
          )}
          {observed && !before ? <p className="r-muted">Prima della prima osservazione non l’hai fatta.</p> : null}
        </section>
      ) : null}
      {open ? (
        <section className="r-sec r-w" aria-labelledby="modulo-autovalutazione">
          <h2 id="modulo-autovalutazione">
            {open === 'before' ? 'Prima dell’osservazione, come lo fai?' : 'Dopo l’osservazione, come lo fai?'}
          </h2>
          <p>
            {open === 'before'
              ? 'Puoi rispondere una volta, fino alla prima osservazione firmata.'
              : 'Puoi rispondere una volta.'}
          </p>
          <SelfAssessmentForm key={open} moment={open} criteria={criteria} lastResult={actionData?.reply} />
        </section>
      ) : null}
    </>
  )
}
