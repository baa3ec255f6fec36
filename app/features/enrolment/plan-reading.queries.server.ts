import type { Grant } from '~/features/auth/rules/grants'
import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { scopesOf } from '~/features/auth/rules/resolve-permission'
import type { FrozenModule } from '~/features/training-plan/frozen-plan'
import { findPlanInForce } from '~/features/training-plan/frozen-plan.server'
import type { Day } from '~/lib/dates'
import { type ActiveEnrolment, findActiveEnrolment } from './enrolment.queries.server'

/** Somebody who reads, by the roles that they hold on a day. */
type Reader = { actorId: string | null; grants: readonly Grant[]; today: Day }

/** Which version of the plan somebody reads, and how. */
export type PlanReading = {
  versionId: string
  enrolment: ActiveEnrolment | null
  /** Whose modules are read; null reads those of both. */
  profile: Profile | null
  /** The reader has other roles than learning: the modules of the other profile are read too. */
  forTrainers: boolean
}

/**
 * The version that somebody reads: the one that their enrolment pins, for the others the one in force.
 * @param ownProfile the profile of the person who reads, if any
 * @returns null before the first approval
 */
export async function findPlanReading(reader: Reader, ownProfile: string | null): Promise<PlanReading | null> {
  const forTrainers = readsForOthers(reader)
  const enrolment = await findFollowed(reader)
  const versionId = enrolment?.versionId ?? (await findPlanInForce())?.id
  if (!versionId) return null
  const own = profiles.find((profile) => profile === ownProfile) ?? null
  return { versionId, enrolment, profile: enrolment?.profile ?? (forTrainers ? null : own), forTrainers }
}

/** Whether somebody who reads a version opens this module of it: a learner those of the own profile alone. */
export function opensModule({ profile, forTrainers }: PlanReading, { hours }: Pick<FrozenModule, 'hours'>): boolean {
  return forTrainers || profile === null || hours[profile] !== undefined
}

/** Only those who may follow a plan are looked up: an enrolment of somebody whose role has ended counts for nothing. */
async function findFollowed({ actorId, grants, today }: Reader) {
  if (actorId === null || scopesOf(grants, 'learning.follow', today).length === 0) return null
  return findActiveEnrolment(actorId)
}

function readsForOthers({ grants, today }: Reader) {
  const others = grants.filter(({ role }) => role !== 'learner')
  return scopesOf(others, 'learning.read', today).length > 0
}
