import { type ChainVerdict, verifyChain } from '~/platform/chain/verify-chain.server'
import { database } from '~/platform/database/client.server'
import { fieldsOfVote } from './vote-chain'

/**
 * Walks the chain of all votes from the first one.
 * @returns the number of votes and the last digest, or the first vote that does not hold and why
 */
export function verifyVotes(): Promise<ChainVerdict> {
  return verifyChain({
    table: 'Vote',
    readAfter: (seq, take) =>
      database.vote.findMany({ where: seq === undefined ? {} : { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take }),
    fieldsOf: (vote) => fieldsOfVote(vote),
  })
}
