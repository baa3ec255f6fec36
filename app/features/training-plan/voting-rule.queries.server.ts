import { database, type Reader } from '~/platform/database/client.server'
import { ownVotingRule, type VotingRule } from './rules/voting'
import { votingRule } from './voting-rule.schema'

/** Where an installation keeps a rule of its own (Setting). */
export const votingRuleKey = 'voting-rule'

/**
 * The rule by which votes are closed and counted: ours, unless this installation has set another.
 * @throws when what is set is no voting rule
 */
export async function findVotingRule(from: Pick<Reader, 'setting'> = database): Promise<VotingRule> {
  const setting = await from.setting.findUnique({ where: { key: votingRuleKey }, select: { value: true } })
  return setting ? votingRule.parse(JSON.parse(setting.value)) : ownVotingRule
}
