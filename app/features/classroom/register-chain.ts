import type { ChainedFields } from '~/platform/chain/salted-chain'

/** What a signed register says outside its payload. */
export type RegisterHead = {
  id: string
  trainerId: string
  moduleSlug: string
  mode: string
  heldOn: string
  startsAt: number
  endsAt: number
  signedAt: Date
  corrects: string | null
  isVoid: boolean
}

/** What the digest of a signed register takes of it, in its order. */
export function registerFields(row: RegisterHead): ChainedFields {
  return [
    row.id,
    row.trainerId,
    row.moduleSlug,
    row.mode,
    row.heldOn,
    row.startsAt,
    row.endsAt,
    row.signedAt.toISOString(),
    row.corrects,
    row.isVoid,
  ]
}
