import { randomUUID } from 'node:crypto'
import type { Act, PlannedObservation, PlannedPractice, PlannedRegister } from '~/cli/demo-history/acts'
import { registerFields } from '~/features/classroom/register-chain'
import { recordEvidence } from '~/features/evidence/record-evidence.server'
import { appendObservation } from '~/features/observations/append-observation.server'
import { responseFields } from '~/features/observations/observation-chain'
import { criteriaOf, outcomeOf } from '~/features/observations/rules/outcome'
import { settleObservationEvidence } from '~/features/observations/settle-observation-evidence.server'
import type { FrozenModule } from '~/features/training-plan/frozen-plan'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { linkAfter } from '~/platform/chain/salted-chain'
import type { Transaction } from '~/platform/database/client.server'

/*
 * THE SEAM: acts whose commands are built beside this (observations, practice, registers). Each function does what the
 * command will do, in one transaction, from the product's own pieces; once a command is there, play-by-commands calls
 * it instead and the function here goes.
 */

type Tx = Transaction
type Learner = { enrolmentId: string; personId: string }
type Of<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>
const requestId = 'CLI-DEMO'
const none = { criteria: 0, observed: 0, points: 0, criticalMet: false, sufficient: false, level: null }

/** @returns the id of the signed row */
export async function signObservation(
  tx: Tx,
  learner: Learner,
  module: FrozenModule,
  observation: PlannedObservation & { correctsId: string | null },
  at: Date,
): Promise<string> {
  const { observerId, kind, observedOn, body, corrects, correctsId } = observation
  const rule = module.observation
  if (!rule || !module.form) throw new Error(`${module.slug} is not observed`)
  const criteria = criteriaOf(module.form, observation.learner.profile)
  const outcome = outcomeOf(criteria, body.ratings, rule.cutPercent)
  const place = { enrolmentId: learner.enrolmentId, moduleSlug: module.slug }
  const row = { id: randomUUID(), ...place, observerId, kind, observedOn, ...outcome, level: body.level }
  const head = { ...row, signedAt: at, corrects: correctsId, isVoid: false }
  await append(tx, learner, module, head, corrects ? { ...body, reason: corrects.reason } : body)
  return row.id
}

export async function voidObservation(
  tx: Tx,
  learner: Learner,
  module: FrozenModule,
  { observation, byId, reason, at }: Of<'observation-voided'>,
  correctsId: string,
): Promise<void> {
  const { kind, observedOn } = observation
  const place = { enrolmentId: learner.enrolmentId, moduleSlug: module.slug }
  const row = { id: randomUUID(), ...place, observerId: byId, kind, observedOn, ...none, signedAt: at }
  await append(tx, learner, module, { ...row, corrects: correctsId, isVoid: true }, { reason })
}

type Head = Parameters<typeof appendObservation>[1]

async function append(
  tx: Tx,
  learner: Learner,
  module: FrozenModule,
  head: Head,
  payload: Parameters<typeof appendObservation>[2],
) {
  const digest = await appendObservation(tx, head, payload)
  const { corrects, observerId: actorId, signedAt, enrolmentId, moduleSlug } = head
  const action = corrects === null ? 'observation.sign' : 'observation.correct'
  const told = { observation: head.id, ...(corrects !== null && { corrects }), enrolment: enrolmentId, digest }
  const act = { actorId, requestId, action, objectType: 'person', objectId: learner.personId, payload: told }
  await writeAudit(tx, act, signedAt)
  if (!module.observation) return
  const actor = { actorId, requestId, now: signedAt }
  await settleObservationEvidence(tx, actor, { enrolmentId, moduleSlug }, module.observation)
}

export async function answerObservation(
  tx: Tx,
  learner: Learner,
  { slot, verdict, byId, comment, at }: Of<'observation-answered'>,
  observationId: string,
): Promise<void> {
  const last = await tx.observationResponse.findFirst({ orderBy: { seq: 'desc' } })
  const head = { id: randomUUID(), observationId, slot, verdict, byId, at }
  const link = linkAfter(last, responseFields(head), comment === undefined ? {} : { comment })
  await tx.observationResponse.create({ data: { ...head, ...link } })
  const payload = {
    observation: observationId,
    enrolment: learner.enrolmentId,
    response: head.id,
    digest: link.digest,
  }
  const action = slot === 'learner' ? 'observation.acknowledge' : 'observation.review'
  await writeAudit(
    tx,
    { actorId: byId, requestId, action, objectType: 'person', objectId: learner.personId, payload },
    at,
  )
}

export async function assessSelf(tx: Tx, learner: Learner, act: Of<'self-assessed'>): Promise<void> {
  const { module: moduleSlug, moment, ratings, at } = act
  const row = { id: randomUUID(), enrolmentId: learner.enrolmentId, moduleSlug, moment, at }
  await tx.selfAssessment.create({ data: { ...row, ratings: JSON.stringify(ratings) } })
}

/** @returns the id of the entry */
export async function logPractice(tx: Tx, learner: Learner, practice: PlannedPractice, at: Date): Promise<string> {
  const { module: moduleSlug, heldOn, minutes, tasks, alongside, note } = practice
  const id = randomUUID()
  const row = { id, enrolmentId: learner.enrolmentId, moduleSlug, heldOn, minutes, alongside, note: note ?? null }
  await tx.practiceEntry.create({ data: { ...row, tasks: JSON.stringify(tasks), state: 'pending', createdAt: at } })
  const { personId: actorId } = learner
  const act = { actorId, requestId, action: 'practice.log', objectType: 'person', objectId: actorId }
  await writeAudit(tx, { ...act, payload: { entry: id, enrolment: learner.enrolmentId } }, at)
  return id
}

export async function decidePractice(
  tx: Tx,
  learner: Learner,
  { practice, outcome, reason, at }: Of<'practice-decided'>,
  { entryId, byId }: { entryId: string; byId: string },
): Promise<void> {
  const { module: moduleSlug, heldOn: occurredOn, minutes } = practice
  const { enrolmentId } = learner
  const hours = { enrolmentId, moduleSlug, kind: 'hours', subject: 'onTheJob', occurredOn } as const
  const actor = { actorId: byId, requestId, now: at }
  const said = { entry: entryId, validator: byId }
  let evidenceId: string | null = null
  if (outcome === 'validated') {
    evidenceId = await recordEvidence(tx, actor, { ...hours, minutes, payload: said })
  } else if (outcome === 'revoked') {
    const validated = await tx.practiceDecision.findFirstOrThrow({ where: { entryId, outcome: 'validated' } })
    const corrects = validated.evidenceId ?? ''
    evidenceId = await recordEvidence(tx, actor, { ...hours, corrects, isVoid: true, payload: { ...said, reason } })
  }
  const decision = { id: randomUUID(), entryId, outcome, byId, at, reason: reason ?? null, evidenceId }
  await tx.practiceDecision.create({ data: decision })
  await tx.practiceEntry.update({ where: { id: entryId }, data: { state: outcome } })
  const act = { actorId: byId, requestId, action: 'practice.decide', objectType: 'person', objectId: learner.personId }
  await writeAudit(tx, { ...act, payload: { entry: entryId, enrolment: enrolmentId, outcome } }, at)
}

type Rows = { enrolmentId: string; minutes: number; reason?: string }[]

/** @returns the id of the signed register */
export async function signRegister(
  tx: Tx,
  register: PlannedRegister,
  rows: Rows,
  correctsId: string | null,
  at: Date,
): Promise<string> {
  const { body, corrects, trainerId } = register
  const { rows: _, ...words } = body
  const payload = { ...words, ...(corrects && { reason: corrects.reason }), rows }
  const { id, digest } = await appendRegister(tx, register, { corrects: correctsId, isVoid: false, payload, at })
  const before = correctsId === null ? [] : await tx.attendance.findMany({ where: { registerId: correctsId } })
  for (const { enrolmentId, minutes } of rows) {
    const old = before.find((row) => row.enrolmentId === enrolmentId)
    const held = { id, enrolmentId, minutes, reason: corrects?.reason, at, old: old?.evidenceId }
    const evidenceId = old?.minutes === minutes ? old.evidenceId : await settle(tx, held, register)
    await tx.attendance.create({ data: { registerId: id, enrolmentId, minutes, evidenceId } })
  }
  const action = correctsId === null ? 'register.sign' : 'register.correct'
  const told = { digest, people: rows.length, ...(correctsId !== null && { corrects: correctsId }) }
  const act = { actorId: trainerId, requestId, action, objectType: 'register', objectId: id, payload: told }
  await writeAudit(tx, act, at)
  return id
}

export async function voidRegister(
  tx: Tx,
  { register, reason, at }: Of<'register-voided'>,
  correctsId: string,
  enrolmentIds: readonly string[],
): Promise<void> {
  const signed = { corrects: correctsId, isVoid: true, payload: { reason }, at }
  const { id, digest } = await appendRegister(tx, register, signed)
  const before = await tx.attendance.findMany({ where: { registerId: correctsId } })
  for (const enrolmentId of enrolmentIds) {
    const old = before.find((row) => row.enrolmentId === enrolmentId)?.evidenceId
    if (old) await settle(tx, { id, enrolmentId, minutes: 0, reason, at, old }, register)
  }
  const payload = { digest, corrects: correctsId, void: true }
  const act = { actorId: register.trainerId, requestId, action: 'register.correct', objectType: 'register' }
  await writeAudit(tx, { ...act, objectId: id, payload }, at)
}

async function appendRegister(
  tx: Tx,
  { trainerId, module: moduleSlug, mode, heldOn, startsAt, endsAt }: PlannedRegister,
  signed: { corrects: string | null; isVoid: boolean; payload: Record<string, unknown>; at: Date },
): Promise<{ id: string; digest: string }> {
  const { corrects, isVoid, payload, at } = signed
  const id = randomUUID()
  const last = await tx.register.findFirst({ orderBy: { seq: 'desc' } })
  const head = { id, trainerId, moduleSlug, mode, heldOn, startsAt, endsAt, signedAt: at, corrects, isVoid }
  const link = linkAfter(last, registerFields(head), payload)
  await tx.register.create({ data: { ...head, ...link } })
  return { id, digest: link.digest }
}

async function settle(
  tx: Tx,
  held: { id: string; enrolmentId: string; minutes: number; reason?: string; at: Date; old?: string | null },
  { module: moduleSlug, mode, heldOn: occurredOn, trainerId }: PlannedRegister,
): Promise<string | null> {
  const { id, enrolmentId, minutes, reason, at, old } = held
  if (minutes === 0 && !old) return null
  const actor = { actorId: trainerId, requestId, now: at }
  const payload = { register: id, trainer: trainerId, ...(reason && { reason }) }
  const hours = { enrolmentId, moduleSlug, kind: 'hours', subject: mode, occurredOn, payload } as const
  const corrects = old ? { corrects: old } : {}
  if (minutes > 0) return recordEvidence(tx, actor, { ...hours, ...corrects, minutes })
  await recordEvidence(tx, actor, { ...hours, ...corrects, isVoid: true })
  return null
}
