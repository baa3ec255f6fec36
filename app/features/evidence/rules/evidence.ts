import type { Mode } from '~/features/curriculum/rules/module-content'

/** The five kinds of evidence (product contract, step 4 of the chain). */
export const evidenceKinds = ['lesson', 'hours', 'assessment', 'observation', 'recognition'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What earlier evidence can be recognised for, besides minutes of a mode. */
export const recognisableParts = ['lessons', 'assessment', 'observation'] as const
export type RecognisedSubject = (typeof recognisableParts)[number] | Mode

/** A row of evidence of one enrolment and one module, as the fold reads it. */
export type EvidenceRow = {
  id: string
  kind: EvidenceKind
  /** The lesson, the mode, the attempt, the observation, or what is recognised. */
  subject: string
  minutes: number | null
  recordedAt: Date
  /** The id of the row that this one takes the place of. */
  corrects: string | null
  /** This row takes the place of another, and says nothing. */
  isVoid: boolean
}

/**
 * For each row, the last one of its line of corrections: what is true of it today. A void row at the end of a line
 * means that nothing of the line counts.
 */
export function lastOfLines<R extends Pick<EvidenceRow, 'id' | 'corrects'>>(rows: readonly R[]): Map<string, R> {
  const correction = new Map(rows.flatMap((row) => (row.corrects === null ? [] : [[row.corrects, row] as const])))
  return new Map(
    rows.map((row) => {
      let last = row
      for (let next = correction.get(row.id); next; next = correction.get(next.id)) last = next
      return [row.id, last]
    }),
  )
}

/** The rows that count: not corrected by another, and not void. */
export function standingRows<R extends Pick<EvidenceRow, 'id' | 'corrects' | 'isVoid'>>(rows: readonly R[]): R[] {
  const corrected = new Set(rows.map(({ corrects }) => corrects))
  return rows.filter((row) => !row.isVoid && !corrected.has(row.id))
}
