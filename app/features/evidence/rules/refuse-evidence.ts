import type { Day } from '~/lib/dates'
import { type EvidenceKind, type EvidenceRow, recognisableParts, standingRows } from './evidence'
import { type ModuleRequirements, recordedModes } from './requirements'

/** The most minutes that one row of hours may hold: a day. */
const minutesOfDay = 1440

/** What somebody wants to record in a module. */
export type WantedEvidence = {
  kind: EvidenceKind
  subject: string
  minutes?: number
  occurredOn: Day
  corrects?: string
  isVoid?: boolean
}

/**
 * - `not-taken`: the module is not in this version, or not for this profile
 * - `unknown-subject`: no such lesson, mode, or part to recognise; or an empty one
 * - `minutes`: missing, not whole, or not between 1 and the most that a row may hold; or given where none belong
 * - `future`: it has not happened yet
 * - `not-standing`: the row to correct is not there, or was corrected already
 * - `other-kind`: a correction that turns one kind into another, or a void row that speaks of something else
 * - `duplicate`: a correction that says what another row says already
 */
export type EvidenceRefusal =
  | 'not-taken'
  | 'unknown-subject'
  | 'minutes'
  | 'future'
  | 'not-standing'
  | 'other-kind'
  | 'duplicate'

/** The row that already says this, if any: what is either there or not (all but minutes) is recorded once. */
export function sameEvidence<R extends EvidenceRow>(wanted: WantedEvidence, rows: readonly R[]): R | undefined {
  if (wanted.isVoid || holdsMinutes(wanted)) return undefined
  return standingRows(rows).find(({ kind, subject }) => kind === wanted.kind && subject === wanted.subject)
}

/**
 * Why this cannot be recorded, or undefined when it can.
 * @param requirements what the module asks of the profile; undefined when the profile does not take it
 * @param rows the evidence of this enrolment and module so far
 */
export function refuseEvidence(
  wanted: WantedEvidence,
  requirements: ModuleRequirements | undefined,
  rows: readonly EvidenceRow[],
  today: Day,
): EvidenceRefusal | undefined {
  if (!requirements) return 'not-taken'
  const corrected = standingRows(rows).find(({ id }) => id === wanted.corrects)
  if (wanted.corrects !== undefined && !corrected) return 'not-standing'
  if (corrected && corrected.kind !== wanted.kind) return 'other-kind'
  if (wanted.isVoid) return corrected?.subject === wanted.subject ? undefined : 'other-kind'
  if (!isKnownSubject(wanted, requirements)) return 'unknown-subject'
  if (!fitsMinutes(wanted, requirements, rows)) return 'minutes'
  if (wanted.occurredOn > today) return 'future'
  const same = corrected && sameEvidence(wanted, rows)
  return same && same.id !== wanted.corrects ? 'duplicate' : undefined
}

function isKnownSubject({ kind, subject }: WantedEvidence, { lessons, observation }: ModuleRequirements) {
  if (kind === 'lesson') return lessons.some(({ slug }) => slug === subject)
  if (kind === 'hours') return isRecordedMode(subject)
  if (kind === 'recognition') {
    if (subject === 'observation') return observation
    return isRecordedMode(subject) || recognisableParts.some((part) => part === subject)
  }
  return subject !== ''
}

function fitsMinutes(wanted: WantedEvidence, requirements: ModuleRequirements, rows: readonly EvidenceRow[]) {
  const { kind, subject, minutes } = wanted
  if (!holdsMinutes(wanted)) return minutes === undefined
  const most = kind === 'hours' ? minutesOfDay : recognisableMinutes(subject, requirements, rows, wanted.corrects)
  return minutes !== undefined && Number.isInteger(minutes) && minutes >= 1 && minutes <= most
}

/**
 * How many minutes of a mode can still be recognised: in all no more than the module asks.
 * @param without the row that is being corrected
 */
export function recognisableMinutes(
  mode: string,
  { minutes }: ModuleRequirements,
  rows: readonly EvidenceRow[],
  without?: string,
): number {
  const known = recordedModes.find((one) => one === mode)
  const recognised = standingRows(rows)
    .filter(({ id, kind, subject }) => kind === 'recognition' && subject === mode && id !== without)
    .reduce((sum, row) => sum + (row.minutes ?? 0), 0)
  return known ? Math.max(minutes[known] - recognised, 0) : 0
}

function holdsMinutes({ kind, subject }: WantedEvidence) {
  return kind === 'hours' || (kind === 'recognition' && isRecordedMode(subject))
}

function isRecordedMode(subject: string) {
  return recordedModes.some((mode) => mode === subject)
}
