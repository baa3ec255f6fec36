import { useEffect, useRef } from 'react'
import { DataTable } from '~/ui/data-table'
import { Note } from '~/ui/note'
import type { LineDifference } from '../rules/compare-lines'

type DraftConflictNoteProps = {
  /** The fields that differ: what stands in the draft now, and what the form still holds. */
  differences: readonly LineDifference[]
  /** What was asked for when nothing was typed: "spostare un modulo". */
  asked?: string
}

/** Two people have edited the same draft: both states, field by field, to decide from. It is read first. */
export function DraftConflictNote({ differences, asked }: DraftConflictNoteProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // A moment later: the form library has by then moved the focus, and we take over.
    const later = setTimeout(() => box.current?.focus())
    return () => clearTimeout(later)
  }, [])
  return (
    <div ref={box} tabIndex={-1}>
      <Note
        kind="warn"
        role="alert"
        title="Intanto qualcun altro ha cambiato questa bozza: non abbiamo salvato nulla"
        className="mb-4"
      >
        {asked ? (
          <p>Volevi {asked}. La pagina mostra la bozza com’è adesso: se serve ancora, fallo di nuovo.</p>
        ) : (
          <Differences differences={differences} />
        )}
      </Note>
    </div>
  )
}

function Differences({ differences }: { differences: readonly LineDifference[] }) {
  if (differences.length === 0) {
    return <p>È cambiata un’altra parte: in questi campi la bozza è come l’hai scritta tu. Salvala di nuovo.</p>
  }
  return (
    <>
      <p>
        Nei campi qui sotto c’è quello che hai scritto tu: se lo salvi di nuovo, prende il posto di ciò che c’è adesso.
      </p>
      <DataTable
        caption="Campi diversi"
        rows={[...differences]}
        rowKey={({ key }) => key}
        columns={[
          { key: 'label', header: 'Campo', cell: ({ label }) => label },
          { key: 'now', header: 'Adesso nella bozza', cell: ({ now }) => now },
          { key: 'typed', header: 'Quello che hai scritto', cell: ({ typed }) => typed },
        ]}
      />
    </>
  )
}
