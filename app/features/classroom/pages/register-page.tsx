import { data, Form, Link, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { formatDateTime } from '~/lib/dates'
import { doneMessage } from '~/lib/done-message'
import { countOf } from '~/lib/numbers'
import { Facts } from '~/ui/facts'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { StatusMessage } from '~/ui/status-message'
import { CounterRecords } from '../components/counter-records'
import { RegisterPeople } from '../components/register-people'
import { VoidForm } from '../components/void-form'
import { findRegister } from '../register.queries.server'
import { modeTitle, sessionTime } from '../register-words'
import type { Route } from './+types/register-page'
import { answerRegisterForm } from './answer-register-form.server'

const messages: Record<string, string> = {
  firmato: 'Il registro è firmato: i minuti contano da adesso.',
  annullato: 'Il registro è annullato: i minuti non contano più.',
}

export const meta: Route.MetaFunction = () => [{ title: 'Registro delle presenze – Rotta' }]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const by = authorise('register.read', request, context)
  const register = await findRegister(by, params.id)
  if (!register) throw data(null, { status: 404 })
  if (register.head.isVoid) throw redirect(`/aula/${register.head.corrects}`, 303)
  return { register, message: doneMessage(messages, url.searchParams) }
}

export function action({ request, params, context }: Route.ActionArgs) {
  return answerRegisterForm({ request, context, registerId: params.id })
}

export default function RegisterPage({ loaderData, actionData }: Route.ComponentProps) {
  const { register, message } = loaderData
  const { head, own, next, moduleTitle, trainer, title, place, rows } = register
  const present = rows.filter(({ minutes }) => minutes > 0).length
  return (
    <>
      <Breadcrumb items={[{ label: 'Registro', to: '/aula' }, { label: sessionTime(head) }]} />
      <PageTitle
        kick={moduleTitle}
        title={`${sessionTime(head)}: ${countOf(present, 'persona presente', 'persone presenti')}`}
      />
      <StatusMessage title={actionData ? null : message} />
      {actionData?.refused ? (
        <Note kind="bad" title={actionData.refused} role="alert">
          Non è cambiato nulla.
        </Note>
      ) : null}
      <CounterRecords register={register} />
      <div className="r-split r-sec">
        <section aria-labelledby="persone">
          <h2 id="persone" className="mb-3">
            Chi c’era
          </h2>
          <RegisterPeople register={register} />
          {own && !next ? (
            <div className="r-noprint mt-4">
              <Form method="post">
                <input type="hidden" name="intent" value="correct" />
                <SubmitButton className="btn-outline-primary" busyLabel="Apro…">
                  Correggi il registro
                </SubmitButton>
              </Form>
              <VoidForm lastResult={actionData?.reply} />
            </div>
          ) : null}
        </section>
        <aside className="r-side" aria-label="L’incontro e la ricevuta">
          <section aria-labelledby="incontro">
            <h2 id="incontro">L’incontro</h2>
            <Facts
              items={[
                { term: 'Come', description: modeTitle(head.mode) },
                { term: 'Formatore', description: trainer },
                ...(title ? [{ term: 'Titolo', description: title }] : []),
                ...(place ? [{ term: 'Luogo', description: place }] : []),
              ]}
            />
            <p className="mt-3">
              <Link className="r-link" to={`/aula/${head.id}/foglio`}>
                Stampa il foglio con le firme
              </Link>
            </p>
          </section>
          <section aria-labelledby="ricevuta">
            <h2 id="ricevuta">Ricevuta</h2>
            <p className="mb-1">
              Firmato da {trainer}, {formatDateTime(head.signedAt)}.
            </p>
            <p className="r-small r-muted mb-1">
              Impronta del registro: chi la conserva può provare che non è cambiato.
            </p>
            <p className="r-hash">{head.digest}</p>
          </section>
        </aside>
      </div>
    </>
  )
}
