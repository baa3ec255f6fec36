import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { modes, type PlanOutline } from '~/features/curriculum/rules/module-content'
import { totalHours } from '~/features/curriculum/rules/totals'
import { formatNumber } from '~/lib/numbers'
import { modeNames, profilePlurals } from '../plan-names'
import type { PlannedModule } from './composition'
import type { MissingFinding } from './missing-finding'

/** Sums of the composed modules that differ from those that the outline of the content declares (content/plan.yaml). */
export function findTotals(composed: readonly PlannedModule[], outline: PlanOutline): MissingFinding[] {
  const totals = totalHours(composed)
  return profiles.flatMap((profile): MissingFinding[] => {
    const [sums, declared] = [totals[profile], outline.totals[profile]]
    const different = modes
      .map((mode) => ({ mode, sum: sums?.[mode] ?? 0, wanted: declared?.[mode] ?? 0 }))
      .filter(({ sum, wanted }) => sum !== wanted)
      .map(({ mode, sum, wanted }) => `${modeNames[mode]} ${formatNumber(sum)} invece di ${formatNumber(wanted)}`)
    if (different.length === 0) return []
    return [{ severity: 'warning', where: { kind: 'plan' }, sentence: sentenceFor(profile, different) }]
  })
}

function sentenceFor(profile: Profile, different: string[]) {
  return `Ore per ${profilePlurals[profile]} diverse da quelle dichiarate nei contenuti: ${different.join(', ')}.`
}
