import { data } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { doneMessage } from '~/lib/done-message'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { StatusMessage } from '~/ui/status-message'
import { EnrolmentEvents, EnrolmentSummary } from '../components/enrolment-summary'
import { LeaveForm, ReturnForm } from '../components/leave-forms'
import { ModuleProgressTable } from '../components/module-progress-table'
import { RecogniseForm } from '../components/recognise-form'
import { RecognitionTable } from '../components/recognition-table'
import type { EnrolmentIntent } from '../enrolment-forms.schema'
import { findManagedEnrolment, findManagedProgress, findRecognitions } from '../managed-enrolment.queries.server'
import type { Route } from './+types/enrolment-page'
import { answerEnrolmentForm } from './answer-enrolment-form.server'

const messages: Record<string, string> = {
  iscritta: 'La persona è iscritta al piano.',
  uscita: 'L’uscita dal piano è registrata.',
  rientro: 'Il rientro nel piano è registrato.',
  riconosciuta: 'L’attività è riconosciuta.',
  corretta: 'La correzione è registrata.',
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `${loaderData?.name ?? 'Iscrizione'} – Rotta` }]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const by = authorise('enrolment.write', request, context)
  const enrolment = await findManagedEnrolment(by, params.id)
  if (!enrolment) throw data(null, { status: 404 })
  const [modules, recognitions] = await Promise.all([findManagedProgress(enrolment), findRecognitions(enrolment.id)])
  const { firstName, lastName } = enrolment.person
  return {
    enrolment,
    modules,
    recognitions,
    name: `${firstName} ${lastName}`,
    isSelf: enrolment.personId === by.actorId,
    message: doneMessage(messages, url.searchParams),
    // A new key after each reload of the data empties the forms that were accepted.
    formKey: by.requestId,
  }
}

export function action({ request, params, context }: Route.ActionArgs) {
  return answerEnrolmentForm({ request, context, enrolmentId: params.id })
}

export default function EnrolmentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { enrolment, modules, recognitions, name, isSelf, message, formKey } = loaderData
  const replyTo = (intent: EnrolmentIntent) => (actionData?.intent === intent ? actionData.reply : undefined)
  const corrected = replyTo('correct')
  // Of a form that is not shown any more, since somebody else has corrected meanwhile.
  const beside = recognitions.some(({ id, stands }) => stands && !isSelf && id === actionData?.target)
  const refusedCorrection = beside ? undefined : corrected?.error?.['']?.join(' ')
  const returns = !replyTo('leave') && (enrolment.leftAt !== null || replyTo('return') !== undefined)
  const mayRecognise = enrolment.leftAt === null && !isSelf
  const completed = modules.filter(({ completedAt }) => completedAt).length
  return (
    <>
      <Breadcrumb items={[{ label: 'Iscrizioni', to: '/gestione/iscrizioni' }, { label: name }]} />
      <PageTitle
        kick={enrolment.person.homeEntry?.name ?? 'Nessuna sede'}
        title={`${name}: ${completed} ${completed === 1 ? 'modulo completato' : 'moduli completati'} su ${modules.length}`}
      />
      <StatusMessage title={actionData ? null : message} />
      {actionData && !actionData.intent ? (
        <Note kind="bad" title="Non abbiamo capito la richiesta" role="alert">
          Non è cambiato nulla. Usa i pulsanti di questa pagina.
        </Note>
      ) : null}
      {refusedCorrection ? (
        <Note kind="bad" title={refusedCorrection} role="alert">
          Non è cambiato nulla.
        </Note>
      ) : null}
      <div key={formKey}>
        <section className="r-sec r-w" aria-labelledby="iscrizione">
          <h2 id="iscrizione">Iscrizione</h2>
          <EnrolmentSummary enrolment={enrolment} />
          <h3 className="mt-4">Che cosa è successo</h3>
          <EnrolmentEvents events={enrolment.events} />
          <div className="mt-4">
            {returns ? (
              <ReturnForm lastResult={replyTo('return')} />
            ) : (
              <LeaveForm lastResult={replyTo('leave')} name={name} />
            )}
          </div>
        </section>
        <section className="r-sec" aria-labelledby="moduli">
          <h2 id="moduli">I moduli</h2>
          <ModuleProgressTable modules={modules} />
          <p className="r-small r-muted mt-3">
            I risultati dei test e delle osservazioni qui non si vedono: li vedono la persona, chi la forma e chi è
            responsabile della sua sede.
          </p>
        </section>
        <section className="r-sec" aria-labelledby="riconosciute">
          <h2 id="riconosciute">Attività precedenti riconosciute</h2>
          <RecognitionTable
            recognitions={recognitions}
            mayCorrect={!isSelf}
            titles={Object.fromEntries(modules.map(({ slug, title }) => [slug, title]))}
            answer={actionData && corrected ? { target: actionData.target, reply: corrected } : undefined}
          />
          {isSelf ? (
            <p className="r-muted">Le tue attività le riconosce un’altra persona che gestisce il piano.</p>
          ) : null}
          {mayRecognise || replyTo('recognise') ? (
            <details className="r-w mt-4" open={replyTo('recognise') !== undefined}>
              <summary>Riconosci un’attività precedente</summary>
              <div className="mt-3">
                <RecogniseForm lastResult={replyTo('recognise')} modules={modules} />
              </div>
            </details>
          ) : null}
        </section>
      </div>
    </>
  )
}
