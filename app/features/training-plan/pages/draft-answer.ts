import type { SubmissionResult } from '@conform-to/react'
import type { LineDifference } from '../rules/compare-lines'

/** The revision that a form came with, or undefined when it is no number. */
export function sentRevision({ payload }: { payload: Record<string, unknown> }): number | undefined {
  const revision = Number(payload.revision)
  return Number.isInteger(revision) ? revision : undefined
}

/** Somebody else has changed the draft meanwhile: what stands there now, beside what was typed. */
export type DraftConflict = { differences: LineDifference[]; asked?: string }

/** What a form of a draft gets back when it was refused. */
export type DraftAnswer<Intent extends string> = {
  intent: Intent | null
  reply: SubmissionResult<string[]> | null
  /**
   * The revision to send next: after a conflict the one that is shown, else the one that was sent, so that what
   * somebody else saves in between still meets the check.
   */
  revision: number | undefined
  conflict: DraftConflict | null
}
