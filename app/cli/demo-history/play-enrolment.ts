import { randomUUID } from 'node:crypto'
import type { Act, PlannedRecognition } from './acts'
import type { Ledger } from './ledger'
import { addEvidence, type Standing } from './standing'

type Of<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>

export function enrol(ledger: Ledger, versionId: string, { learner, byId, at }: Of<'enrolled'>): void {
  const { enrolmentId: id, personId, profile } = learner
  ledger.add('Enrolment', { id, personId, versionId, profile, enrolledAt: at, activeKey: personId })
  ledger.add('EnrolmentEvent', { id: randomUUID(), enrolmentId: id, kind: 'enrolled', at, byId })
  const payload = { enrolment: id, version: versionId, profile }
  ledger.audit({ at, actorId: byId, action: 'enrolment.create', objectId: personId, payload })
}

export function leaveOrReturn(ledger: Ledger, standing: Standing, act: Of<'left' | 'returned'>): void {
  const { kind, learner, byId, at } = act
  const { enrolmentId, personId } = learner
  standing.leftAt = kind === 'left' ? at : null
  const reason = kind === 'left' ? act.reason : null
  ledger.add('EnrolmentEvent', { id: randomUUID(), enrolmentId, kind, at, byId, reason })
  const action = kind === 'left' ? 'enrolment.leave' : 'enrolment.return'
  ledger.audit({ at, actorId: byId, action, objectId: personId, payload: { enrolment: enrolmentId } })
}

/** The person's row, and the learner's role with it, change when the history ends. */
export function move(ledger: Ledger, standing: Standing, { learner, entryId, byId, at }: Of<'moved'>): void {
  const payload = { changed: ['homeEntryId'], homeEntry: [standing.entryId, entryId] }
  ledger.audit({ at, actorId: byId, action: 'person.update', objectId: learner.personId, payload })
  standing.entryId = entryId
  standing.moves += 1
}

export function post(ledger: Ledger, { learner, posting, byId, at }: Of<'posted'>): void {
  const { id, entryId, startsOn, endsOn = null, reason } = posting
  const { personId } = learner
  ledger.add('Posting', { id, personId, entryId, startsOn, endsOn, reason, createdAt: at })
  const payload = { posting: id, entry: entryId, startsOn, endsOn }
  ledger.audit({ at, actorId: byId, action: 'posting.record', objectId: personId, payload })
}

/** @returns the id of the row, for its correction */
export function recognise(ledger: Ledger, standing: Standing, recognition: PlannedRecognition, at: Date): string {
  const { module, subject, minutes, occurredOn, reason, document, byId } = recognition
  const evidence = { module, kind: 'recognition' as const, subject, minutes, occurredOn, payload: { reason, document } }
  return addEvidence(ledger, standing, { actorId: byId, at }, evidence)
}

export function correctRecognition(
  ledger: Ledger,
  standing: Standing,
  act: Of<'recognition-corrected'>,
  corrects: string | undefined,
): void {
  const { recognition, minutes, reason, at } = act
  const { module, subject, occurredOn, document, byId } = recognition
  const isVoid = minutes === undefined
  const payload = isVoid ? { reason } : { reason, document }
  const evidence = { module, kind: 'recognition' as const, subject, minutes, occurredOn, isVoid, corrects, payload }
  addEvidence(ledger, standing, { actorId: byId, at }, evidence)
}
