import { randomUUID } from 'node:crypto'
import { standingRows } from '~/features/evidence/rules/evidence'
import { observationFields, responseFields } from '~/features/observations/observation-chain'
import { criteriaOf, outcomeOf } from '~/features/observations/rules/outcome'
import { completingObservation } from '~/features/observations/rules/requirement'
import type { FrozenModule } from '~/features/training-plan/frozen-plan'
import type { Act, PlannedObservation } from './acts'
import type { Ledger } from './ledger'
import { addEvidence, listOf, type Standing } from './standing'

type Answered = Extract<Act, { kind: 'observation-answered' }>
type Voided = Extract<Act, { kind: 'observation-voided' }>
type SelfAssessed = Extract<Act, { kind: 'self-assessed' }>

const nothingObserved = { criteria: 0, observed: 0, points: 0, criticalMet: false, sufficient: false, level: null }

/** What signing an observation, or the one that takes the place of another, leaves behind. */
export function signObservation(
  ledger: Ledger,
  standing: Standing,
  module: FrozenModule,
  { id, observerId, kind, observedOn, body, corrects }: PlannedObservation,
  at: Date,
): void {
  const { profile } = standing.learner
  const criteria = module.form ? criteriaOf(module.form, profile) : []
  const outcome = outcomeOf(criteria, body.ratings, module.observation?.cutPercent ?? 0)
  const head = { id, observerId, kind, observedOn, ...outcome, level: body.level, corrects: corrects?.id ?? null }
  const payload = corrects ? { ...body, reason: corrects.reason } : body
  appendRow(ledger, standing, module, { ...head, isVoid: false }, payload, at)
}

/** What voiding a signed observation leaves behind, by its author or by who overturned it. */
export function voidObservation(
  ledger: Ledger,
  standing: Standing,
  module: FrozenModule,
  { id, observation, byId, reason, at }: Voided,
): void {
  const { kind, observedOn } = observation
  const head = { id, observerId: byId, kind, observedOn, ...nothingObserved, corrects: observation.id, isVoid: true }
  appendRow(ledger, standing, module, head, { reason }, at)
}

type Head = {
  id: string
  observerId: string
  kind: string
  observedOn: string
  criteria: number
  observed: number
  points: number
  criticalMet: boolean
  sufficient: boolean
  level: number | null
  corrects: string | null
  isVoid: boolean
}

function appendRow(ledger: Ledger, standing: Standing, module: FrozenModule, head: Head, payload: object, at: Date) {
  const { enrolmentId, personId } = standing.learner
  const row = { ...head, enrolmentId, moduleSlug: module.slug, signedAt: at }
  const digest = ledger.append('Observation', row, observationFields(row), { ...payload })
  const { id, corrects, observerId } = head
  ledger.audit({
    at,
    actorId: observerId,
    action: corrects === null ? 'observation.sign' : 'observation.correct',
    objectId: personId,
    payload: { observation: id, ...(corrects !== null && { corrects }), enrolment: enrolmentId, digest },
  })
  listOf(standing.observations, module.slug).push(head)
  settleEvidence(ledger, standing, module, { actorId: observerId, at })
}

/** As observations/settle-observation-evidence, on the rows in hand. */
function settleEvidence(ledger: Ledger, standing: Standing, module: FrozenModule, by: { actorId: string; at: Date }) {
  const rule = module.observation
  if (!rule) return
  const signed = listOf(standing.observations, module.slug)
  const completing = completingObservation(signed, rule)
  const current = standingRows(listOf(standing.evidence, module.slug)).find(({ kind }) => kind === 'observation')
  const place = { module: module.slug, kind: 'observation' as const, ...(current && { corrects: current.id }) }
  if (completing) {
    if (current?.subject === completing.id) return
    addEvidence(ledger, standing, by, { ...place, subject: completing.id, occurredOn: completing.observedOn })
  } else if (current) {
    const old = signed.find(({ id }) => id === current.subject)
    const occurredOn = old?.observedOn ?? signed.at(-1)?.observedOn ?? ''
    addEvidence(ledger, standing, by, { ...place, subject: current.subject, occurredOn, isVoid: true })
  }
}

/** What the learner's answer, or the review of a disagreement, leaves behind. */
export function answerObservation(ledger: Ledger, standing: Standing, act: Answered): void {
  const { observation, slot, verdict, byId, comment, at } = act
  const { enrolmentId, personId } = standing.learner
  const head = { id: randomUUID(), observationId: observation.id, slot, verdict, byId, at }
  const said = comment === undefined ? {} : { comment }
  const digest = ledger.append('ObservationResponse', head, responseFields(head), said)
  ledger.audit({
    at,
    actorId: byId,
    action: slot === 'learner' ? 'observation.acknowledge' : 'observation.review',
    objectId: personId,
    payload: { observation: observation.id, enrolment: enrolmentId, response: head.id, digest },
  })
}

/** A self-assessment is the learner's own: nothing of it stands in the log. */
export function assessSelf(ledger: Ledger, { learner, module, moment, ratings, at }: SelfAssessed): void {
  const row = { id: randomUUID(), enrolmentId: learner.enrolmentId, moduleSlug: module, moment, at }
  ledger.add('SelfAssessment', { ...row, ratings: JSON.stringify(ratings) })
}
