import type { Authorised } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import type { ActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import { findPlanReading, opensModule } from '~/features/enrolment/plan-reading.queries.server'
import type { FrozenModule, FrozenPlan } from '~/features/training-plan/frozen-plan'
import { findPlanInForce, frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'

/** A module as one person may read it. */
export type ReadableModule = {
  plan: FrozenPlan
  module: FrozenModule
  /** Set when the reader follows this module: what they read counts for it. */
  enrolment: ActiveEnrolment | null
  /** Whose hours and criteria are shown; null shows those of both. */
  profile: Profile | null
  /** The reader has other roles than learning: what is written for those who train is shown too. */
  forTrainers: boolean
}

/**
 * A module to read: of the version that the enrolment pins for those who follow one, of the version in force for the
 * others. A learner reads the modules of the own profile alone.
 * @param ownProfile the profile of the person who reads, if any
 * @returns null when there is no such module for this reader
 */
export async function findReadableModule(
  by: Authorised<'learning.read'>,
  ownProfile: string | null,
  slug: string,
): Promise<ReadableModule | null> {
  const reading = await findPlanReading(by, ownProfile)
  if (!reading) return null
  const { enrolment, profile, forTrainers } = reading
  const plan = await frozenPlan(reading.versionId)
  const module = moduleOf(plan, slug)
  if (!module || !opensModule(reading, module)) return null
  if (profile === null || module.hours[profile]) return { plan, module, enrolment, profile, forTrainers }
  return { plan, module, enrolment: null, profile: null, forTrainers }
}

/** The modules of the version in force, for those who read without following; none before the first approval. */
export async function findModulesInForce(_by: Authorised<'learning.read'>): Promise<{ slug: string; title: string }[]> {
  const inForce = await findPlanInForce()
  if (!inForce) return []
  const plan = await frozenPlan(inForce.id)
  return plan.modules.map(({ slug, title }) => ({ slug, title }))
}
