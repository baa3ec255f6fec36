import { randomUUID } from 'node:crypto'
import { evidenceFields } from '~/features/evidence/evidence-chain'
import type { EvidenceKind, EvidenceRow } from '~/features/evidence/rules/evidence'
import type { SignedRow } from '~/features/observations/rules/requirement'
import type { Day } from '~/lib/dates'
import type { EnrolledLearner } from './acts'
import { type Ledger, requestId } from './ledger'

/** Where a learner stands while the history is played: what the product would read from the database. */
export type Standing = {
  learner: EnrolledLearner
  entryId: string
  /** How often they moved to another home. */
  moves: number
  /** Null while the plan is followed. */
  leftAt: Date | null
  evidence: Map<string, EvidenceRow[]>
  observations: Map<string, (SignedRow & { observedOn: Day })[]>
  /** How often a question was given to the person, by module and hash. */
  seen: Map<string, Map<string, number>>
}

export function standingOf(learner: EnrolledLearner): Standing {
  const { entryId } = learner
  return { learner, entryId, moves: 0, leftAt: null, evidence: new Map(), observations: new Map(), seen: new Map() }
}

/** The list of a module, made when it is first asked for. */
export function listOf<T>(lists: Map<string, T[]>, module: string): T[] {
  const known = lists.get(module)
  if (known) return known
  const made: T[] = []
  lists.set(module, made)
  return made
}

type NewEvidence = {
  module: string
  kind: EvidenceKind
  subject: string
  minutes?: number
  occurredOn: Day
  corrects?: string
  isVoid?: boolean
  payload?: Record<string, unknown>
}

/** Who records, and when. */
export type Recorder = { actorId: string | null; at: Date; requestId?: string }

/** What recordEvidence writes but for the progress, which is folded once at the end. @returns the id of the row */
export function addEvidence(ledger: Ledger, standing: Standing, by: Recorder, evidence: NewEvidence): string {
  const { learner } = standing
  const { module, kind, subject, minutes, occurredOn, corrects, isVoid = false, payload = {} } = evidence
  const row = {
    id: randomUUID(),
    enrolmentId: learner.enrolmentId,
    moduleSlug: module,
    kind,
    subject,
    minutes: minutes ?? null,
    occurredOn,
    recordedAt: by.at,
    recordedById: by.actorId,
    corrects: corrects ?? null,
    isVoid,
  }
  const digest = ledger.append('Evidence', row, evidenceFields(row), payload)
  listOf(standing.evidence, module).push(row)
  if (kind !== 'assessment' && kind !== 'observation') {
    ledger.audit({
      at: by.at,
      actorId: by.actorId,
      requestId: by.requestId ?? requestId,
      action: actionOf(kind, corrects),
      objectId: learner.personId,
      payload: { enrolment: learner.enrolmentId, evidence: row.id, digest },
    })
  }
  return row.id
}

function actionOf(kind: EvidenceKind, corrects: string | undefined) {
  if (corrects !== undefined) return 'evidence.correct'
  return kind === 'recognition' ? 'evidence.recognise' : 'evidence.record'
}
