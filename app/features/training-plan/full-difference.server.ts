import type { Authorised } from '~/features/auth/authorise.server'
import { findComparedVersion, findDifference } from './plan-difference.server'
import { findReviewedVersion } from './review.queries.server'

/** All that a submitted version changes; undefined for a draft or for what is not there. */
export async function findFullDifference(by: Authorised<'plan.review'>, versionId: string) {
  const version = await findReviewedVersion(by, versionId)
  if (!version) return undefined
  const compared = await findComparedVersion(versionId, version.decision?.closedAt ?? null)
  const difference = compared ? await findDifference(compared.id, versionId) : { sections: [], count: 0 }
  return { version: { id: versionId, number: version.number }, compared: compared ?? null, ...difference }
}
