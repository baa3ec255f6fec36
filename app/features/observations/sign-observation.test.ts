import { beforeAll, describe, expect, test } from 'vitest'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { makeTrainer, observedLearner, observedModule, someBody, someForm } from '../../../tests/setup/observations'
import type { DraftBody, Rating } from './rules/observation'
import { saveDraft } from './save-draft.server'
import { signObservation } from './sign-observation.server'
import { startCorrection } from './start-correction.server'
import { startDraft } from './start-draft.server'
import { verifyObservations } from './verify-observations.server'
import { voidObservation } from './void-observation.server'

const now = new Date('2026-03-02T09:00:00Z')
const observedOn = '2026-03-02'
let trainer: Awaited<ReturnType<typeof makeTrainer>>

beforeAll(async () => {
  await loadTerritory()
  trainer = await makeTrainer()
})

type Learner = Awaited<ReturnType<typeof observedLearner>>

/** A draft with all that a signature needs. */
async function ready({
  learner,
  marks,
  more,
  by = trainer,
}: {
  learner: Learner
  marks?: Record<string, Rating>
  more?: DraftBody
  by?: typeof trainer
}) {
  const { enrolmentId, profile } = learner
  const started = await startDraft(by.at(now), { enrolmentId, moduleSlug: 'primo', kind: 'simulation', observedOn })
  if (!started.ok) throw new Error(started.message)
  const { id } = started.value
  const saved = await saveDraft(by.at(now), {
    id,
    revision: 1,
    change: { ...someBody(someForm(), profile, marks), ...more },
  })
  if (!saved.ok) throw new Error(saved.message)
  return { id, revision: saved.value.revision, learner, enrolmentId }
}
const sign = ({ id, revision }: { id: string; revision: number }, by = trainer) =>
  signObservation(by.at(now), { id, revision })
const rowOf = (id: string) => database.observation.findUnique({ where: { id } })
const observationMet = async (enrolmentId: string) =>
  (await database.moduleProgress.findFirst({ where: { enrolmentId } }))?.observationMet ?? false

describe('signing', () => {
  test('makes the row of the draft’s id, with outcome, words and digest; the draft is gone, the evidence is there', async () => {
    const draft = await ready({ learner: await observedLearner(), marks: { C2: 'partly' } })
    expect(await sign(draft)).toEqual({ ok: true, value: null })
    const row = await rowOf(draft.id)
    expect(row).toMatchObject({
      enrolmentId: draft.enrolmentId,
      observerId: trainer.id,
      kind: 'simulation',
      observedOn,
      criteria: 4,
      observed: 4,
      points: 7,
      criticalMet: true,
      sufficient: true,
      level: 3,
      signedAt: now,
      corrects: null,
      isVoid: false,
    })
    const payload = JSON.parse(row?.payload ?? '')
    expect(payload).toMatchObject({ strength: 'Ha ascoltato fino in fondo', ratings: { C2: { note: 'Nota su C2' } } })
    expect(await database.observationDraft.findUnique({ where: { id: draft.id } })).toBeNull()
    expect(await observationMet(draft.enrolmentId)).toBe(true)
    expect(await database.evidence.findFirst({ where: { subject: draft.id } })).toMatchObject({
      kind: 'observation',
      occurredOn: observedOn,
      recordedById: trainer.id,
    })
    expect(await verifyObservations()).toMatchObject({ ok: true })
  })

  test('the log names it, and tells neither outcome nor words', async () => {
    const learner = await observedLearner()
    const good = await ready({ learner })
    await sign(good)
    const bad = await ready({ learner, marks: { C1: 'notMet' } })
    await sign(bad)
    const rows = await database.auditEntry.findMany({ where: { objectId: learner.personId }, orderBy: { seq: 'asc' } })
    const acts = rows.filter(({ action }) => !action.startsWith('enrolment'))
    // Of both the same: a row more for those that count would tell which.
    expect(acts.map(({ action }) => action)).toEqual(['observation.sign', 'observation.sign'])
    const keys = acts.map(({ payload }) => Object.keys(JSON.parse(payload ?? '')))
    expect(keys).toEqual([
      ['observation', 'enrolment', 'digest'],
      ['observation', 'enrolment', 'digest'],
    ])
  })

  test('twice at the same moment: one row, and the second is told', async () => {
    const draft = await ready({ learner: await observedLearner() })
    const both = await Promise.all([sign(draft), sign(draft)])
    expect(both.map((result) => (result.ok ? 'signed' : result.reason)).sort()).toEqual(['already-signed', 'signed'])
    expect(await sign(draft)).toMatchObject({ reason: 'already-signed' })
    expect(await database.observation.count({ where: { enrolmentId: draft.enrolmentId } })).toBe(1)
    expect(await database.evidence.count({ where: { enrolmentId: draft.enrolmentId } })).toBe(1)
    expect(await saveDraft(trainer.at(now), { id: draft.id, revision: 9, change: { level: 1 } })).toMatchObject({
      reason: 'signed',
    })
  })

  test('another’s draft, or another’s signed one, is not there', async () => {
    const draft = await ready({ learner: await observedLearner() })
    const other = await makeTrainer({ lastName: 'Altro' })
    expect(await sign(draft, other)).toMatchObject({ reason: 'absent' })
    expect(await signObservation({ ...trainer.at(now), actorId: null }, draft)).toMatchObject({ reason: 'absent' })
    await sign(draft)
    expect(await sign(draft, other)).toMatchObject({ reason: 'absent' })
    expect(await sign({ id: 'inventata', revision: 1 })).toMatchObject({ reason: 'absent' })
  })

  test('a draft that changed since its summary was shown is refused', async () => {
    const draft = await ready({ learner: await observedLearner() })
    await saveDraft(trainer.at(now), { id: draft.id, revision: draft.revision, change: { level: 5 } })
    expect(await sign(draft)).toMatchObject({ reason: 'changed' })
    expect(await rowOf(draft.id)).toBeNull()
  })

  test('what is missing is refused, and the draft stays', async () => {
    const draft = await ready({ learner: await observedLearner(), more: { kind: 'real' } })
    expect(await sign(draft)).toMatchObject({ reason: 'incomplete' })
    expect(await database.observationDraft.findUnique({ where: { id: draft.id } })).not.toBeNull()
  })

  test('a learner who moved away, left, or whose day no longer fits since it was begun is refused', async () => {
    const moved = await ready({ learner: await observedLearner() })
    const home = { homeEntryId: 'CO.cpi-como' }
    await transact((tx) => tx.person.update({ where: { id: moved.learner.personId }, data: home }))
    expect(await sign(moved)).toMatchObject({ reason: 'moved' })
    const left = await ready({ learner: await observedLearner() })
    const gone = { activeKey: null, leftAt: now }
    await transact((tx) => tx.enrolment.update({ where: { id: left.enrolmentId }, data: gone }))
    expect(await sign(left)).toMatchObject({ reason: 'left' })
    const future = await ready({ learner: await observedLearner(), more: { observedOn: '2026-03-03' } })
    expect(await sign(future)).toMatchObject({ reason: 'future' })
    for (const { id } of [moved, left, future]) expect(await rowOf(id)).toBeNull()
  })

  test('a module that another version does not have: the draft of an enrolment always reads its own version', async () => {
    const draft = await ready({ learner: await observedLearner() })
    await observedLearner({ modules: [observedModule({ slug: 'altro' })] })
    expect(await sign(draft)).toMatchObject({ ok: true })
  })
})

describe('the requirement', () => {
  test('asks for as many as the plan says, of as many observers, good ones alone', async () => {
    const learner = await observedLearner({ modules: [observedModule({ rule: { required: 2, observers: 2 } })] })
    const other = await makeTrainer({ lastName: 'Altro' })
    const met: boolean[] = []
    for (const [by, marks] of [
      [trainer, {}],
      [trainer, {}],
      [other, { C1: 'partly' }],
      [other, {}],
    ] as const) {
      const draft = await ready({ learner, marks, by })
      expect(await sign(draft, by)).toMatchObject({ ok: true })
      met.push(await observationMet(learner.enrolmentId))
    }
    expect(met).toEqual([false, false, false, true])
  })
})

describe('the action that was agreed before', () => {
  test('returns with what became of it; one that is not the last is left out', async () => {
    const learner = await observedLearner()
    const first = await ready({ learner })
    await sign(first)
    const earlierAction = { observationId: first.id, outcome: 'done' as const }
    const second = await ready({ learner, more: { earlierAction } })
    await sign(second)
    expect(JSON.parse((await rowOf(second.id))?.payload ?? '')).toMatchObject({ earlierAction })
    const third = await ready({ learner, more: { earlierAction } })
    await sign(third)
    expect(JSON.parse((await rowOf(third.id))?.payload ?? '')).not.toHaveProperty('earlierAction')
  })
})

describe('a correction', () => {
  const reason = 'Avevo segnato il criterio sbagliato'
  const signed = async (marks?: Record<string, Rating>) => {
    const draft = await ready({ learner: await observedLearner(), marks })
    await sign(draft)
    return draft
  }
  const correct = async (id: string) => {
    const started = await startCorrection(trainer.at(now), id)
    if (!started.ok) throw new Error(started.message)
    return started.value
  }

  test('begins with all that was signed, once; the signed one counts until then', async () => {
    const { id, enrolmentId } = await signed()
    const draftId = await correct(id)
    expect(await correct(id)).toBe(draftId)
    const draft = await database.observationDraft.findUniqueOrThrow({ where: { id: draftId } })
    expect(draft.corrects).toBe(id)
    expect(JSON.parse(draft.body)).toEqual({
      kind: 'simulation',
      observedOn,
      ...someBody(someForm(), 'navigator'),
    })
    expect(await observationMet(enrolmentId)).toBe(true)
  })

  test('takes the place of the first, with its reason; the evidence follows', async () => {
    const { id, enrolmentId, learner } = await signed()
    const draftId = await correct(id)
    await saveDraft(trainer.at(now), {
      id: draftId,
      revision: 1,
      change: { ratings: { C1: { rating: 'notMet', note: 'Visto' } } },
    })
    expect(await signObservation(trainer.at(now), { id: draftId, revision: 2, reason })).toMatchObject({ ok: true })
    const row = await rowOf(draftId)
    expect(row).toMatchObject({ corrects: id, sufficient: false, isVoid: false })
    expect(JSON.parse(row?.payload ?? '')).toMatchObject({ reason })
    expect(await observationMet(enrolmentId)).toBe(false)
    const again = await correct(draftId)
    await saveDraft(trainer.at(now), {
      id: again,
      revision: 1,
      change: { ratings: { C1: { rating: 'met', note: undefined } } },
    })
    await signObservation(trainer.at(now), { id: again, revision: 2, reason })
    expect(await observationMet(enrolmentId)).toBe(true)
    const acts = await database.auditEntry.count({
      where: { action: 'observation.correct', objectId: learner.personId },
    })
    expect(acts).toBe(2)
    expect(await verifyObservations()).toMatchObject({ ok: true })
  })

  test('is possible also after the learner moved or left, on a day that fits', async () => {
    const { id, learner, enrolmentId } = await signed()
    const draftId = await correct(id)
    await transact(async (tx) => {
      await tx.person.update({ where: { id: learner.personId }, data: { homeEntryId: 'CO.cpi-como' } })
      await tx.enrolment.update({ where: { id: enrolmentId }, data: { activeKey: null, leftAt: now } })
    })
    await saveDraft(trainer.at(now), { id: draftId, revision: 1, change: { observedOn: '2026-01-01' } })
    expect(await signObservation(trainer.at(now), { id: draftId, revision: 2, reason })).toMatchObject({
      reason: 'before-enrolment',
    })
    await saveDraft(trainer.at(now), { id: draftId, revision: 2, change: { observedOn } })
    expect(await signObservation(trainer.at(now), { id: draftId, revision: 3, reason })).toMatchObject({ ok: true })
  })

  test('of what was corrected or voided meanwhile, or signed by another, is refused', async () => {
    const { id } = await signed()
    const draftId = await correct(id)
    await voidObservation(trainer.at(now), id, reason)
    expect(await signObservation(trainer.at(now), { id: draftId, revision: 1, reason })).toMatchObject({
      reason: 'not-standing',
    })
    expect(await startCorrection(trainer.at(now), id)).toMatchObject({ reason: 'not-standing' })
    const other = await makeTrainer({ lastName: 'Altro' })
    expect(await startCorrection(other.at(now), id)).toMatchObject({ reason: 'absent' })
    expect(await startCorrection(trainer.at(now), 'inventata')).toMatchObject({ reason: 'absent' })
  })
})
