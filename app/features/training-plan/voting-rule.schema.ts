import { z } from 'zod'
import { seats } from '~/features/auth/rules/grants'
import { type Party, partyOf, type VotingRule } from './rules/voting'

/** A number of votes of each party, at most as many as it has seats. */
function votesOfEach(least: number) {
  const votes = (party: Party) =>
    z
      .int()
      .min(least)
      .max(seats.filter((seat) => partyOf(seat) === party).length)
  return z.strictObject({ region: votes('region'), anpal: votes('anpal') })
}

/** A voting rule as an installation may set it: nothing is approved without either party. */
export const votingRule: z.ZodType<VotingRule> = z.strictObject({
  closeAfter: votesOfEach(0),
  approveWith: votesOfEach(1),
  returnWith: z.int().min(1).max(seats.length),
})
