import type { FieldErrors } from './observation-form.schema'
import type { DraftBody } from './rules/observation'

/** What the form of a draft gets back when it does not lead elsewhere. */
export type DraftAnswer = {
  /** By name of the field. */
  errors: FieldErrors
  /** What was sent, by name of the field: it stays in the form. */
  typed: Record<string, string>
  /** The revision to send next. */
  revision: number
  /** The draft was changed elsewhere: what stands there now. */
  stored: DraftBody | null
  /** All of it is saved; only something is missing for the signature. */
  saved: boolean
}
