import type { ChainLink } from '~/platform/chain/salted-chain'
import { type ChainVerdict, verifyChain } from '~/platform/chain/verify-chain.server'
import { database } from '~/platform/database/client.server'
import { type EvidenceHead, evidenceFields } from './evidence-chain'

/** Walks the whole chain of evidence from its first row. */
export function verifyEvidence(): Promise<ChainVerdict> {
  return verifyChain<EvidenceHead & ChainLink>({
    table: 'Evidence',
    readAfter: (seq, take) =>
      database.evidence.findMany({
        where: seq === undefined ? {} : { seq: { gt: seq } },
        orderBy: { seq: 'asc' },
        take,
      }),
    fieldsOf: evidenceFields,
  })
}
