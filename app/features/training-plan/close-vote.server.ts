import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'
import { decideVersion } from './decide-version.server'
import { readVote } from './read-vote.server'
import type { Outcome } from './rules/version-state'
import { closingOf } from './rules/voting'
import { findVotingRule } from './voting-rule.queries.server'

/**
 * A seat closes the vote before all three have voted (product contract, chain step 2). Who wrote the version does not
 * close the vote on it either.
 *
 * @returns what was decided; `absent`, `no-seat`, `author`, `closed`, or `too-early` while a party has not voted
 */
export function closeVote(
  by: Authorised<'plan.vote'>,
  versionId: string,
): Promise<Result<Outcome, 'absent' | 'no-seat' | 'author' | 'closed' | 'too-early'>> {
  return transact(async (tx) => {
    const allowed = await readVote(tx, by, versionId)
    if (!allowed.ok) return allowed
    const { version } = allowed.value
    const rule = await findVotingRule(tx)
    if (closingOf(rule, version.votes) === 'not-yet') {
      return refusal('too-early', 'Non si può ancora chiudere: manca il voto di una delle due parti')
    }
    return success(await decideVersion(tx, by, version, rule, 'by-a-seat'))
  })
}
