import type { Authorised } from '~/features/auth/authorise.server'
import { canonicalJson } from '~/lib/canonical-json'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import type { VotingRule } from './rules/voting'
import { findVotingRule, votingRuleKey } from './voting-rule.queries.server'

/**
 * Sets the rule by which the Cabina's votes are closed and counted from now on. Decisions keep the rule that they were
 * made with; nobody changes the rule under an open vote.
 *
 * @returns `vote-open` while a submitted version waits for its decision
 */
export function setVotingRule(by: Authorised<'plan.write'>, rule: VotingRule): Promise<Result<null, 'vote-open'>> {
  return transact(async (tx) => {
    const open = await tx.planVersion.count({ where: { submittedAt: { not: null }, decision: null } })
    if (open > 0) return refusal('vote-open', 'Una versione è in esame: la regola si cambia a votazione chiusa')
    const before = await findVotingRule(tx)
    const value = canonicalJson(rule)
    await tx.setting.upsert({
      where: { key: votingRuleKey },
      create: { key: votingRuleKey, value },
      update: { value },
      select: { key: true },
    })
    const { actorId, requestId } = by
    const act = { actorId, requestId, action: 'plan.rule', objectType: 'setting', objectId: votingRuleKey }
    await writeAudit(tx, { ...act, payload: { before, after: rule } }, by.now)
    return success(null)
  })
}
