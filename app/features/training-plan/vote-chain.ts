import type { ChainedFields } from '~/platform/chain/salted-chain'

type VoteFields = { versionId: string; seat: string; personId: string; choice: string; at: Date }

/** What the digest of a vote takes in beside its payload. */
export function fieldsOfVote({ versionId, seat, personId, choice, at }: VoteFields): ChainedFields {
  return [versionId, seat, personId, choice, at.toISOString()]
}
