import { data, Link, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { NormsNote } from '~/features/curriculum/components/norms-note'
import { formatDateTime } from '~/lib/dates'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { describeOutcome, describeState } from '../assessment-words'
import { findAttemptResult } from '../attempt-result.queries.server'
import { ObjectiveResults } from '../components/objective-results'
import { QuestionReview } from '../components/question-review'
import type { Route } from './+types/result-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Esito, ${loaderData.module.title} – Rotta` : 'Esito – Rotta' },
]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const by = authorise('learning.follow', request, context)
  const result = await findAttemptResult(by, params.id)
  if (result.status === 'absent') throw data(null, { status: 404 })
  if (result.status === 'open') throw redirect(`/tentativi/${params.id}`, 303)
  return { ...result, now: by.now }
}

export default function ResultPage({ loaderData }: Route.ComponentProps) {
  const { label, module, outcome, objectives, questions, next, now } = loaderData
  const then = !outcome.passed && next && next.kind !== 'passed' ? describeState(next, now) : null
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Il mio piano', to: '/piano' },
          { label: module.title, to: `/moduli/${module.slug}` },
          { label: 'Test', to: `/moduli/${module.slug}/test` },
          { label: 'Esito' },
        ]}
      />
      <PageTitle
        kick={label}
        title={outcome.passed ? 'Hai superato il test' : 'Non hai superato il test'}
        lead={describeOutcome(outcome)}
      >
        <p className="r-small r-muted mb-0">
          {outcome.byTime
            ? `Il tempo è finito il ${formatDateTime(outcome.submittedAt)}: valgono le risposte salvate fino ad allora.`
            : `Consegnato il ${formatDateTime(outcome.submittedAt)}.`}
        </p>
        {outcome.passed ? (
          <p className="mt-4 mb-0">
            <Link className="btn btn-primary" to="/piano">
              Torna al tuo piano
            </Link>
          </p>
        ) : null}
      </PageTitle>
      {then ? (
        <Note kind="key" title={then.title}>
          <p>{then.text}</p>
          <Link to={`/moduli/${module.slug}/test`}>Vai alla pagina del test</Link>
        </Note>
      ) : null}
      <section className="r-sec r-w" aria-labelledby="argomenti">
        <h2 id="argomenti">{outcome.passed ? 'Come è andata, argomento per argomento' : 'Che cosa rileggere'}</h2>
        <ObjectiveResults objectives={objectives} />
      </section>
      {questions ? (
        <section className="r-sec r-w" aria-labelledby="domande">
          <h2 id="domande">Le domande, con la risposta giusta</h2>
          <QuestionReview questions={questions} />
        </section>
      ) : (
        <p className="r-muted r-w">
          Le risposte giuste si vedono quando superi il test: le stesse domande possono tornare nel prossimo tentativo.
        </p>
      )}
      <div className="r-sec">
        <NormsNote />
      </div>
    </>
  )
}
