import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { reauthenticate } from '~/features/auth/reauthentication.server'
import { countOf } from '~/lib/numbers'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { StatusMessage } from '~/ui/status-message'
import { ConfirmForm, UploadForm } from '../components/import-forms'
import { ImportHelp } from '../components/import-help'
import { ImportReport } from '../components/import-report'
import { importForm } from '../import.schema'
import { importPeople } from '../import-people.server'
import { findImportReport, type ImportReport as Report } from '../import-report.queries.server'
import { storeImportDraft } from '../store-import-draft.server'
import type { Route } from './+types/import-page'

export const meta: Route.MetaFunction = () => [{ title: 'Importa persone – Rotta' }]

const page = '/amministrazione/importa'

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('people.import', request, context)
  const draftId = url.searchParams.get('bozza')
  const report = draftId ? await findImportReport(by, draftId) : null
  if (report === undefined) throw data({ message: 'Il file non è più in attesa: caricalo di nuovo.' }, { status: 404 })
  const count = (name: string) => Number.parseInt(url.searchParams.get(name) ?? '', 10) || 0
  const done = url.searchParams.get('fatto') === 'importate'
  return { report, done: done ? { added: count('nuove'), changed: count('cambiate'), same: count('uguali') } : null }
}

export async function action({ request, context }: Route.ActionArgs) {
  const by = authorise('people.import', request, context)
  const submission = parseWithZod(await readForm(request), { schema: importForm })
  if (submission.status !== 'success') return data(submission.reply({ hideFields: ['password'] }), { status: 422 })
  const form = submission.value
  switch (form.intent) {
    case 'check': {
      const stored = await storeImportDraft(by, form.file.name, new Uint8Array(await form.file.arrayBuffer()))
      if (stored.ok) throw redirect(`${page}?bozza=${stored.value}`, 303)
      return data(submission.reply({ fieldErrors: { file: [stored.message] } }), { status: 422 })
    }
    case 'confirm': {
      const { clientAddress } = context.get(requestContext)
      const proven = await reauthenticate(by.actorId ?? '', { password: form.password }, clientAddress, by.now)
      if (!proven.ok) {
        const reply = submission.reply({ hideFields: ['password'], fieldErrors: { password: [proven.message] } })
        return data(reply, { status: proven.reason === 'too-many' ? 429 : 422 })
      }
      const result = await importPeople(by, form.draft)
      if (result.ok) {
        const { created, updated, unchanged } = result.value
        throw redirect(`${page}?fatto=importate&nuove=${created}&cambiate=${updated}&uguali=${unchanged}`, 303)
      }
      if (result.reason === 'absent') throw data({ message: result.message }, { status: 404 })
      return data(submission.reply({ hideFields: ['password'], formErrors: [result.message] }), { status: 422 })
    }
    default:
      return form satisfies never
  }
}

export default function ImportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { report, done } = loaderData
  const confirming = actionData?.initialValue?.intent === 'confirm'
  return (
    <>
      <Breadcrumb items={[{ label: 'Amministrazione', to: '/amministrazione' }, { label: 'Importa' }]} />
      <PageTitle
        title={report ? 'Controlla prima di importare' : 'Importa persone da un file'}
        lead={report ? 'Finora non è cambiato nulla.' : 'Prima controlliamo il file, poi decidi tu se importarlo.'}
      />
      <StatusMessage title={done && !actionData ? 'L’importazione è finita' : null}>
        {done ? sentenceOf(done) : null}
      </StatusMessage>
      {report ? (
        <>
          <ImportReport report={report} />
          <section className="r-sec r-w" aria-label="Importazione">
            <Decision report={report} lastResult={confirming ? actionData : undefined} />
          </section>
        </>
      ) : null}
      <section className="r-sec r-w" aria-label="File">
        <UploadForm lastResult={confirming ? undefined : actionData} again={report !== null} />
      </section>
      <ImportHelp />
    </>
  )
}

type DecisionProps = { report: Report; lastResult?: Route.ComponentProps['actionData'] }

/** What can be done with a file that was checked. */
function Decision({ report, lastResult }: DecisionProps) {
  if (report.errorCount > 0) {
    return (
      <Note kind="bad" title="Il file non si può ancora importare">
        Correggi le righe nel tuo file e controllalo di nuovo. Si importa tutto, o nulla.
      </Note>
    )
  }
  const changes = report.toCreate + report.toUpdate
  if (changes === 0) {
    return (
      <Note kind="ok" title="Questo file non cambia nulla">
        {report.closedCount > 0
          ? 'Le persone sono già come dice il file, salvo i ruoli già chiusi.'
          : 'Tutte le persone sono già come dice il file.'}
      </Note>
    )
  }
  return (
    <ConfirmForm lastResult={lastResult} draftId={report.draftId}>
      {`Importa ${countOf(changes, 'persona', 'persone')}`}
    </ConfirmForm>
  )
}

function sentenceOf({ added, changed, same }: { added: number; changed: number; same: number }) {
  if (added + changed === 0) return 'Il file non ha cambiato nulla: tutte le persone erano già a posto.'
  const parts = [
    countOf(added, 'persona aggiunta', 'persone aggiunte'),
    countOf(changed, 'persona aggiornata', 'persone aggiornate'),
    countOf(same, 'persona già a posto', 'persone già a posto'),
  ]
  return `${parts.join(', ')}.`
}
