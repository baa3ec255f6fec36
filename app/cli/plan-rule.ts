import { readFileSync } from 'node:fs'
import { authoriseOperator } from '~/features/auth/authorise.server'
import { votingRuleInWords } from '~/features/training-plan/rules/voting-words'
import { setVotingRule } from '~/features/training-plan/set-voting-rule.server'
import { findVotingRule } from '~/features/training-plan/voting-rule.queries.server'
import { votingRule } from '~/features/training-plan/voting-rule.schema'
import type { Command, Outcome } from './command'

export const planRule: Command = {
  words: ['plan', 'rule'],
  options: { da: { type: 'string' } },
  usage: 'plan rule [--da FILE.json]',
  summary: 'Mostra la regola con cui vota la Cabina di Regia; con --da la cambia, se nessuna versione è in esame.',
  async run({ da }) {
    if (typeof da === 'string') {
      const rule = votingRule.safeParse(readJson(da))
      if (!rule.success) return refused('invalid', `${da} non contiene una regola di voto valida.`)
      const set = await setVotingRule(authoriseOperator('plan.write', 'CLI-RULE', new Date()), rule.data)
      if (!set.ok) return refused(set.reason, `${set.message}.`)
    }
    const rule = await findVotingRule()
    return { code: 0, lines: [JSON.stringify(rule), ...votingRuleInWords(rule)], json: { ok: true, rule } }
  },
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    // A file that is not there, or is no JSON, is no rule either; anything else is a fault of ours.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}

function refused(reason: string, message: string): Outcome {
  return { code: 1, lines: [message], json: { ok: false, reason } }
}
