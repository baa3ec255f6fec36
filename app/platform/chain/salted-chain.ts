import { randomBytes } from 'node:crypto'
import { sha256 } from '../sha256.server'

/** What every chained table has besides what its rows say. */
export type ChainLink = {
  seq: number
  /** JSON; retention may erase it, together with its salt. */
  payload: string | null
  salt: string | null
  payloadDigest: string
  previous: string
  digest: string
}

/** What a row says outside its payload, in the order in which the digest takes it. */
export type ChainedFields = readonly (string | number | boolean | null)[]

/** The row before: undefined for the first. */
export type ChainHead = Pick<ChainLink, 'seq' | 'digest'> | null | undefined

/**
 * - `gap`: a row before it is missing or out of order
 * - `payload`: what it says was changed (an erased payload, with its salt, is no break)
 * - `row`: any other field was changed
 */
export type ChainBreak = 'gap' | 'payload' | 'row'

/** SHA-256 (hex) of a payload with its salt: it proves the payload, and tells nothing of one that was erased. */
export function digestPayload(payload: string, salt: string): string {
  return sha256(`${salt}\n${payload}`)
}

/** SHA-256 (hex) of a row: the row before it, its own fields, the digest of its payload. */
export function digestRow(row: Pick<ChainLink, 'seq' | 'payloadDigest' | 'previous'>, fields: ChainedFields): string {
  return sha256(JSON.stringify([row.previous, row.seq, ...fields, row.payloadDigest]))
}

/** The link by which a new row follows the last one of its table, to be written in the transaction that read it. */
export function linkAfter(last: ChainHead, fields: ChainedFields, payload: Record<string, unknown>): ChainLink {
  const text = JSON.stringify(payload)
  const salt = randomBytes(16).toString('hex')
  const link = {
    seq: (last?.seq ?? 0) + 1,
    payloadDigest: digestPayload(text, salt),
    previous: last?.digest ?? '',
  }
  return { ...link, payload: text, salt, digest: digestRow(link, fields) }
}

/** Why a row breaks its chain, or undefined when it holds. */
export function breakInChain(row: ChainLink, fields: ChainedFields, before: ChainHead): ChainBreak | undefined {
  if (row.seq !== (before?.seq ?? 0) + 1 || row.previous !== (before?.digest ?? '')) return 'gap'
  if (row.digest !== digestRow(row, fields)) return 'row'
  if (row.payload === null && row.salt === null) return undefined
  if (row.payload === null || row.salt === null) return 'payload'
  return row.payloadDigest === digestPayload(row.payload, row.salt) ? undefined : 'payload'
}
