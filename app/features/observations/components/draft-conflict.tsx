import { useEffect, useRef } from 'react'
import { DataTable } from '~/ui/data-table'
import { Note } from '~/ui/note'
import { type DraftDifference, draftDifferences } from '../draft-values'
import type { DraftBody } from '../rules/observation'

type DraftConflictProps = {
  id: string
  stored: DraftBody
  typed: DraftBody
  /** With script: saves what the form says in place of what stands there. Without, the form's own button does it. */
  onOverwrite?: () => void
}

/** The same draft was changed in two windows: both states, field by field, to decide from. It is read first. */
export function DraftConflict({ id, stored, typed, onOverwrite }: DraftConflictProps) {
  const box = useRef<HTMLDivElement>(null)
  const differences = draftDifferences(stored, typed)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1}>
      <Note
        kind="warn"
        role="alert"
        title="Intanto la scheda è stata cambiata in un’altra finestra: non abbiamo salvato nulla"
        className="mb-4"
      >
        <p>
          Quello che hai scritto è ancora qui. Se lo salvi di nuovo, prende il posto di ciò che c’è adesso; altrimenti
          ricarica la scheda com’è salvata.
        </p>
        <Differences differences={differences} />
        <div className="r-row mt-3">
          {onOverwrite ? (
            <button type="button" className="btn btn-outline-primary" onClick={onOverwrite}>
              Salva quello che vedi qui
            </button>
          ) : null}
          <a className="r-link" href={`/osservazioni/${id}/compila`}>
            Ricarica la scheda com’è salvata
          </a>
        </div>
      </Note>
    </div>
  )
}

function Differences({ differences }: { differences: readonly DraftDifference[] }) {
  return (
    <DataTable
      caption="Campi diversi"
      rows={[...differences]}
      rowKey={({ key }) => key}
      empty={<p>Le due schede dicono la stessa cosa: salva di nuovo.</p>}
      columns={[
        { key: 'label', header: 'Campo', cell: ({ label }) => label },
        { key: 'now', header: 'Salvato adesso', cell: ({ now }) => now },
        { key: 'typed', header: 'Quello che hai scritto', cell: ({ typed }) => typed },
      ]}
    />
  )
}
