import type { SubmissionResult } from '@conform-to/react'
import { SignedVoidForm } from '~/features/auth/components/signed-void-form'

/** Makes a whole register void, with the reason and the password. */
export function VoidForm({ lastResult }: { lastResult?: SubmissionResult<string[]> | null }) {
  return (
    <details className="mt-3" open={Boolean(lastResult)}>
      <summary>Annulla il registro intero</summary>
      <p className="mt-3">
        I minuti di tutte le persone non contano più. Il registro resta da leggere, con il motivo per cui è annullato.
      </p>
      <SignedVoidForm
        lastResult={lastResult}
        stillHolds="Il registro non è annullato."
        reason={{ label: 'Motivo', hint: 'Per esempio: registrato due volte.', maxLength: 300 }}
        action="Annulla il registro"
      />
    </details>
  )
}
