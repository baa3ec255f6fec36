import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, Form, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { reauthenticate } from '~/features/auth/reauthentication.server'
import { formatDay } from '~/lib/dates'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { VoidForm } from '../components/void-form'
import { findCorrectable } from '../correctable.queries.server'
import { voidForm } from '../observation-form.schema'
import { startCorrection } from '../start-correction.server'
import { voidObservation } from '../void-observation.server'
import type { Route } from './+types/correct-page'

export const meta: Route.MetaFunction = () => [{ title: 'Correggi un’osservazione – Rotta' }]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const by = authorise('observation.write', request, context)
  const found = await findCorrectable(by, params.id)
  if (!found) throw data(null, { status: 404 })
  // Its page says what has become of it.
  if (!found.standing) throw redirect(`/osservazioni/${params.id}`, 303)
  return found
}

/** Begins a correction, or voids: what one signed oneself. */
export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const by = authorise('observation.write', request, context)
  if (!(await findCorrectable(by, id))) throw data(null, { status: 404 })
  const form = await readForm(request)
  if (form.get('intent') === 'correct') {
    const started = await startCorrection(by, id)
    if (started.ok) throw redirect(`/osservazioni/${started.value}/compila`, 303)
    throw refused(started)
  }
  const submission = parseWithZod(form, { schema: voidForm })
  const refuse = (status: number, errors: Parameters<typeof submission.reply>[0] = {}) =>
    data<SubmissionResult<string[]>>(submission.reply({ hideFields: ['password'], ...errors }), { status })
  if (submission.status !== 'success') return refuse(422)
  const { password, reason } = submission.value
  const { clientAddress } = context.get(requestContext)
  const proven = await reauthenticate(by.actorId ?? '', { password }, clientAddress, by.now)
  if (!proven.ok) {
    return refuse(proven.reason === 'too-many' ? 429 : 422, { fieldErrors: { password: [proven.message] } })
  }
  const voided = await voidObservation(by, id, reason)
  if (voided.ok) throw redirect(`/osservazioni/${id}?fatto=annullata`, 303)
  throw refused(voided)
}

function refused({ reason, message }: { reason: 'absent' | 'not-standing'; message: string }) {
  if (reason === 'absent') return data(null, { status: 404 })
  return data({ title: 'Non è cambiato nulla', message }, { status: 409 })
}

export default function CorrectPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, module, observedOn } = loaderData
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Osservazioni', to: '/osservazioni' },
          { label: name, to: `/osservazioni/${id}` },
          { label: 'Correggi o annulla' },
        ]}
      />
      <PageTitle
        kick={`${name}, ${module}, ${formatDay(observedOn)}`}
        title="Quello che hai firmato non si modifica: si corregge o si annulla"
        lead="La scheda di prima resta da leggere, con il motivo che scrivi. Il modulo si ricalcola subito."
      />
      <section className="r-sec r-w" aria-labelledby="correggi">
        <h2 id="correggi">Correggi</h2>
        <p>
          Si apre una nuova scheda, già compilata con quello che hai firmato. Finché non la firmi vale quella di prima.
        </p>
        <Form method="post">
          <input type="hidden" name="intent" value="correct" />
          <SubmitButton busyLabel="Apro…">Apri la correzione</SubmitButton>
        </Form>
      </section>
      <section className="r-sec r-w" aria-labelledby="annulla-titolo">
        <h2 id="annulla-titolo">Annulla</h2>
        <p>
          Se l’osservazione non doveva esserci: per esempio, era di un’altra persona. Da quel momento non conta più.
        </p>
        <VoidForm lastResult={actionData} />
      </section>
    </>
  )
}
