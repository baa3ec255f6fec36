import type { Authorised } from '~/features/auth/authorise.server'
import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { scopesOf } from '~/features/auth/rules/resolve-permission'
import { type ActiveEnrolment, findActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
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
  const forTrainers = readsAsOther(by)
  const enrolment = await findOwnEnrolment(by)
  const versionId = enrolment?.versionId ?? (await findPlanInForce())?.id
  if (!versionId) return null
  const plan = await frozenPlan(versionId)
  const module = moduleOf(plan, slug)
  if (!module) return null
  const profile = enrolment?.profile ?? (forTrainers ? null : profileNamed(ownProfile))
  if (profile === null || module.hours[profile]) return { plan, module, enrolment, profile, forTrainers }
  return forTrainers ? { plan, module, enrolment: null, profile: null, forTrainers } : null
}

/** The modules of the version in force, for those who read without following; none before the first approval. */
export async function findModulesInForce(_by: Authorised<'learning.read'>): Promise<{ slug: string; title: string }[]> {
  const inForce = await findPlanInForce()
  if (!inForce) return []
  const plan = await frozenPlan(inForce.id)
  return plan.modules.map(({ slug, title }) => ({ slug, title }))
}

/** Only those who may follow a plan are looked up: an enrolment of somebody whose role has ended counts for nothing. */
async function findOwnEnrolment({ actorId, grants, today }: Authorised<'learning.read'>) {
  if (actorId === null || scopesOf(grants, 'learning.follow', today).length === 0) return null
  return findActiveEnrolment(actorId)
}

function readsAsOther({ grants, today }: Authorised<'learning.read'>) {
  const others = grants.filter(({ role }) => role !== 'learner')
  return scopesOf(others, 'learning.read', today).length > 0
}

function profileNamed(name: string | null): Profile | null {
  return profiles.find((profile) => profile === name) ?? null
}
