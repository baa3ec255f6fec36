import { useCallback, useEffect, useRef, useState } from 'react'
import { data, Link, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { NormsNote } from '~/features/curriculum/components/norms-note'
import type { Answer } from '../answer-saver'
import { findQuestionPage } from '../attempt.queries.server'
import { AnswerForm } from '../components/answer-form'
import { AttemptHead } from '../components/attempt-head'
import { TestStrip } from '../components/test-strip'
import type { Route } from './+types/attempt-page'
import { saveFromForm, statusOfRefusal } from './save-from-form.server'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: loaderData
      ? `Domanda ${loaderData.question.position} di ${loaderData.stops.length}, ${loaderData.module.title} – Rotta`
      : 'Test – Rotta',
  },
]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const by = authorise('learning.follow', request, context)
  const wanted = url.searchParams.get('domanda')
  const page = await findQuestionPage(by, params.id, wanted === null ? undefined : Number(wanted))
  if (page.status === 'absent') throw data(null, { status: 404 })
  if (page.status === 'closed') throw redirect(`/tentativi/${params.id}/esito`, 303)
  return page
}

/** Saving without script: one question, then the next. With script every choice goes to save-choice.ts. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const result = await saveFromForm({ request, context, attemptId: params.id })
  if (result.ok) throw redirect(result.value.next, 303)
  const { reason, message } = result
  const status = statusOfRefusal[reason]
  throw data(status === 404 ? null : { title: 'La risposta non è stata salvata', message }, { status })
}

export default function AttemptPage({ loaderData }: Route.ComponentProps) {
  const { id, label, time, stops, question } = loaderData
  const { position } = question
  const [saved, setSaved] = useState<{ position: number; answer: Answer } | null>(null)
  const onSaved = useCallback((at: number, answer: Answer) => setSaved({ position: at, answer }), [])
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(position)

  useEffect(() => {
    if (shown.current !== position) heading.current?.focus()
    shown.current = position
  }, [position])

  const current = stops.map((stop) => {
    if (stop.position !== position || saved?.position !== position) return stop
    return { ...stop, answered: stop.answered || saved.answer.choice !== null, flagged: saved.answer.flagged }
  })
  return (
    <div className="r-focus">
      <AttemptHead label={label} time={time} />
      <TestStrip attemptId={id} stops={current} current={position} />
      <AnswerForm
        key={position}
        attemptId={id}
        question={question}
        total={stops.length}
        heading={heading}
        onSaved={onSaved}
      />
      <div className="r-sec r-row r-w r-btw r-rule">
        <details>
          <summary>Usa la tastiera</summary>
          <p className="mt-2 mb-0 r-small">
            <kbd>Tab</kbd> passa da un controllo all’altro. Con le frecce <kbd>↑</kbd> <kbd>↓</kbd> cambi risposta.{' '}
            <kbd>Invio</kbd> salva e va avanti.
          </p>
        </details>
        <Link className="r-link" to={`/tentativi/${id}/riepilogo`}>
          Rivedi e consegna il test
        </Link>
      </div>
      <p className="r-small r-muted mt-3 r-w">
        Se la rete cade o chiudi la pagina, le risposte salvate restano.
        {time ? ` Il tempo continua a scorrere ${time.until}.` : ' Puoi continuare quando vuoi.'}
      </p>
      <div className="r-sec">
        <NormsNote />
      </div>
    </div>
  )
}
