import { data, Link, redirect, type ShouldRevalidateFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { doneMessage } from '~/lib/done-message'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { PrintButton } from '~/ui/print-button'
import { StatusMessage } from '~/ui/status-message'
import { AcknowledgeForm } from '../components/acknowledge-form'
import { ObservationAnswers, OpenReviewNote } from '../components/observation-answers'
import { ObservationBody } from '../components/observation-body'
import { ObservationLine } from '../components/observation-line'
import { Receipts } from '../components/receipts'
import { ReviewForm } from '../components/review-form'
import { findObservation } from '../observation.queries.server'
import { observationTitle } from '../observation-title'
import type { Route } from './+types/observation-page'
import { answerObservationForm } from './answer-observation-form.server'

const messages: Record<string, string> = {
  firmata: 'L’osservazione è firmata. La ricevuta è in fondo alla pagina.',
  corretta: 'La correzione è firmata e prende il posto dell’osservazione di prima.',
  annullata: 'L’osservazione è annullata: non conta più.',
  vista: 'La presa visione è registrata.',
  disaccordo: 'La presa visione è registrata. L’osservazione sarà riesaminata da un’altra persona che forma.',
  riesame: 'Il riesame è registrato.',
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? observationTitle(loaderData.observation) : 'Osservazione'} – Rotta` },
]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const found = await findObservation(authorise('observation.open', request, context), params.id)
  if (!found) throw data(null, { status: 404 })
  if (found.kind === 'draft') throw redirect(`/osservazioni/${params.id}/compila`, 303)
  if (found.kind === 'voids') throw redirect(`/osservazioni/${found.observationId}`, 303)
  return { observation: found.observation, message: doneMessage(messages, url.searchParams) }
}

export function action({ request, params, context }: Route.ActionArgs) {
  return answerObservationForm({ request, context, id: params.id })
}

/** A refused answer shows what stands now: somebody else may have answered, or corrected. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionResult !== undefined || defaultShouldRevalidate
}

export default function ObservationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { observation, message } = loaderData
  const { reader, module, learner, answers, details } = observation
  const replyTo = (intent: 'acknowledge' | 'review') => (actionData?.intent === intent ? actionData.reply : undefined)
  const mayAnswer = reader.isLearner && observation.state === 'standing' && answers?.learner === null
  return (
    <>
      <Breadcrumb
        items={
          reader.isLearner
            ? [
                { label: 'Il mio piano', to: '/piano' },
                { label: module.title, to: `/moduli/${module.slug}` },
                { label: `Osservazione n. ${observation.number}` },
              ]
            : [{ label: 'Osservazioni', to: '/osservazioni' }, { label: `Osservazione n. ${observation.number}` }]
        }
      />
      <StatusMessage title={actionData ? null : message} />
      {actionData?.conflict ? (
        <Note kind="bad" title={actionData.conflict.message} role="alert">
          <p>Non è cambiato nulla.</p>
          {actionData.conflict.written ? <p className="r-said">Avevi scritto: {actionData.conflict.written}</p> : null}
        </Note>
      ) : null}
      <PageTitle
        kick={`Modulo «${module.title}», osservazione n. ${observation.number}`}
        title={observationTitle(observation)}
        lead={observation.form}
      >
        <div className="r-row mt-3">
          <PrintButton>Stampa</PrintButton>
          {mayAnswer ? (
            <a className="r-link r-tap r-noprint" href="#presa-visione-stato">
              Vai alla presa visione
            </a>
          ) : null}
          {reader.mayReview ? (
            <a className="r-link r-tap r-noprint" href="#decidi">
              Vai al riesame
            </a>
          ) : null}
          {reader.isAuthor && observation.state === 'standing' ? (
            <Link className="r-link r-tap r-noprint" to={`/osservazioni/${observation.id}/correggi`}>
              Correggi o annulla
            </Link>
          ) : null}
        </div>
      </PageTitle>
      <ObservationLine {...observation} reason={details && details !== 'erased' ? details.reason : null} />
      {reader.isAuthor && observation.state === 'standing' ? (
        <p className="r-noprint">
          <Link to={`/osservazioni/${observation.id}/correggi`}>Correggi o annulla l’osservazione</Link>
        </p>
      ) : null}
      {answers === null && observation.review === 'open' ? <OpenReviewNote /> : null}
      <ObservationBody observation={observation} />
      {answers ? (
        <>
          <ObservationAnswers
            answers={answers}
            observation={observation}
            answerForm={mayAnswer ? <AcknowledgeForm lastResult={replyTo('acknowledge')} /> : null}
            reviewForm={reader.mayReview ? <ReviewForm lastResult={replyTo('review')} /> : null}
          />
          <section className="r-sec" aria-labelledby="ricevuta">
            <h2 id="ricevuta">Ricevuta</h2>
            <Receipts receipts={answers.receipts} />
          </section>
        </>
      ) : (
        <p className="r-muted r-sec">
          Note e restituzione le leggono {learner.firstName}, chi ha osservato e chi riesamina.
        </p>
      )}
    </>
  )
}
