import { Tag, type TagState } from '~/ui/tag'
import type { DraftSaveState } from '../draft-saver'

type DraftStateProps = {
  state: DraftSaveState
  /** The page waits for the save before going on. */
  held: boolean
  /** Names of the fields that cannot be saved as they are. */
  wrong: string[]
}

/** The state of the save in words, read out when it changes. */
export function DraftState({ state, held, wrong }: DraftStateProps) {
  const [tag, text] = wrong.length > 0 ? unsaved(wrong) : wordsOf(state)
  return (
    <p role="status" className="r-row r-small mb-0">
      <Tag state={tag}>{text}</Tag>
      {held && state.kind !== 'saving' ? <span>Si va avanti appena la scheda è salvata.</span> : null}
    </p>
  )
}

function unsaved(wrong: string[]): [TagState, string] {
  return ['bad', `Non salvata in parte. Correggi: ${wrong.join(', ')}`]
}

function wordsOf(state: DraftSaveState): [TagState, string] {
  switch (state.kind) {
    case 'saved':
      return ['ok', `Salvata ${state.at}`]
    case 'saving':
      return ['half', 'Salvo…']
    case 'retrying':
      return [
        'warn',
        state.cause === 'network'
          ? 'Solo su questa pagina, manca la rete. Non chiuderla: riprovo finché è salvata'
          : 'Solo su questa pagina, il servizio non risponde. Non chiuderla: riprovo finché è salvata',
      ]
    case 'signed-out':
      return ['bad', 'Non salvata: l’accesso è scaduto. Accedi in un’altra scheda e torna qui: la salvo da sola']
    case 'conflict':
      return ['bad', 'Non salvata: la scheda è cambiata altrove. Leggi qui sopra che cosa fare']
    case 'refused':
      return ['bad', `Non salvata. ${state.message}`]
    default:
      return state satisfies never
  }
}
