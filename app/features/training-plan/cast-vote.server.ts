import type { Authorised } from '~/features/auth/authorise.server'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { linkAfter } from '~/platform/chain/salted-chain'
import { transact } from '~/platform/database/client.server'
import { decideVersion, type VotePayload } from './decide-version.server'
import { readVote } from './read-vote.server'
import { type Ballot, type BallotRefusal, ballotRefusals, refuseBallot } from './rules/ballot'
import type { Outcome } from './rules/version-state'
import { closingOf } from './rules/voting'
import { fieldsOfVote } from './vote-chain'
import { findVotingRule } from './voting-rule.queries.server'

/**
 * Casts the vote of a seat on a submitted version, or replaces the one it cast before: every vote is kept in the chain,
 * the last counts. When all three seats have voted, the version is decided in the same transaction (product contract,
 * chain step 2). Who votes has proven who they are just before (auth/reauthentication).
 *
 * @returns how the vote ended, or null while it stays open; `absent`, `no-seat`, `author`, `closed`, or a reason of
 *   refuseBallot
 */
export async function castVote(
  by: Authorised<'plan.vote'>,
  versionId: string,
  ballot: Ballot,
): Promise<Result<Outcome | null, 'absent' | 'no-seat' | 'author' | 'closed' | BallotRefusal>> {
  const incomplete = refuseBallot(ballot)
  if (incomplete) return refusal(incomplete, ballotRefusals[incomplete])
  return transact(async (tx) => {
    const allowed = await readVote(tx, by, versionId)
    if (!allowed.ok) return allowed
    const { seat, version } = allowed.value
    const last = await tx.vote.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, digest: true } })
    const vote = { versionId, seat, personId: by.actorId ?? '', choice: ballot.choice, at: by.now }
    const link = linkAfter(last, fieldsOfVote(vote), payloadOf(ballot))
    await tx.vote.create({ data: { ...vote, ...link }, select: { seq: true } })
    await writeAudit(
      tx,
      {
        actorId: by.actorId,
        requestId: by.requestId,
        action: 'plan.vote',
        objectType: 'plan-version',
        objectId: versionId,
        payload: { number: version.number, seat, choice: ballot.choice, vote: link.seq },
      },
      by.now,
    )
    const votes = [...version.votes, { ...link, seat, choice: ballot.choice }]
    const rule = await findVotingRule(tx)
    if (closingOf(rule, votes) !== 'by-itself') return success(null)
    return success(await decideVersion(tx, by, { ...version, votes }, rule, 'by-itself'))
  })
}

function payloadOf({ reasons, conditions }: Ballot): VotePayload {
  return { ...(reasons && { reasons }), ...(conditions.length > 0 && { conditions }) }
}
