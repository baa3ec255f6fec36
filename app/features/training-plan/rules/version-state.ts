/** What a version of the plan is at a moment: derived from what is stored, never stored itself. */
export const versionStates = ['draft', 'in-review', 'in-force', 'superseded', 'returned', 'undecided'] as const
export type VersionState = (typeof versionStates)[number]

/** How a vote can end (PlanDecision.outcome). */
export type Outcome = 'approved' | 'returned' | 'undecided'

/** What the state follows from. */
export type VersionFacts = {
  id: string
  submittedAt: Date | null
  decision: { outcome: string; closedAt: Date } | null
}

/**
 * The state of a version (product contract, chain step 2).
 * @param inForceId the version that was approved last, of all of them
 */
export function versionState(version: VersionFacts, inForceId: string | undefined): VersionState {
  if (!version.submittedAt) return 'draft'
  const { decision } = version
  if (!decision) return 'in-review'
  if (decision.outcome === 'returned') return 'returned'
  if (decision.outcome !== 'approved') return 'undecided'
  return version.id === inForceId ? 'in-force' : 'superseded'
}
