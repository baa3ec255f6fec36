import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownVotingRule } from '~/features/training-plan/rules/voting'
import { database } from '~/platform/database/client.server'
import { makePlan } from '../../tests/setup/plans'
import { planRule } from './plan-rule'

const folder = mkdtempSync(join(tmpdir(), 'rotta-rule-'))
function file(name: string, text: string) {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const stricter = { ...ownVotingRule, closeAfter: { region: 2, anpal: 1 } }

test('tells the rule that holds, in words too', async () => {
  const { code, lines, json } = await planRule.run({})
  expect([code, json]).toEqual([0, { ok: true, rule: ownVotingRule }])
  expect(lines.join(' ')).toContain('La votazione si chiude quando hanno votato tutti e tre i seggi.')
})

test('sets another, and writes it down', async () => {
  const da = file('rule.json', JSON.stringify(stricter))
  expect(await planRule.run({ da })).toMatchObject({ code: 0, json: { rule: stricter } })
  expect(await planRule.run({ da: file('own.json', JSON.stringify(ownVotingRule)) })).toMatchObject({ code: 0 })
  const acts = await database.auditEntry.findMany({ where: { action: 'plan.rule' }, orderBy: { seq: 'asc' } })
  expect(acts.map(({ payload }) => JSON.parse(payload ?? ''))).toEqual([
    { before: ownVotingRule, after: stricter },
    { before: stricter, after: ownVotingRule },
  ])
})

test.each([
  ['no file', () => join(folder, 'manca.json')],
  ['no JSON', () => file('a.json', '{')],
  ['no rule', () => file('b.json', '{"returnWith":0}')],
])('%s: refused, nothing changes', async (_, da) => {
  expect(await planRule.run({ da: da() })).toMatchObject({ code: 1, json: { ok: false, reason: 'invalid' } })
  expect(await planRule.run({})).toMatchObject({ json: { rule: ownVotingRule } })
})

test('not while a version waits for its decision', async () => {
  await makePlan({ approved: false })
  const da = file('rule.json', JSON.stringify(stricter))
  expect(await planRule.run({ da })).toMatchObject({ code: 1, json: { reason: 'vote-open' } })
  expect(await planRule.run({})).toMatchObject({ json: { rule: ownVotingRule } })
})
