import { linkAfter } from '~/platform/chain/salted-chain'
import type { Transaction } from '~/platform/database/client.server'
import { type ObservationHead, observationFields } from './observation-chain'
import type { SignedPayload } from './rules/observation'

/**
 * Appends a signed row to the chain of observations, in the transaction of the signature.
 * @returns its digest, for the receipt and the audit row
 */
export async function appendObservation(
  tx: Transaction,
  head: ObservationHead,
  payload: SignedPayload,
): Promise<string> {
  const last = await tx.observation.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, digest: true } })
  const link = linkAfter(last, observationFields(head), payload)
  await tx.observation.create({ data: { ...head, ...link }, select: { seq: true } })
  return link.digest
}
