import { data, Form, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { doneMessage } from '~/lib/done-message'
import { Dialog } from '~/ui/dialog'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { StatusMessage } from '~/ui/status-message'
import { DraftForm } from '../components/draft-form'
import { findOwnDraft } from '../drafts.queries.server'
import type { Route } from './+types/draft-page'
import { answerDraftForm } from './answer-draft-form.server'

const messages: Record<string, string> = {
  salvata: 'La bozza è salvata.',
  ripresa: 'Avevi già una bozza per questa persona e questo modulo: è questa.',
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Scheda di ${loaderData.name}, ${loaderData.draft.module.title} – Rotta` : 'Scheda – Rotta' },
]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const by = authorise('observation.write', request, context)
  const draft = await findOwnDraft(by, params.id)
  if (!draft) throw data(null, { status: 404 })
  const { firstName, lastName } = draft.learner
  return { draft, name: `${firstName} ${lastName}`, message: doneMessage(messages, url.searchParams) }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const answered = await answerDraftForm({ request, context, id: params.id })
  if (typeof answered === 'string') throw redirect(answered, 303)
  return answered
}

export default function DraftPage({ loaderData, actionData }: Route.ComponentProps) {
  const { draft, name, message } = loaderData
  const { module, learner, standing, corrects, blocked } = draft
  return (
    <>
      <Breadcrumb items={[{ label: 'Osservazioni', to: '/osservazioni' }, { label: `Scheda di ${name}` }]} />
      <PageTitle
        kick={`Scheda di osservazione, ${module.title}`}
        title={module.form.title}
        lead={
          <>
            Osservi <strong className="r-inkc">{name}</strong>, {learner.place}.{' '}
            {standing.missing === 0
              ? 'Il modulo ha già le osservazioni che servono.'
              : `Osservazioni che valgono finora: ${standing.reached} su ${standing.required}.`}
          </>
        }
      />
      <StatusMessage title={actionData ? null : message} />
      {corrects ? (
        <Note title="Correggi un’osservazione firmata">
          Finché non firmi questa, vale quella di prima. Alla firma scrivi il motivo.
        </Note>
      ) : null}
      {blocked ? (
        <Note kind="bad" title="Questa scheda non si può più firmare">
          {blocked}.
        </Note>
      ) : null}
      <DraftForm key={draft.id} draft={draft} answer={actionData} />
      <section className="r-sec r-noprint">
        <Dialog trigger="Elimina la bozza" title="Elimini la bozza?">
          <p>Di quello che hai scritto non resta nulla. Le osservazioni già firmate restano.</p>
          <Form method="post">
            <input type="hidden" name="intent" value="discard" />
            <SubmitButton busyLabel="Elimino…">Elimina la bozza</SubmitButton>
          </Form>
        </Dialog>
      </section>
    </>
  )
}
