import { type Grant, holdsOn, type Seat, seats } from '~/features/auth/rules/grants'
import type { Day } from '~/lib/dates'

/**
 * Why somebody has no vote on a version:
 * - `no-seat`: holds none of the three seats on this day
 * - `author`: created, edited or submitted it
 * - `closed`: the vote is over
 * - `not-open`: it was never submitted
 */
export type VoteRefusal = 'no-seat' | 'author' | 'closed' | 'not-open'

export type VoteFacts = {
  personId: string
  grants: readonly Grant[]
  day: Day
  submitted: boolean
  decided: boolean
  /** Ids of those who created, edited or submitted the version. */
  authors: readonly string[]
}

/**
 * The seat for which somebody votes on a version, or why not (product contract, chain step 2). The seat votes, not the
 * person: when it passes to somebody else while the vote is open, the new holder's vote takes the place of the old
 * one's.
 */
export function voteOf(facts: VoteFacts): { seat: Seat } | { refusal: VoteRefusal } {
  const seat = seatHeldOn(facts.grants, facts.day)
  if (!seat) return { refusal: 'no-seat' }
  if (!facts.submitted) return { refusal: 'not-open' }
  if (facts.decided) return { refusal: 'closed' }
  if (facts.authors.includes(facts.personId)) return { refusal: 'author' }
  return { seat }
}

/** The seat of the Cabina that a person holds on a day, or undefined. */
export function seatHeldOn(grants: readonly Grant[], day: Day): Seat | undefined {
  const held = grants.filter((grant) => grant.role === 'committee' && holdsOn(grant, day)).map((grant) => grant.seat)
  return seats.find((seat) => held.includes(seat))
}
