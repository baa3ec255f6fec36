import { data, Form, Link, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { NormsNote } from '~/features/curriculum/components/norms-note'
import { countOf } from '~/lib/numbers'
import { readForm } from '~/platform/http/read-form.server'
import { SubmitButton } from '~/ui/forms/submit-button'
import { PageTitle } from '~/ui/frame/page-title'
import { findReviewPage } from '../attempt.queries.server'
import { questionAddress } from '../attempt-addresses'
import { AttemptHead } from '../components/attempt-head'
import { AttemptOverview } from '../components/attempt-overview'
import { submitAttempt } from '../submit-attempt.server'
import type { Route } from './+types/review-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Rivedi e consegna, ${loaderData.module.title} – Rotta` : 'Test – Rotta' },
]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const by = authorise('learning.follow', request, context)
  const page = await findReviewPage(by, params.id)
  if (page.status === 'absent') throw data(null, { status: 404 })
  if (page.status === 'closed') throw redirect(`/tentativi/${params.id}/esito`, 303)
  return page
}

/** Hands in the test. Handed in already, from another tab or by time, it leads to the same result. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const by = authorise('learning.follow', request, context)
  await readForm(request)
  const submitted = await submitAttempt(by, params.id)
  if (!submitted.ok) throw data(null, { status: 404 })
  throw redirect(`/tentativi/${params.id}/esito`, 303)
}

export default function ReviewPage({ loaderData }: Route.ComponentProps) {
  const { id, label, time, stops, stems } = loaderData
  const open = stops.filter(({ answered }) => !answered)
  const flagged = stops.filter((stop) => stop.flagged)
  const firstOpen = open[0] ?? flagged[0]
  return (
    <div className="r-focus">
      <AttemptHead label={label} time={time} />
      <PageTitle
        title={open.length === 0 ? 'Hai risposto a tutte le domande' : openTitle(open.length)}
        lead={
          flagged.length === 0
            ? undefined
            : `${countOf(flagged.length, 'domanda è segnata', 'domande sono segnate')} da rivedere.`
        }
      />
      <AttemptOverview attemptId={id} stops={stops} stems={stems} />
      <section className="r-sec r-rule" aria-labelledby="consegna">
        <h2 id="consegna">Consegna il test</h2>
        <p>
          Dopo la consegna non puoi più cambiare le risposte.
          {open.length === 0 ? '' : ' Le domande senza risposta contano come sbagliate.'}
        </p>
        <Form method="post" className="r-row">
          <SubmitButton busyLabel="Consegno…">Consegna il test</SubmitButton>
          {firstOpen ? (
            <Link className="r-link" to={questionAddress(id, firstOpen.position)}>
              Torna alla domanda {firstOpen.position}
            </Link>
          ) : null}
        </Form>
      </section>
      <div className="r-sec">
        <NormsNote />
      </div>
    </div>
  )
}

function openTitle(count: number) {
  return count === 1 ? 'Una domanda è senza risposta' : `${count} domande sono senza risposta`
}
