import { describe, expect, test } from 'vitest'
import { transact } from '~/platform/database/client.server'
import { ownVotingRule } from './rules/voting'
import { findVotingRule, votingRuleKey } from './voting-rule.queries.server'
import { votingRule } from './voting-rule.schema'

const rule = (over: object) => ({ ...ownVotingRule, ...over })

describe('a voting rule', () => {
  test('ours is one, and holds until another is set', async () => {
    expect(votingRule.parse(ownVotingRule)).toEqual(ownVotingRule)
    expect(await findVotingRule()).toEqual(ownVotingRule)
    const other = rule({ returnWith: 2 })
    await transact((tx) => tx.setting.create({ data: { key: votingRuleKey, value: JSON.stringify(other) } }))
    expect(await findVotingRule()).toEqual(other)
  })

  test('one that is broken stops the vote; it is never guessed', async () => {
    await transact((tx) => tx.setting.update({ where: { key: votingRuleKey }, data: { value: '{}' } }))
    await expect(findVotingRule()).rejects.toThrow()
  })

  test.each([
    ['approval without a party', { approveWith: { region: 0, anpal: 1 } }],
    ['more approvals than seats', { approveWith: { region: 3, anpal: 1 } }],
    ['two seats of Anpal', { closeAfter: { region: 1, anpal: 2 } }],
    ['no return at all', { returnWith: 0 }],
    ['a return that needs more than three', { returnWith: 4 }],
    ['halves', { returnWith: 1.5 }],
    ['a party nobody knows', { closeAfter: { region: 1, anpal: 1, ministry: 1 } }],
  ])('refused: %s', (_, over) => expect(votingRule.safeParse(rule(over)).success).toBe(false))
})
