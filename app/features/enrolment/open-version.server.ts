import { profiles } from '~/features/auth/rules/profiles'
import { findPlanInForce, frozenPlan } from '~/features/training-plan/frozen-plan.server'
import type { Transaction } from '~/platform/database/client.server'
import type { OpenVersion } from './rules/refuse-enrolment'

/** The version that new enrolments pin: the one in force. Undefined before the first approval. */
export async function findOpenVersion(
  tx?: Pick<Transaction, 'planDecision'>,
): Promise<(OpenVersion & { number: number }) | undefined> {
  const version = await findPlanInForce(tx)
  if (!version) return undefined
  const plan = await frozenPlan(version.id)
  return {
    versionId: version.id,
    number: version.number,
    profiles: profiles.filter((profile) => plan.modules.some((module) => module.hours[profile])),
  }
}
