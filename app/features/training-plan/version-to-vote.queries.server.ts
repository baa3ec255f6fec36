import type { Authorised } from '~/features/auth/authorise.server'
import { findReviewedVersions } from './review.queries.server'
import { committeeSummary } from './rules/committee-summary'
import { seatHeldOn } from './rules/who-votes'

/** The version under review that has waited longest, with what to say of it; null when none waits. */
export async function findVersionToVote(by: Authorised<'plan.review'>) {
  const versions = await findReviewedVersions(by)
  const oldest = versions.filter(({ state }) => state === 'in-review').at(-1)
  if (!oldest) return null
  return { id: oldest.id, number: oldest.number, title: committeeSummary(versions, seatHeldOn(by.grants, by.today)) }
}
