import type { RegisterRow } from './register'

/** What a register says that its rows of evidence say too. */
type Session = { moduleSlug: string; mode: string; heldOn: string }
type OldRow = { enrolmentId: string; minutes: number; evidenceId: string | null }

/**
 * - `none`: nothing was recorded, and nothing is
 * - `keep`: the row of evidence says the same
 * - `record`: a first row
 * - `correct`: a row that takes the place of the old one
 * - `void`: the old one counts no more
 * - `replace`: the old one counts no more, and a first row in another module
 */
export type EvidenceChange =
  | { act: 'none' }
  | { act: 'keep' | 'void'; evidenceId: string }
  | { act: 'record'; minutes: number }
  | { act: 'correct' | 'replace'; evidenceId: string; minutes: number }

/** What a register changes in the evidence, by enrolment: people of the one it takes the place of included. */
export function evidenceChanges(
  session: Session,
  rows: readonly Pick<RegisterRow, 'enrolmentId' | 'minutes'>[],
  old?: { session: Session; rows: readonly OldRow[] },
): Map<string, EvidenceChange> {
  const before = new Map(old?.rows.map((row) => [row.enrolmentId, row]))
  const changes = new Map<string, EvidenceChange>()
  for (const { enrolmentId, minutes } of rows) {
    const known = before.get(enrolmentId)
    const evidenceId = known?.evidenceId
    if (!old || !known || !evidenceId)
      changes.set(enrolmentId, minutes > 0 ? { act: 'record', minutes } : { act: 'none' })
    else if (minutes === 0) changes.set(enrolmentId, { act: 'void', evidenceId })
    else if (old.session.moduleSlug !== session.moduleSlug) {
      changes.set(enrolmentId, { act: 'replace', evidenceId, minutes })
    } else {
      const same =
        known.minutes === minutes && old.session.mode === session.mode && old.session.heldOn === session.heldOn
      changes.set(enrolmentId, same ? { act: 'keep', evidenceId } : { act: 'correct', evidenceId, minutes })
    }
  }
  for (const { enrolmentId, evidenceId } of old?.rows ?? []) {
    if (changes.has(enrolmentId) || !evidenceId) continue
    changes.set(enrolmentId, { act: 'void', evidenceId })
  }
  return changes
}
