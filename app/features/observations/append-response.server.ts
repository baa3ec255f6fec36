import { linkAfter } from '~/platform/chain/salted-chain'
import type { Transaction } from '~/platform/database/client.server'
import { type ResponseHead, responseFields } from './observation-chain'

/**
 * Appends what somebody answered to an observation to the chain of responses, in the transaction of the answer.
 * @param comment in one's own words: kept under a salted digest, so that retention can erase it
 * @returns its digest, for the receipt and the audit row
 */
export async function appendResponse(
  tx: Transaction,
  head: ResponseHead,
  comment: string | undefined,
): Promise<string> {
  const last = await tx.observationResponse.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, digest: true } })
  const link = linkAfter(last, responseFields(head), comment === undefined ? {} : { comment })
  await tx.observationResponse.create({ data: { ...head, ...link }, select: { seq: true } })
  return link.digest
}
