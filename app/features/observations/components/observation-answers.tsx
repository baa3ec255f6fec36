import type { ReactNode } from 'react'
import { formatDateTime } from '~/lib/dates'
import { Note } from '~/ui/note'
import { Tag } from '~/ui/tag'
import type { AnswersView, ObservationView } from '../observation-views'
import type { LearnerVerdict } from '../rules/disagreement'

type AnswersProps = {
  answers: AnswersView
  observation: Pick<ObservationView, 'reader' | 'state' | 'review'>
  /** The form to answer, while the learner may. */
  answerForm: ReactNode
  reviewForm: ReactNode
}

/** What the learner answered, and how a disagreement was decided. */
export function ObservationAnswers({ answers, observation, answerForm, reviewForm }: AnswersProps) {
  const { learner, review } = answers
  const waits = observation.review === 'open'
  return (
    <>
      <section className="r-sec r-w" aria-labelledby="presa-visione-stato">
        <h2 id="presa-visione-stato">Presa visione</h2>
        {learner ? (
          <>
            <p>
              <Tag state={learner.verdict === 'disagreed' ? 'warn' : 'ok'}>{answerText(learner, observation)}</Tag>{' '}
              <span className="r-muted">
                {learner.by}, {formatDateTime(learner.at)}
              </span>
            </p>
            {learner.comment ? <p className="r-said">{learner.comment}</p> : null}
          </>
        ) : null}
        {answerForm}
        {!learner && !answerForm ? <p className="r-muted">{noAnswerText(observation)}</p> : null}
      </section>
      {observation.review === 'none' ? null : (
        <section className="r-sec r-w" aria-labelledby="riesame-stato">
          <h2 id="riesame-stato">Riesame</h2>
          {waits ? <OpenReviewNote /> : null}
          {observation.review === 'lapsed' ? (
            <p>L’osservazione è stata corretta o annullata prima del riesame: non c’è più nulla da riesaminare.</p>
          ) : null}
          {review ? (
            <>
              <p>
                <Tag state={review.verdict === 'overturned' ? 'bad' : 'ok'}>
                  {review.verdict === 'overturned' ? 'Osservazione annullata' : 'Osservazione confermata'}
                </Tag>{' '}
                <span className="r-muted">
                  {review.by}, {formatDateTime(review.at)}
                </span>
              </p>
              {review.comment ? <p className="r-said">{review.comment}</p> : null}
            </>
          ) : null}
          {reviewForm ? <div id="decidi">{reviewForm}</div> : null}
        </section>
      )}
    </>
  )
}

export function OpenReviewNote() {
  return (
    <Note kind="warn" title="C’è un disaccordo da riesaminare">
      <p>
        Decide una seconda persona che forma, diversa da chi ha firmato. Intanto l’esito resta quello firmato, e si
        ferma soltanto l’attestato.
      </p>
    </Note>
  )
}

function answerText({ verdict }: { verdict: LearnerVerdict }, { reader }: AnswersProps['observation']) {
  if (verdict === 'acknowledged') return 'Letta'
  return reader.isLearner ? 'Letta, non sei d’accordo' : 'Letta, non è d’accordo'
}

function noAnswerText({ reader, state }: AnswersProps['observation']) {
  if (state !== 'standing') return 'Non è stata data prima che l’osservazione fosse corretta o annullata.'
  return reader.isAuthor ? 'Non ancora data: la dà chi hai osservato.' : 'Non ancora data.'
}
