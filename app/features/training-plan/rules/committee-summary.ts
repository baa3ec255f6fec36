import type { Seat } from '~/features/auth/rules/grants'
import { countOf } from '~/lib/numbers'
import type { VersionState } from './version-state'

type Reviewed = { number: number; state: VersionState; voted: readonly Seat[]; openConditions: number }

/**
 * What the committee's page says first, in one sentence.
 * @param seat the one that the reader holds, if any
 */
export function committeeSummary(versions: readonly Reviewed[], seat: Seat | undefined): string {
  const open = versions.filter(({ state }) => state === 'in-review')
  const mine = seat ? open.filter(({ voted }) => !voted.includes(seat)) : []
  const [first] = mine
  if (first && mine.length === 1) return `La versione ${first.number} aspetta il tuo voto`
  if (mine.length > 1) return `${mine.length} versioni aspettano il tuo voto`
  const [only] = open
  if (only && open.length === 1) return `La versione ${only.number} è in esame`
  if (open.length > 1) return `${open.length} versioni sono in esame`
  const inForce = versions.find(({ state }) => state === 'in-force')
  if (!inForce)
    return versions.length > 0 ? 'Nessuna versione è in vigore' : 'Nessuna versione è stata ancora presentata'
  const { number, openConditions } = inForce
  if (openConditions === 0) return `È in vigore la versione ${number}: niente da decidere`
  return `È in vigore la versione ${number}, con ${countOf(openConditions, 'condizione aperta', 'condizioni aperte')}`
}
