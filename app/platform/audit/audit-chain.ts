import { createHash } from 'node:crypto'

/** What an audit row says, as it stands in the table. */
export type ChainedRow = {
  seq: number
  at: Date
  actorId: string | null
  action: string
  objectType: string
  objectId: string
  requestId: string
  payload: string | null
  salt: string | null
  payloadDigest: string
  previous: string
  digest: string
}

type Head = Pick<ChainedRow, 'seq' | 'at' | 'actorId' | 'action' | 'objectType' | 'objectId' | 'requestId'>

/** SHA-256 (hex) of a payload with its salt: it proves the payload, and tells nothing of one that was erased. */
export function digestPayload(payload: string, salt: string): string {
  return sha256(`${salt}\n${payload}`)
}

/** SHA-256 (hex) of a row: its own fields, the digest of its payload, and the row before it. */
export function digestRow(row: Head & Pick<ChainedRow, 'payloadDigest' | 'previous'>): string {
  return sha256(
    JSON.stringify([
      row.previous,
      row.seq,
      row.at.toISOString(),
      row.actorId,
      row.action,
      row.objectType,
      row.objectId,
      row.requestId,
      row.payloadDigest,
    ]),
  )
}

/**
 * Why a row breaks the chain, or undefined when it holds.
 * - `gap`: a row before it is missing or out of order
 * - `payload`: what it says was changed (an erased payload, with its salt, is no break)
 * - `row`: any other field was changed
 *
 * @param row the row to check
 * @param before the row before it, undefined for the first
 */
export function breakInChain(
  row: ChainedRow,
  before: Pick<ChainedRow, 'seq' | 'digest'> | undefined,
): 'gap' | 'payload' | 'row' | undefined {
  if (row.seq !== (before?.seq ?? 0) + 1 || row.previous !== (before?.digest ?? '')) return 'gap'
  if (row.digest !== digestRow(row)) return 'row'
  if (row.payload === null && row.salt === null) return undefined
  if (row.payload === null || row.salt === null) return 'payload'
  return row.payloadDigest === digestPayload(row.payload, row.salt) ? undefined : 'payload'
}

function sha256(text: string) {
  return createHash('sha256').update(text).digest('hex')
}
