import { Tag, type TagState } from '~/ui/tag'
import type { SaveState } from '../draft-saver'

type DraftSavingProps = {
  state: SaveState
  /** The page waits for the save before going on. */
  held: boolean
}

/** How far the draft is saved, in words, read out when it changes. */
export function DraftSaving({ state, held }: DraftSavingProps) {
  const [tag, text] = wordsOf(state)
  return (
    <p role="status" className="r-row r-small mb-0">
      <Tag state={tag}>{text}</Tag>
      {held && state.kind !== 'saving' ? <span>Si va avanti appena il registro è salvato.</span> : null}
    </p>
  )
}

function wordsOf(state: SaveState): [TagState, string] {
  switch (state.kind) {
    case 'none':
      return ['ok', 'La bozza è salvata']
    case 'saved':
      return ['ok', `Bozza salvata alle ${state.at}`]
    case 'saving':
      return ['half', 'Sto salvando la bozza']
    case 'retrying':
      return ['warn', 'Non ancora salvata: è solo su questa pagina. Non chiuderla, riprovo finché non è salvata']
    case 'signed-out':
      return ['bad', 'Non salvata: l’accesso è scaduto. Accedi in un’altra scheda e torna qui: la salvo da sola']
    case 'refused':
      return ['bad', `Non salvata. ${state.message}`]
    default:
      return state satisfies never
  }
}
