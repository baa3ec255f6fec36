import { linkAfter } from '~/platform/chain/salted-chain'
import type { Transaction } from '~/platform/database/client.server'
import { type RegisterHead, registerFields } from './register-chain'
import type { SignedRegister } from './rules/register'

/**
 * Appends a signed row to the chain of registers, in the transaction of the signature.
 * @returns its digest, for the receipt and the audit row
 */
export async function appendRegister(tx: Transaction, head: RegisterHead, payload: SignedRegister): Promise<string> {
  const last = await tx.register.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, digest: true } })
  const link = linkAfter(last, registerFields(head), payload)
  await tx.register.create({ data: { ...head, ...link }, select: { seq: true } })
  return link.digest
}
