import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, Link, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { reauthenticate } from '~/features/auth/reauthentication.server'
import { formatDay } from '~/lib/dates'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { Facts } from '~/ui/facts'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { LevelRoute } from '../components/level-route'
import { ObservationFeedback } from '../components/observation-feedback'
import { OutcomeGates } from '../components/outcome-gates'
import { RatedCriteria } from '../components/rated-criteria'
import { SignatureForm } from '../components/signature-form'
import { findOwnDraft } from '../drafts.queries.server'
import { signCorrectionForm, signForm } from '../observation-form.schema'
import { kindNames, outcomeName } from '../observation-words'
import { type SignRefusal, signObservation } from '../sign-observation.server'
import { signatureSummary } from '../signature-summary'
import type { Route } from './+types/sign-page'

/** What a refused signature answers with; the others are for the form to put right. */
const statusOfReason: Partial<Record<SignRefusal, number>> = {
  own: 403,
  'already-signed': 409,
  changed: 409,
  moved: 409,
  left: 409,
  'not-observable': 409,
  'not-standing': 409,
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Firma la scheda di ${loaderData.name} – Rotta` : 'Firma – Rotta' },
]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const by = authorise('observation.write', request, context)
  const draft = await findOwnDraft(by, params.id)
  if (!draft) throw data(null, { status: 404 })
  const summary = signatureSummary(draft)
  // Something is missing still: the form says what.
  if (!summary) throw redirect(`/osservazioni/${params.id}/compila`, 303)
  const { firstName, lastName } = draft.learner
  return { draft, summary, name: `${firstName} ${lastName}` }
}

export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const by = authorise('observation.write', request, context)
  const draft = await findOwnDraft(by, id)
  const form = await readForm(request)
  const corrects = draft?.corrects !== null && draft !== null
  const submission = parseWithZod(form, { schema: corrects ? signCorrectionForm : signForm })
  const refuse = (status: number, errors: Parameters<typeof submission.reply>[0] = {}) =>
    data<SubmissionResult<string[]>>(submission.reply({ hideFields: ['password'], ...errors }), { status })
  if (draft && submission.status !== 'success') return refuse(422)
  const { password = '', ...wanted } = submission.status === 'success' ? submission.value : { revision: 0 }
  if (draft) {
    const { clientAddress } = context.get(requestContext)
    const proven = await reauthenticate(by.actorId ?? '', { password }, clientAddress, by.now)
    if (!proven.ok) {
      const status = proven.reason === 'too-many' ? 429 : 422
      return refuse(status, { fieldErrors: { password: [proven.message] } })
    }
  }
  // Without a draft it is signed already, or not there: the command knows which.
  const signed = await signObservation(by, { id, ...wanted })
  if (signed.ok) throw redirect(`/osservazioni/${id}?fatto=${corrects ? 'corretta' : 'firmata'}`, 303)
  const { reason, message } = signed
  if (reason === 'absent') throw data(null, { status: 404 })
  if (reason === 'already-signed') throw data({ title: 'La scheda è già firmata', message }, { status: 409 })
  return refuse(statusOfReason[reason] ?? 422, { formErrors: [message] })
}

export default function SignPage({ loaderData, actionData }: Route.ComponentProps) {
  const { draft, summary, name } = loaderData
  const { id, module, learner, body, revision, corrects, standing, blocked } = draft
  const { outcome, missed, details, phoneLike } = summary
  const back = `/osservazioni/${id}/compila`
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Osservazioni', to: '/osservazioni' },
          { label: `Scheda di ${name}`, to: back },
          { label: 'Firma' },
        ]}
      />
      <PageTitle
        kick={`${module.title}, ${module.form.title}`}
        title={`L’osservazione di ${name}: ${outcomeName(outcome).toLowerCase()}`}
        lead="Rileggi il riepilogo, poi firma con la password."
      />
      {blocked ? (
        <Note kind="bad" title="Questa scheda non si può più firmare">
          {blocked}.
        </Note>
      ) : null}
      {phoneLike.length > 0 ? (
        <Note kind="warn" className="r-w" title="C’è qualcosa che somiglia a un numero di telefono">
          Guarda qui: {phoneLike.join(', ')}. Se è di chi si rivolge al CPI, torna alla scheda e toglilo.
        </Note>
      ) : null}
      <section className="r-sec r-w" aria-labelledby="esito">
        <h2 id="esito">Esito</h2>
        <OutcomeGates outcome={outcome} missed={missed} />
        <Facts
          className="mt-4"
          items={[
            { term: 'Persona osservata', description: `${name}, ${learner.place}` },
            { term: 'Quando', description: body.observedOn ? formatDay(body.observedOn) : '' },
            {
              term: 'Situazione',
              description: [body.kind && kindNames[body.kind], body.setting].filter(Boolean).join(', '),
            },
            {
              term: 'Osservazioni che valgono prima di questa',
              description: `${standing.reached} su ${standing.required}`,
            },
          ]}
        />
      </section>
      <section className="r-sec r-w" aria-labelledby="autonomia">
        <h2 id="autonomia">Livello di autonomia</h2>
        <LevelRoute level={outcome.level} label="Livello di autonomia" />
      </section>
      <section className="r-sec r-w" aria-labelledby="restituzione">
        <h2 id="restituzione">Restituzione</h2>
        <ObservationFeedback feedback={details.feedback} earlierAction={details.earlierAction} />
      </section>
      <details className="r-sec r-w">
        <summary>Rileggi i criteri, uno per uno</summary>
        <h2 className="mt-3">Criteri</h2>
        <RatedCriteria criteria={details.criteria} />
      </details>
      <div className="r-sec r-w">
        {blocked ? (
          <Link className="r-link" to={back}>
            Torna alla scheda
          </Link>
        ) : (
          <SignatureForm lastResult={actionData} draftId={id} revision={revision} corrects={corrects !== null} />
        )}
      </div>
    </>
  )
}
