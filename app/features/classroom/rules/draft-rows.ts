import type { DraftRow, RegisterDraftBody } from './register'

/** Somebody who is there the whole time. */
export function draftRowOf(enrolmentId: string): DraftRow {
  return { enrolmentId, present: true, minutes: '', reason: '' }
}

/** A draft with more people at its end; who is there already stays as they are. */
export function withRows(draft: RegisterDraftBody, added: readonly DraftRow[]): RegisterDraftBody {
  const known = new Set(draft.rows.map(({ enrolmentId }) => enrolmentId))
  return { ...draft, rows: [...draft.rows, ...added.filter(({ enrolmentId }) => !known.has(enrolmentId))] }
}

/** A draft without somebody. */
export function withoutRow(draft: RegisterDraftBody, enrolmentId: string): RegisterDraftBody {
  return { ...draft, rows: draft.rows.filter((row) => row.enrolmentId !== enrolmentId) }
}
