import { Note } from '~/ui/note'
import type { ReviewAnswer } from '../review-answer'

/** What has happened meanwhile, so that a form could not be accepted; what was written is still there to be copied. */
export function RefusedReview({ answer }: { answer: ReviewAnswer | undefined }) {
  if (!answer) return null
  if (answer.conflict) {
    const { message, written } = answer.conflict
    return (
      <Note kind="bad" title={`${message}.`} role="alert">
        <p>Non è cambiato nulla. La pagina mostra come stanno le cose adesso.</p>
        {written.length > 0 ? <p className="mb-0">Quello che hai scritto:</p> : null}
        {written.map((text) => (
          <p className="r-said" key={text}>
            {text}
          </p>
        ))}
      </Note>
    )
  }
  if (answer.intent) return null
  return (
    <Note kind="bad" title="Non abbiamo capito la richiesta" role="alert">
      Non è cambiato nulla. Usa i pulsanti di questa pagina.
    </Note>
  )
}
