import type { ChainedFields } from '~/platform/chain/salted-chain'

/** What a row of evidence says outside its payload. */
export type EvidenceHead = {
  id: string
  enrolmentId: string
  moduleSlug: string
  kind: string
  subject: string
  minutes: number | null
  occurredOn: string
  recordedAt: Date
  recordedById: string | null
  corrects: string | null
  isVoid: boolean
}

/** What the digest of a row of evidence takes of it, in its order. */
export function evidenceFields(row: EvidenceHead): ChainedFields {
  return [
    row.id,
    row.enrolmentId,
    row.moduleSlug,
    row.kind,
    row.subject,
    row.minutes,
    row.occurredOn,
    row.recordedAt.toISOString(),
    row.recordedById,
    row.corrects,
    row.isVoid,
  ]
}
