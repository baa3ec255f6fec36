import { randomUUID } from 'node:crypto'
import { canonicalJson } from '~/lib/canonical-json'
import { writeAudit } from '~/platform/audit/write-audit.server'
import type { Transaction } from '~/platform/database/client.server'
import type { VersionInVote } from './read-vote.server'
import type { Outcome } from './rules/version-state'
import { countingVotes, outcomeOf, type VotingRule } from './rules/voting'

/** What a vote's payload holds. */
export type VotePayload = { reasons?: string; conditions?: string[] }

/**
 * Closes the vote on a version: its decision, and the conditions under which it is approved, to be followed up. In the
 * transaction of the vote or act that closes it; the primary key of the decision admits one.
 *
 * @param version with all its votes, the closing one included
 * @param closing by whom: `by-itself` when the last of the three votes closes it
 */
export async function decideVersion(
  tx: Transaction,
  by: { actorId: string | null; requestId: string; now: Date },
  version: VersionInVote,
  rule: VotingRule,
  closing: 'by-itself' | 'by-a-seat',
): Promise<Outcome> {
  const counting = countingVotes(version.votes)
  const outcome = outcomeOf(rule, version.votes)
  const voteHead = version.votes.at(-1)?.digest ?? ''
  await tx.planDecision.create({
    data: {
      versionId: version.id,
      outcome,
      closedAt: by.now,
      closedById: closing === 'by-a-seat' ? by.actorId : null,
      documentHash: version.documentHash,
      voteHead,
      rule: canonicalJson(rule),
    },
    select: { versionId: true },
  })
  if (outcome === 'approved') {
    const conditions = counting.flatMap(({ seat, payload }) =>
      ((JSON.parse(payload ?? '{}') as VotePayload).conditions ?? []).map((text) => ({ seat, text })),
    )
    await tx.planCondition.createMany({
      data: conditions.map((condition, position) => ({
        id: randomUUID(),
        versionId: version.id,
        ...condition,
        position,
      })),
    })
  }
  await writeAudit(
    tx,
    {
      actorId: by.actorId,
      requestId: by.requestId,
      action: 'plan.close',
      objectType: 'plan-version',
      objectId: version.id,
      payload: { number: version.number, outcome, closing, documentHash: version.documentHash, voteHead },
    },
    by.now,
  )
  return outcome
}
