import { randomUUID } from 'node:crypto'
import type { Profile } from '~/features/auth/rules/profiles'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { dayOf } from '~/lib/dates'
import { writeAudits } from '~/platform/audit/write-audits.server'
import { type ChainHead, linkAfter } from '~/platform/chain/salted-chain'
import type { Transaction } from '~/platform/database/client.server'
import { evidenceFields } from './evidence-chain'
import { type EvidenceActor, type NewEvidence, RefusedEvidence } from './record-evidence.server'
import type { EvidenceKind, EvidenceRow } from './rules/evidence'
import { refuseEvidence } from './rules/refuse-evidence'
import { type ModuleRequirements, requirementsOf } from './rules/requirements'
import { settleCompletion, settledValues } from './settle-progress.server'

/** Hours of somebody; `subject` is the mode. */
export type NewHours = Omit<NewEvidence, 'kind'>

/** The evidence of one enrolment and module while rows are added to it. */
type Place = {
  enrolment: { id: string; personId: string; profile: Profile; completedAt: Date | null }
  plan: FrozenPlan
  moduleSlug: string
  requirements: ModuleRequirements | undefined
  rows: EvidenceRow[]
}

/**
 * Records hours of many people in one transaction: what recordEvidence does for one row after another, with the same
 * chain, audit rows and progress, but each table is read once. A register of a hundred people would otherwise keep
 * everybody else's writing waiting.
 *
 * @returns the ids of the rows, in the order of the hours
 * @throws RefusedEvidence when the frozen plan or the rows so far do not allow one of them
 */
export async function recordHours(
  tx: Transaction,
  actor: EvidenceActor,
  hours: readonly NewHours[],
): Promise<string[]> {
  if (hours.length === 0) return []
  const places = await readPlaces(tx, hours)
  const today = dayOf(actor.now)
  let before: ChainHead = await tx.evidence.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, digest: true } })
  const written = hours.map(({ payload = {}, minutes, corrects, isVoid = false, ...one }) => {
    const place = placeOf(places, one)
    const wanted = { ...one, kind: 'hours' as const, minutes, corrects, isVoid }
    const refused = refuseEvidence(wanted, place.requirements, place.rows, today)
    if (refused) throw new RefusedEvidence(refused)
    const row = {
      ...wanted,
      id: randomUUID(),
      minutes: minutes ?? null,
      corrects: corrects ?? null,
      recordedAt: actor.now,
      recordedById: actor.actorId,
    }
    const link = linkAfter(before, evidenceFields(row), payload)
    before = link
    place.rows.push(row)
    return { ...row, ...link, personId: place.enrolment.personId }
  })
  await tx.evidence.createMany({ data: written.map(({ personId: _, ...row }) => row) })
  await writeAudits(
    tx,
    written.map((row) => auditEvent(actor, row)),
    actor.now,
  )
  await settle(tx, [...places.values()])
  return written.map(({ id }) => id)
}

type PlaceKey = { enrolmentId: string; moduleSlug: string }
const keyOf = ({ enrolmentId, moduleSlug }: PlaceKey) => `${enrolmentId} ${moduleSlug}`

function placeOf(places: ReadonlyMap<string, Place>, key: PlaceKey): Place {
  const place = places.get(keyOf(key))
  if (!place) throw new Error(`There is no enrolment ${key.enrolmentId}`)
  return place
}

async function readPlaces(tx: Transaction, hours: readonly PlaceKey[]): Promise<Map<string, Place>> {
  const enrolmentIds = [...new Set(hours.map(({ enrolmentId }) => enrolmentId))]
  const slugs = [...new Set(hours.map(({ moduleSlug }) => moduleSlug))]
  const enrolments = await tx.enrolment.findMany({
    where: { id: { in: enrolmentIds } },
    select: { id: true, personId: true, versionId: true, profile: true, completedAt: true },
  })
  const evidence = await tx.evidence.findMany({
    where: { enrolmentId: { in: enrolmentIds }, moduleSlug: { in: slugs } },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      enrolmentId: true,
      moduleSlug: true,
      kind: true,
      subject: true,
      minutes: true,
      recordedAt: true,
      corrects: true,
      isVoid: true,
    },
  })
  const wanted = new Set(hours.map(keyOf))
  const places = new Map<string, Place>()
  for (const { versionId, profile: text, ...head } of enrolments) {
    // Frozen rows never change, so they are not read through the transaction.
    const plan = await frozenPlan(versionId)
    const profile = text as Profile
    for (const moduleSlug of slugs) {
      const key = keyOf({ enrolmentId: head.id, moduleSlug })
      if (!wanted.has(key)) continue
      const module = moduleOf(plan, moduleSlug)
      const requirements = module && requirementsOf(module, profile)
      places.set(key, { enrolment: { ...head, profile }, plan, moduleSlug, requirements, rows: [] })
    }
  }
  for (const row of evidence) places.get(keyOf(row))?.rows.push({ ...row, kind: row.kind as EvidenceKind })
  return places
}

/** The same words as for one row: the log names it by its digest and tells nothing of what was learnt. */
function auditEvent(
  { actorId, requestId }: EvidenceActor,
  row: { id: string; enrolmentId: string; personId: string; digest: string; corrects: string | null },
) {
  return {
    actorId,
    requestId,
    action: row.corrects === null ? 'evidence.record' : 'evidence.correct',
    objectType: 'person',
    objectId: row.personId,
    payload: { enrolment: row.enrolmentId, evidence: row.id, digest: row.digest },
  }
}

/** Writes what each place adds up to, then whether each plan is complete. */
async function settle(tx: Transaction, places: readonly Place[]): Promise<void> {
  const enrolments = new Map(places.map(({ enrolment, plan }) => [enrolment.id, { enrolment, plan }]))
  const progress = await tx.moduleProgress.findMany({
    where: { enrolmentId: { in: [...enrolments.keys()] } },
    select: { enrolmentId: true, moduleSlug: true, completedAt: true },
  })
  const completions = new Map(progress.map((row) => [keyOf(row), row]))
  const created: (PlaceKey & ReturnType<typeof settledValues>)[] = []
  for (const { enrolment, moduleSlug, requirements, rows } of places) {
    if (!requirements) continue
    const key = { enrolmentId: enrolment.id, moduleSlug }
    const values = settledValues(requirements, rows)
    if (completions.has(keyOf(key))) {
      await tx.moduleProgress.update({
        where: { enrolmentId_moduleSlug: key },
        data: values,
        select: { moduleSlug: true },
      })
    } else created.push({ ...key, ...values })
    completions.set(keyOf(key), { ...key, completedAt: values.completedAt })
  }
  await tx.moduleProgress.createMany({ data: created })
  const settled = [...completions.values()]
  for (const { enrolment, plan } of enrolments.values()) {
    const own = settled.filter(({ enrolmentId }) => enrolmentId === enrolment.id)
    await settleCompletion(tx, enrolment, plan, own)
  }
}
