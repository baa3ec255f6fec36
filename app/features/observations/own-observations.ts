import type { SignedRow } from './rules/requirement'

/** A signed row of one's own, without any of its texts. */
export type OwnObservation = SignedRow & {
  number: number
  moduleSlug: string
  observedOn: string
  observer: string
  /** Seen, agreeing or not. */
  answered: boolean
}
