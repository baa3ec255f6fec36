import type { ChainLink } from '~/platform/chain/salted-chain'
import { type ChainVerdict, verifyChain } from '~/platform/chain/verify-chain.server'
import { database } from '~/platform/database/client.server'
import { type RegisterHead, registerFields } from './register-chain'

/** Walks the whole chain of signed attendance registers from its first row. */
export function verifyRegisters(): Promise<ChainVerdict> {
  return verifyChain<RegisterHead & ChainLink>({
    table: 'Register',
    readAfter: (seq, take) =>
      database.register.findMany({
        where: seq === undefined ? {} : { seq: { gt: seq } },
        orderBy: { seq: 'asc' },
        take,
      }),
    fieldsOf: registerFields,
  })
}
