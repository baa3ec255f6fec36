import type { SubmissionResult } from '@conform-to/react'
import { SignedVoidForm } from '~/features/auth/components/signed-void-form'
import { longestText } from '../observation-form.schema'

/** Voids a signed observation, with the reason and the password. */
export function VoidForm({ lastResult }: { lastResult?: SubmissionResult<string[]> | null }) {
  return (
    <SignedVoidForm
      lastResult={lastResult}
      stillHolds="L’osservazione vale come prima."
      reason={{
        label: 'Perché la annulli',
        hint: 'Resta scritto, e la persona lo legge. Non scrivere mai dati di chi si rivolge al CPI.',
        maxLength: longestText,
      }}
      action="Annulla l’osservazione"
    />
  )
}
