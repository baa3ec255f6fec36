import type { ChainedFields } from '~/platform/chain/salted-chain'

/** What a signed row says outside its payload. */
export type ObservationHead = {
  id: string
  enrolmentId: string
  moduleSlug: string
  observerId: string
  kind: string
  observedOn: string
  criteria: number
  observed: number
  points: number
  criticalMet: boolean
  sufficient: boolean
  level: number | null
  signedAt: Date
  corrects: string | null
  isVoid: boolean
}

/** What the digest of a signed observation takes of it, in its order. */
export function observationFields(row: ObservationHead): ChainedFields {
  return [
    row.id,
    row.enrolmentId,
    row.moduleSlug,
    row.observerId,
    row.kind,
    row.observedOn,
    row.criteria,
    row.observed,
    row.points,
    row.criticalMet,
    row.sufficient,
    row.level,
    row.signedAt.toISOString(),
    row.corrects,
    row.isVoid,
  ]
}

/** What a response says outside its payload. */
export type ResponseHead = { id: string; observationId: string; slot: string; verdict: string; byId: string; at: Date }

/** What the digest of a response to an observation takes of it, in its order. */
export function responseFields(row: ResponseHead): ChainedFields {
  return [row.id, row.observationId, row.slot, row.verdict, row.byId, row.at.toISOString()]
}
