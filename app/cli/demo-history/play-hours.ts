import { randomUUID } from 'node:crypto'
import { registerFields } from '~/features/classroom/register-chain'
import type { Act, EnrolledLearner, PlannedPractice, PlannedRegister } from './acts'
import type { Ledger } from './ledger'
import { addEvidence, type Standing } from './standing'

type Decided = Extract<Act, { kind: 'practice-decided' }>
type Voided = Extract<Act, { kind: 'register-voided' }>

/** What is known of a logged practice until the history ends: its state changes with each decision. */
export type LoggedPractice = { practice: PlannedPractice; loggedAt: Date; state: string; evidenceId?: string }

/** Minutes of a signed register, with the evidence that holds them, by enrolment. */
export type Held = Map<string, { minutes: number; evidenceId: string | null }>

export function logPractice(ledger: Ledger, practice: PlannedPractice, at: Date): LoggedPractice {
  const { id, learner } = practice
  const { personId, enrolmentId } = learner
  const payload = { entry: id, enrolment: enrolmentId }
  ledger.audit({ at, actorId: personId, action: 'practice.log', objectId: personId, payload })
  return { practice, loggedAt: at, state: 'pending' }
}

/** Adds the entries with the state that their last decision gave them. */
export function addPracticeEntry(ledger: Ledger, { practice, loggedAt, state }: LoggedPractice): void {
  const { id, learner, module, heldOn, minutes, tasks, alongside, note } = practice
  const row = { id, enrolmentId: learner.enrolmentId, moduleSlug: module, heldOn, minutes, alongside, note, state }
  ledger.add('PracticeEntry', { ...row, tasks: JSON.stringify(tasks), createdAt: loggedAt })
}

/** @returns the row of decision, to be added after its entry */
export function decidePractice(ledger: Ledger, standing: Standing, logged: LoggedPractice, act: Decided) {
  const { practice, outcome, byId, reason, at } = act
  const { id, module, heldOn, minutes } = practice
  const { enrolmentId, personId } = standing.learner
  const hours = { module, kind: 'hours' as const, subject: 'onTheJob', occurredOn: heldOn }
  const by = { actorId: byId, at }
  const validator = { entry: id, validator: byId }
  let evidenceId: string | undefined
  if (outcome === 'validated') {
    evidenceId = addEvidence(ledger, standing, by, { ...hours, minutes, payload: validator })
  } else if (outcome === 'revoked') {
    const payload = { ...validator, reason }
    evidenceId = addEvidence(ledger, standing, by, { ...hours, corrects: logged.evidenceId, isVoid: true, payload })
  }
  logged.state = outcome
  logged.evidenceId = evidenceId
  const payload = { entry: id, enrolment: enrolmentId, outcome }
  ledger.audit({ at, actorId: byId, action: 'practice.decide', objectId: personId, payload })
  return { id: randomUUID(), entryId: id, outcome, byId, at, reason, evidenceId }
}

type Standings = (learner: EnrolledLearner) => Standing

/**
 * What signing a register leaves behind. In one that takes the place of another, minutes that stay keep their evidence;
 * what changed gets a row that corrects it.
 * @param before what the corrected register held
 */
export function signRegister(
  ledger: Ledger,
  standingOf: Standings,
  register: PlannedRegister,
  at: Date,
  before: Held = new Map(),
): Held {
  const { id, trainerId, body, corrects, learners } = register
  const { rows, ...words } = body
  const reason = corrects?.reason
  const payload = { ...words, ...(corrects && { reason }), rows }
  const digest = appendRow(ledger, register, { id, corrects: corrects?.id ?? null, isVoid: false }, at, payload)
  const held: Held = new Map()
  for (const [index, learner] of learners.entries()) {
    const minutes = rows[index]?.minutes ?? 0
    const old = before.get(learner.enrolmentId)
    const change = { minutes, reason, old: old?.evidenceId ?? undefined, at }
    const isKept = old !== undefined && old.minutes === minutes
    const evidenceId = isKept ? old.evidenceId : settleMinutes(ledger, standingOf(learner), register, change)
    held.set(learner.enrolmentId, { minutes, evidenceId })
    ledger.add('Attendance', { registerId: id, enrolmentId: learner.enrolmentId, minutes, evidenceId })
  }
  const action = corrects ? 'register.correct' : 'register.sign'
  const told = { digest, people: rows.length, ...(corrects && { corrects: corrects.id }) }
  ledger.audit({ at, actorId: trainerId, action, objectType: 'register', objectId: id, payload: told })
  return held
}

/** What voiding a register leaves behind: a row of its own, and of every attendance a row that voids its evidence. */
export function voidRegister(ledger: Ledger, standingOf: Standings, act: Voided, before: Held): void {
  const { register, id, reason, at } = act
  const digest = appendRow(ledger, register, { id, corrects: register.id, isVoid: true }, at, { reason })
  for (const learner of register.learners) {
    const old = before.get(learner.enrolmentId)?.evidenceId ?? undefined
    settleMinutes(ledger, standingOf(learner), { ...register, id }, { minutes: 0, reason, old, at })
  }
  const audit = { at, actorId: register.trainerId, action: 'register.correct', objectType: 'register', objectId: id }
  ledger.audit({ ...audit, payload: { digest, corrects: register.id, void: true } })
}

function appendRow(
  ledger: Ledger,
  { trainerId, module, mode, heldOn, startsAt, endsAt }: PlannedRegister,
  row: { id: string; corrects: string | null; isVoid: boolean },
  signedAt: Date,
  payload: Record<string, unknown>,
): string {
  const head = { ...row, trainerId, moduleSlug: module, mode, heldOn, startsAt, endsAt, signedAt }
  return ledger.append('Register', head, registerFields(head), payload)
}

/** @returns the row of evidence that holds the minutes now; null when there are none */
function settleMinutes(
  ledger: Ledger,
  standing: Standing,
  { id, trainerId, module, mode, heldOn }: PlannedRegister,
  { minutes, reason, old, at }: { minutes: number; reason: string | undefined; old: string | undefined; at: Date },
): string | null {
  if (minutes === 0 && old === undefined) return null
  const payload = { register: id, trainer: trainerId, ...(reason !== undefined && { reason }) }
  const hours = { module, kind: 'hours' as const, subject: mode, occurredOn: heldOn, corrects: old, payload }
  const by = { actorId: trainerId, at }
  if (minutes > 0) return addEvidence(ledger, standing, by, { ...hours, minutes })
  addEvidence(ledger, standing, by, { ...hours, isVoid: true })
  return null
}
