import type { Choice } from './voting'

/** What somebody votes, in their words; no reasons and no conditions when they gave none. */
export type Ballot = { choice: Choice; reasons?: string; conditions: string[] }

export type BallotRefusal = 'reasons-missing' | 'conditions-missing' | 'conditions-unexpected'

export const ballotRefusals: Record<BallotRefusal, string> = {
  'reasons-missing': 'Scrivi i motivi del rinvio: servono a chi riscrive la versione',
  'conditions-missing': 'Scrivi almeno una condizione, una per riga',
  'conditions-unexpected': 'Hai scritto delle condizioni: scegli «Approvo con condizioni», oppure toglile',
}

/** Why a ballot cannot be cast, or undefined when it can (product contract, chain step 2). */
export function refuseBallot({ choice, reasons, conditions }: Ballot): BallotRefusal | undefined {
  if (choice === 'return' && !reasons) return 'reasons-missing'
  if (choice === 'conditions') return conditions.length === 0 ? 'conditions-missing' : undefined
  return conditions.length > 0 ? 'conditions-unexpected' : undefined
}
