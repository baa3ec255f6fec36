import { Note } from '~/ui/note'

/** Said wherever practice is logged or validated. */
export function NotAnEvaluation() {
  return (
    <Note kind="key" title="La pratica non è una valutazione" className="r-w">
      Chi convalida conferma che le ore ci sono state, non come è andata. Per quello c’è l’osservazione, che è un’altra
      cosa.
    </Note>
  )
}
