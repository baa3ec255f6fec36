import { type Seat, seats } from '~/features/auth/rules/grants'
import type { Outcome } from './version-state'

/** The two parties to the agreement, as the seats of the Cabina stand for them (Convenzione art. 3). */
export const parties = ['region', 'anpal'] as const
export type Party = (typeof parties)[number]

export const choices = ['approve', 'conditions', 'return', 'abstain'] as const
export type Choice = (typeof choices)[number]

/**
 * When a vote ends and what it decides. The act sets no quorum and no majority for the Cabina: this rule is ours, and
 * an installation may set another (voting-rule.schema.ts).
 */
export type VotingRule = {
  /** Votes of seats of each party after which any seat may close. */
  closeAfter: Record<Party, number>
  /** Approvals of seats of each party that a version needs; one with conditions is an approval. */
  approveWith: Record<Party, number>
  /** Returns that send the version back, whatever the others voted. */
  returnWith: number
}

/** The rule of the product contract (chain step 2). */
export const ownVotingRule: VotingRule = {
  closeAfter: { region: 1, anpal: 1 },
  approveWith: { region: 1, anpal: 1 },
  returnWith: 1,
}

/** A vote as it was cast; `seq` is its place among all votes. */
export type SeatVote = { seq: number; seat: Seat; choice: Choice }

export function partyOf(seat: Seat): Party {
  return seat === 'anpal' ? 'anpal' : 'region'
}

/** The votes that count: the last one of each seat, whoever held it, in the order of the seats. */
export function countingVotes<V extends SeatVote>(votes: readonly V[]): V[] {
  return seats.flatMap((seat) => {
    const ofSeat = votes.filter((vote) => vote.seat === seat)
    const last = ofSeat.reduce<V | undefined>((late, vote) => (late && late.seq > vote.seq ? late : vote), undefined)
    return last ? [last] : []
  })
}

/**
 * - `by-itself`: all three seats have voted
 * - `by-a-seat`: enough have, a seat may close the vote
 * - `not-yet`
 */
export type Closing = 'by-itself' | 'by-a-seat' | 'not-yet'

/** How the vote can be closed after these votes. */
export function closingOf(rule: VotingRule, votes: readonly SeatVote[]): Closing {
  const counting = countingVotes(votes)
  if (counting.length === seats.length) return 'by-itself'
  return parties.every((party) => votesOf(party, counting).length >= rule.closeAfter[party]) ? 'by-a-seat' : 'not-yet'
}

/** What the votes decide once the vote is closed: a return goes before any number of approvals. */
export function outcomeOf(rule: VotingRule, votes: readonly SeatVote[]): Outcome {
  const counting = countingVotes(votes)
  if (counting.filter(({ choice }) => choice === 'return').length >= rule.returnWith) return 'returned'
  const approvals = counting.filter(({ choice }) => choice === 'approve' || choice === 'conditions')
  return parties.every((party) => votesOf(party, approvals).length >= rule.approveWith[party])
    ? 'approved'
    : 'undecided'
}

function votesOf(party: Party, votes: readonly SeatVote[]) {
  return votes.filter(({ seat }) => partyOf(seat) === party)
}
