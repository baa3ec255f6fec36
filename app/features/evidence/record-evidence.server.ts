import { randomUUID } from 'node:crypto'
import type { Profile } from '~/features/auth/rules/profiles'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { type Day, dayOf } from '~/lib/dates'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { linkAfter } from '~/platform/chain/salted-chain'
import type { Transaction } from '~/platform/database/client.server'
import { evidenceFields } from './evidence-chain'
import type { EvidenceKind, EvidenceRow } from './rules/evidence'
import { type EvidenceRefusal, refuseEvidence, sameEvidence } from './rules/refuse-evidence'
import { requirementsOf } from './rules/requirements'
import { settleProgress } from './settle-progress.server'

export type NewEvidence = {
  enrolmentId: string
  moduleSlug: string
  kind: EvidenceKind
  /** lesson: its slug; hours: the mode; assessment: the attempt; observation: its id; recognition: what it stands for. */
  subject: string
  minutes?: number
  occurredOn: Day
  /** The id of the row that this one takes the place of. */
  corrects?: string
  /** The corrected row counts no more, and nothing replaces it. */
  isVoid?: boolean
  /** Who validated, why, which document: kept under a salted digest, so that retention can erase it. */
  payload?: Record<string, unknown>
}

/** Who records, for the audit log: null when the platform itself does. */
export type EvidenceActor = { actorId: string | null; requestId: string; now: Date }

/** Evidence that the frozen plan, or the evidence so far, does not allow: the act that carries it is rolled back. */
export class RefusedEvidence extends Error {
  readonly reason: EvidenceRefusal

  constructor(reason: EvidenceRefusal) {
    super(`Evidence refused: ${reason}`)
    this.name = 'RefusedEvidence'
    this.reason = reason
  }
}

/**
 * Appends evidence to the chain, with its audit row (auditEvidence), and settles what it adds up to: all in the transaction of the act
 * that it stems from. Lessons, tests and observations are recorded once: repeating one gives the row that is there.
 * An enrolment that was left still takes evidence of what happened before (an attempt that closes by time); who may
 * record, and when, is for the command that calls.
 * Reads no more than the evidence of this enrolment and module, whatever the history of others.
 *
 * @returns the id of the row
 * @throws RefusedEvidence when the frozen plan or the rows so far do not allow it
 */
export async function recordEvidence(tx: Transaction, actor: EvidenceActor, evidence: NewEvidence): Promise<string> {
  const { enrolmentId, moduleSlug, kind, subject, minutes, occurredOn, corrects, isVoid = false } = evidence
  const enrolment = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: { id: true, personId: true, versionId: true, profile: true, completedAt: true },
  })
  const profile = enrolment.profile as Profile
  // Frozen rows never change, so they are not read through the transaction.
  const plan = await frozenPlan(enrolment.versionId)
  const module = moduleOf(plan, moduleSlug)
  const requirements = module && requirementsOf(module, profile)
  const rows = await readEvidence(tx, enrolmentId, moduleSlug)

  const same = corrects === undefined && sameEvidence(evidence, rows)
  if (same) return same.id
  const refused = refuseEvidence(evidence, requirements, rows, dayOf(actor.now))
  if (refused || !requirements) throw new RefusedEvidence(refused ?? 'not-taken')

  const last = await tx.evidence.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, digest: true } })
  const row = {
    id: randomUUID(),
    enrolmentId,
    moduleSlug,
    kind,
    subject,
    minutes: minutes ?? null,
    occurredOn,
    recordedAt: actor.now,
    recordedById: actor.actorId,
    corrects: corrects ?? null,
    isVoid,
  }
  const link = linkAfter(last, evidenceFields(row), evidence.payload ?? {})
  await tx.evidence.create({ data: { ...row, ...link }, select: { seq: true } })
  await auditEvidence(tx, actor, evidence, { id: row.id, digest: link.digest, personId: enrolment.personId })
  await settleProgress(tx, { ...enrolment, profile }, plan, moduleSlug, requirements, [...rows, row])
  return row.id
}

/** The evidence of an enrolment in one module, in order, as the rules read it. */
export async function readEvidence(
  tx: Pick<Transaction, 'evidence'>,
  enrolmentId: string,
  moduleSlug: string,
): Promise<EvidenceRow[]> {
  const rows = await tx.evidence.findMany({
    where: { enrolmentId, moduleSlug },
    orderBy: { seq: 'asc' },
    select: { id: true, kind: true, subject: true, minutes: true, recordedAt: true, corrects: true, isVoid: true },
  })
  return rows.map((row) => ({ ...row, kind: row.kind as EvidenceKind }))
}

/**
 * The log names the row by its digest and tells nothing of what was learnt, which who reads the log may not see. Of a
 * test it has the attempt that was handed in, of an observation its signature, good or not: one row more for those that
 * count would tell the outcome.
 */
async function auditEvidence(
  tx: Transaction,
  { actorId, requestId, now }: EvidenceActor,
  evidence: NewEvidence,
  { id, digest, personId }: { id: string; digest: string; personId: string },
): Promise<void> {
  if (evidence.kind === 'assessment' || evidence.kind === 'observation') return
  const payload = { enrolment: evidence.enrolmentId, evidence: id, digest }
  const act = { actorId, requestId, action: actionOf(evidence), objectType: 'person', objectId: personId }
  await writeAudit(tx, { ...act, payload }, now)
}

function actionOf({ kind, corrects }: NewEvidence) {
  if (corrects !== undefined) return 'evidence.correct'
  return kind === 'recognition' ? 'evidence.recognise' : 'evidence.record'
}
