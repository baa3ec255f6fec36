import type { SubmissionResult } from '@conform-to/react'
import type { ReviewIntent } from './review-forms.schema'

/** What a form of a version under review gets back when it was refused. */
export type ReviewAnswer = {
  intent: ReviewIntent | null
  /** The comment or condition that the form was about. */
  target: string
  reply: SubmissionResult<string[]> | null
  /** Something has happened meanwhile: the sentence that says what, and what was written, to take elsewhere. */
  conflict: { message: string; written: string[] } | null
}
