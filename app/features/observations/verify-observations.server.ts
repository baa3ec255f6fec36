import type { ChainLink } from '~/platform/chain/salted-chain'
import { type ChainVerdict, verifyChain } from '~/platform/chain/verify-chain.server'
import { database } from '~/platform/database/client.server'
import { type ObservationHead, observationFields, type ResponseHead, responseFields } from './observation-chain'

/** Walks the whole chain of signed observations from its first row. */
export function verifyObservations(): Promise<ChainVerdict> {
  return verifyChain<ObservationHead & ChainLink>({
    table: 'Observation',
    readAfter: (seq, take) =>
      database.observation.findMany({
        where: seq === undefined ? {} : { seq: { gt: seq } },
        orderBy: { seq: 'asc' },
        take,
      }),
    fieldsOf: observationFields,
  })
}

/** Walks the whole chain of what was answered to observations. */
export function verifyResponses(): Promise<ChainVerdict> {
  return verifyChain<ResponseHead & ChainLink>({
    table: 'ObservationResponse',
    readAfter: (seq, take) =>
      database.observationResponse.findMany({
        where: seq === undefined ? {} : { seq: { gt: seq } },
        orderBy: { seq: 'asc' },
        take,
      }),
    fieldsOf: responseFields,
  })
}
