import { EmphasisedText } from '~/features/training-plan/components/emphasised-text'
import { Facts } from '~/ui/facts'
import type { DossierEnrolment } from '../dossier.schema'
import { Fold, momentText, Records } from './records'

type Props = { enrolment: DossierEnrolment; titleOf: (module: string) => string }
type Attempt = DossierEnrolment['tentativi'][number]

/** One's own attempts at the tests, as far as the review rule opens them, and the unlocks. */
export function AttemptRecords({ enrolment: { tentativi, sblocchi }, titleOf }: Props) {
  return (
    <>
      {tentativi.length > 0 ? (
        <Fold title="Test" count={tentativi.length}>
          {tentativi.map((attempt) => (
            <article key={`${attempt.modulo} ${attempt.tentativo}`} className="mt-3">
              <h3>
                {titleOf(attempt.modulo)}, tentativo {attempt.tentativo}
              </h3>
              <Facts items={factsOf(attempt)} />
              <Answers attempt={attempt} />
            </article>
          ))}
        </Fold>
      ) : null}
      <Records
        title="Test sbloccati"
        rows={sblocchi}
        keyOf={({ modulo, quando }) => `${modulo} ${quando}`}
        columns={[
          { key: 'at', header: 'Quando', cell: ({ quando }) => momentText(quando) },
          { key: 'module', header: 'Modulo', cell: ({ modulo }) => titleOf(modulo) },
          { key: 'attempts', header: 'Tentativi in più', numeric: true, cell: ({ tentativi: given }) => given },
          { key: 'by', header: 'Da', cell: ({ da }) => da ?? '–' },
          { key: 'why', header: 'Motivo', cell: ({ motivo }) => motivo },
        ]}
      />
    </>
  )
}

function factsOf({
  iniziato_il,
  consegnato_il,
  chiuso_dal_tempo,
  risposte_giuste,
  domande,
  soglia,
  superato,
  argomenti,
}: Attempt) {
  const handedIn = {
    term: chiuso_dal_tempo ? 'Chiuso dal tempo' : 'Consegnato',
    description: momentText(consegnato_il),
  }
  return [
    { term: 'Iniziato', description: momentText(iniziato_il) },
    ...(consegnato_il
      ? [
          handedIn,
          {
            term: 'Risposte giuste',
            description: `${risposte_giuste ?? 0} su ${domande}, ne servivano ${soglia}: ${superato ? 'superato' : 'non superato'}`,
          },
        ]
      : [{ term: 'Stato', description: 'In corso: l’esito si vede dopo la consegna' }]),
    ...(argomenti ?? []).map(({ argomento, risposte_giuste: right, domande: asked }) => ({
      term: argomento,
      description: `${right} su ${asked}`,
    })),
  ]
}

function Answers({ attempt: { risposte } }: { attempt: Attempt }) {
  if (!risposte) return null
  return (
    <ol>
      {risposte.map(({ domanda, tua_risposta, risposta_giusta, corretta, spiegazione }) => (
        <li key={domanda} className="mb-2">
          <EmphasisedText text={domanda} />
          <span className="d-block">
            La tua risposta: {tua_risposta ?? 'nessuna'}. {corretta ? 'Giusta.' : `Quella giusta: ${risposta_giusta}.`}
          </span>
          <span className="d-block r-small r-muted">{spiegazione}</span>
        </li>
      ))}
    </ol>
  )
}
