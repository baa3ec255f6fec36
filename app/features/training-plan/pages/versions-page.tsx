import { parseWithZod } from '@conform-to/zod/v4'
import { data, Form, Link, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { formatDate } from '~/lib/dates'
import { readForm } from '~/platform/http/read-form.server'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { SubmitButton } from '~/ui/forms/submit-button'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { StatusMessage } from '~/ui/status-message'
import { VersionStateTag } from '../components/version-state-tag'
import { createDraft } from '../create-draft.server'
import { fromContent, newDraftForm } from '../draft-forms.schema'
import { findAllVersions } from '../plan-versions.queries.server'
import type { Route } from './+types/versions-page'

export const meta: Route.MetaFunction = () => [{ title: 'Versioni del piano – Rotta' }]

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const versions = await findAllVersions(authorise('plan.write', request, context))
  return { versions, discarded: url.searchParams.get('fatto') === 'eliminata' }
}

export async function action({ request, context }: Route.ActionArgs) {
  const by = authorise('plan.write', request, context)
  const submission = parseWithZod(await readForm(request), { schema: newDraftForm })
  const refused = 'La versione da cui vuoi ripartire non c’è: scegline una dell’elenco.'
  if (submission.status !== 'success') return data({ refused }, { status: 422 })
  const { basedOn } = submission.value
  const result = await createDraft(by, basedOn === fromContent ? undefined : basedOn)
  if (!result.ok) return data({ refused }, { status: 422 })
  throw redirect(`/gestione/piani/${result.value}?fatto=bozza`, 303)
}

export default function VersionsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { versions, discarded } = loaderData
  const inForce = versions.find(({ state }) => state === 'in-force')
  const title = inForce ? `È in vigore la versione ${inForce.number}` : 'Nessuna versione è ancora in vigore'
  return (
    <>
      <PageTitle
        kick="Piano formativo"
        title={title}
        lead="Una bozza si compone qui. Quando la presenti si congela, e la Cabina di Regia la esamina e la vota."
      />
      <StatusMessage title={discarded && !actionData ? 'La bozza è eliminata.' : null} />
      {actionData ? (
        <Note kind="bad" title={actionData.refused} role="alert">
          Non è cambiato nulla.
        </Note>
      ) : null}
      {versions.length === 0 ? (
        <EmptyState
          title="Qui stanno le versioni del piano"
          lead="La prima bozza parte dal piano proposto nei contenuti."
        >
          <NewDraft />
        </EmptyState>
      ) : (
        <>
          <NewDraft />
          <section className="r-sec" aria-labelledby="versioni">
            <h2 id="versioni">Tutte le versioni</h2>
            <VersionTable versions={versions} />
          </section>
        </>
      )}
    </>
  )
}

function NewDraft() {
  return (
    <Form method="post">
      <input type="hidden" name="basedOn" value={fromContent} />
      <SubmitButton busyLabel="Preparo…">Prepara una bozza</SubmitButton>
      <p className="r-small r-muted mt-3">Parte dai moduli e dalle regole che i contenuti propongono oggi.</p>
    </Form>
  )
}

type Version = Route.ComponentProps['loaderData']['versions'][number]

function VersionTable({ versions }: { versions: Version[] }) {
  return (
    <DataTable
      caption="Versioni del piano"
      captionHidden
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          header: 'Versione',
          cell: ({ id, number }) => <Link to={`/gestione/piani/${id}`}>Versione {number}</Link>,
        },
        { key: 'state', header: 'Stato', cell: ({ state }) => <VersionStateTag state={state} /> },
        { key: 'created', header: 'Iniziata', cell: ({ createdAt }) => formatDate(createdAt) },
        { key: 'submitted', header: 'Presentata', cell: ({ submittedAt }) => dateOrDash(submittedAt) },
        { key: 'closed', header: 'Decisa', cell: ({ closedAt }) => dateOrDash(closedAt) },
        {
          key: 'again',
          header: 'Nuova bozza',
          cell: ({ id, number }) => (
            <Form method="post">
              <input type="hidden" name="basedOn" value={id} />
              <SubmitButton className="btn-outline-primary btn-sm" busyLabel="Preparo…">
                Riparti da questa versione<span className="visually-hidden">: {number}</span>
              </SubmitButton>
            </Form>
          ),
        },
      ]}
    />
  )
}

function dateOrDash(date: Date | null) {
  return date ? formatDate(date) : '–'
}
