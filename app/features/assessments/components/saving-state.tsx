import { Link } from 'react-router'
import { Tag, type TagState } from '~/ui/tag'
import type { SaveState } from '../answer-saver'

/** The state of the save in words, read out when it changes. `held`: the page waits for it before going on. */
export function SavingState({ state, held, attemptId }: { state: SaveState; held: boolean; attemptId: string }) {
  const [tag, text] = wordsOf(state)
  return (
    <p role="status" className="r-row r-small mb-4">
      <Tag state={tag}>{text}</Tag>
      {state.kind === 'refused' && state.ended ? (
        <Link to={`/tentativi/${attemptId}/esito`}>Vedi il risultato</Link>
      ) : null}
      {held && state.kind !== 'saving' ? <span>Si va avanti appena la risposta è salvata.</span> : null}
    </p>
  )
}

function wordsOf(state: SaveState): [TagState | undefined, string] {
  switch (state.kind) {
    case 'none':
      return [undefined, 'Nessuna risposta salvata']
    case 'saved':
      return state.answered
        ? ['ok', `Risposta salvata ${state.at}`]
        : [undefined, `Scelta salvata ${state.at}: questa domanda è ancora senza risposta`]
    case 'saving':
      return ['half', 'Sto salvando la risposta']
    case 'retrying':
      return [
        'warn',
        state.cause === 'network'
          ? 'Non ancora salvata, manca la rete. La risposta è solo su questa pagina: non chiuderla, riprovo finché non è salvata'
          : 'Non ancora salvata, il servizio non risponde. La risposta è solo su questa pagina: non chiuderla, riprovo finché non è salvata',
      ]
    case 'signed-out':
      return ['bad', 'Non salvata: l’accesso è scaduto. Accedi in un’altra scheda e torna qui: la salvo da sola']
    case 'refused':
      return ['bad', `Non salvata. ${state.message}`]
    default:
      return state satisfies never
  }
}
