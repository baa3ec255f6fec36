import type { Authorised } from '~/features/auth/authorise.server'
import { frozenPlan } from './frozen-plan.server'
import { findConditions, findReviewedVersion, findVotes } from './review.queries.server'
import type { Outcome } from './rules/version-state'
import { votingRuleInWords } from './rules/voting-words'
import { votingRule } from './voting-rule.schema'

/** What the minutes of a decided version say; undefined before the decision, or for a version that is not there. */
export async function findMinutes(by: Authorised<'plan.review'>, versionId: string) {
  const version = await findReviewedVersion(by, versionId)
  if (!version?.decision) return undefined
  const { decision, ...head } = version
  const [plan, votes, conditions] = await Promise.all([
    frozenPlan(versionId),
    findVotes(by, versionId),
    findConditions(by, versionId),
  ])
  const rule = votingRule.safeParse(JSON.parse(decision.rule))
  return {
    ...head,
    title: plan.title,
    outcome: decision.outcome as Outcome,
    closedAt: decision.closedAt,
    closedBy: decision.closedBy,
    voteHead: decision.voteHead,
    rule: rule.success ? votingRuleInWords(rule.data) : [],
    votes,
    conditions,
  }
}
