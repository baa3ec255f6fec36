import { data, Form, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { findPlaces } from '~/features/territory/places.queries.server'
import { doneMessage } from '~/lib/done-message'
import { countOf } from '~/lib/numbers'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { StatusMessage } from '~/ui/status-message'
import { RegisterForm } from '../components/register-form'
import { findDraft } from '../draft.queries.server'
import type { Route } from './+types/draft-page'
import { answerDraftForm } from './answer-draft-form.server'

const messages: Record<string, string> = {
  salvata: 'La bozza è salvata.',
  tolta: 'La persona non è più nel registro.',
}

export const meta: Route.MetaFunction = () => [{ title: 'Registro da firmare – Rotta' }]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const by = authorise('register.write', request, context)
  const draft = await findDraft(by, params.id)
  if (!draft) throw data(null, { status: 404 })
  if (draft === 'signed') throw redirect(`/aula/${params.id}`, 303)
  return { draft, places: await findPlaces(by), message: messageOf(url.searchParams) }
}

/** Also after a refusal: what was written is saved by then, under a new revision. */
export function shouldRevalidate() {
  return true
}

export function action({ request, params, context }: Route.ActionArgs) {
  return answerDraftForm({ request, context, draftId: params.id })
}

export default function DraftPage({ loaderData, actionData }: Route.ComponentProps) {
  const { draft, places, message } = loaderData
  const title = draft.corrects ? 'Correggi un registro' : 'Registro da firmare'
  return (
    <>
      <Breadcrumb items={[{ label: 'Registro', to: '/aula' }, { label: title }]} />
      <PageTitle
        title={title}
        lead={
          draft.corrects
            ? 'Cambia quello che non torna: il registro firmato resta com’è, questo ne prende il posto.'
            : 'Si salva da solo mentre lo scrivi. Lo vedi solo tu, finché non lo firmi.'
        }
      />
      <StatusMessage title={actionData ? null : message} />
      <RegisterForm draft={draft} places={places} answer={actionData} />
      <details className="r-sec r-noprint">
        <summary>Elimina questa bozza</summary>
        <Form method="post" className="mt-3">
          <p>Quello che hai scritto qui va perso. I registri firmati restano.</p>
          <SubmitButton name="act" value="discard" className="btn-outline-primary" busyLabel="Elimino…">
            Elimina la bozza
          </SubmitButton>
        </Form>
      </details>
    </>
  )
}

/** What was done, as the redirect says it. */
function messageOf(query: URLSearchParams) {
  const added = Number.parseInt(query.get('persone') ?? '', 10)
  if (query.get('fatto') !== 'aggiunte' || !(added >= 0)) return doneMessage(messages, query)
  if (added === 0) return 'Non c’è nessuna persona da aggiungere: chi c’è è già nel registro.'
  return `${countOf(added, 'persona aggiunta', 'persone aggiunte')} al registro.`
}
