import type { Profile } from '~/features/auth/rules/profiles'
import type { Hours } from '~/features/curriculum/rules/module-content'
import type {
  ActivityView,
  FurtherActivitiesView,
  GlossaryLetter,
  PhaseView,
  SourceGroup,
} from '~/features/phase-guide/guide-views'
import type { PlanCoverage } from '~/features/training-plan/rules/coverage-view'
import type { SizedPlan } from '~/features/training-plan/rules/sizing'
import type { VersionState } from '~/features/training-plan/rules/version-state'
import type { ModuleText } from '~/features/training-plan/version-text.server'
import type { Day } from '~/lib/dates'

/** Which version an edition is of, and how it stands. */
export type EditedVersion = {
  id: string
  number: number
  state: VersionState
  /** How often a draft was changed. */
  revision: number
  submittedAt: Date | null
  closedAt: Date | null
}

/** A phase with its activities in full: first those of the centre, then those of the Navigator. */
export type EditionPhase = PhaseView & { activities: ActivityView[] }

/** A module in full; the final test has no questions of its own. */
export type EditionModule = ModuleText & {
  shortTitle: string
  hours: Partial<Record<Profile, Hours>>
}

/** All that the edition prints. */
export type EditionView = {
  version: EditedVersion
  /** SHA-256 of the document that was submitted; null for a draft. */
  documentHash: string | null
  title: string
  normsAt: Day
  composedOn: Day
  totals: Partial<Record<Profile, Hours>>
  phases: EditionPhase[]
  further: FurtherActivitiesView
  modules: EditionModule[]
  coverage: PlanCoverage
  sizing: SizedPlan
  glossary: GlossaryLetter[]
  sources: SourceGroup[]
}
