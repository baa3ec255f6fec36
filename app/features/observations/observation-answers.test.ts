import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { byHand, tampered } from '../../../tests/setup/by-hand'
import { bergamo, makeTrainer, observedLearner, signedObservation } from '../../../tests/setup/observations'
import { authority } from '../../../tests/setup/people'
import { type Acknowledgement, acknowledgeObservation } from './acknowledge-observation.server'
import { type Review, reviewObservation } from './review-observation.server'
import { findOpenReviews } from './reviews.queries.server'
import { verifyObservations, verifyResponses } from './verify-observations.server'
import { findWrongOpenReview } from './verify-open-reviews.server'
import { voidObservation } from './void-observation.server'

const comment = 'L’operatore mi aveva chiesto di intervenire'
const seen: Acknowledgement = { verdict: 'acknowledged' }
const disagree: Acknowledgement = { verdict: 'disagreed', comment }
const overturn: Review = { verdict: 'overturned', comment: 'Ha ragione: il criterio guardava altro' }
const confirm: Review = { verdict: 'confirmed', comment: 'Il criterio dice proprio questo' }
const como: Scope = { kind: 'province', province: 'CO' }

let second = ''

beforeAll(async () => {
  await loadTerritory()
  second = (await makeTrainer({ lastName: 'Secondo' })).id
})

async function signed() {
  const trainer = await makeTrainer()
  const learner = await observedLearner()
  return { trainer, learner, id: await signedObservation(learner, trainer.id) }
}
async function disagreed() {
  const made = await signed()
  expect(await acknowledgeObservation(made.learner.authority, made.id, disagree)).toMatchObject({ ok: true })
  return made
}
const reviewer = (actorId = second, scope = bergamo) => authority('observation.review', { actorId, scopes: [scope] })
const reasonsOf = (results: readonly { ok: boolean; reason?: string }[]) =>
  results.map((result) => (result.ok ? 'done' : result.reason)).sort()
const responsesTo = (observationId: string) =>
  database.observationResponse.findMany({ where: { observationId }, orderBy: { seq: 'asc' } })
const progressOf = (enrolmentId: string) => database.moduleProgress.findFirst({ where: { enrolmentId } })

describe('the acknowledgement', () => {
  test('is kept once, chained, told to the log by ids alone, and leaves the evidence as it is', async () => {
    const { learner, id } = await signed()
    const before = await progressOf(learner.enrolmentId)
    const evidence = await database.evidence.findMany({ where: { enrolmentId: learner.enrolmentId } })
    expect(evidence).toHaveLength(1)
    expect(await acknowledgeObservation(learner.authority, id, disagree)).toEqual({ ok: true, value: null })
    const [row] = await responsesTo(id)
    expect(row).toMatchObject({ slot: 'learner', verdict: 'disagreed', byId: learner.personId })
    expect(JSON.parse(row?.payload ?? '')).toEqual({ comment })
    expect(await verifyResponses()).toMatchObject({ ok: true })
    const audit = await database.auditEntry.findMany({
      where: { action: 'observation.acknowledge', objectId: learner.personId },
    })
    expect(audit).toHaveLength(1)
    expect(JSON.parse(audit[0]?.payload ?? '')).toEqual({
      observation: id,
      enrolment: learner.enrolmentId,
      response: row?.id,
      digest: row?.digest,
    })
    expect(await progressOf(learner.enrolmentId)).toEqual(before)
    expect(await database.evidence.findMany({ where: { enrolmentId: learner.enrolmentId } })).toEqual(evidence)
    expect(await acknowledgeObservation(learner.authority, id, seen)).toMatchObject({ reason: 'already-answered' })
    expect(await responsesTo(id)).toHaveLength(1)
  })

  test('of two given at the same moment one stands', async () => {
    const { learner, id } = await signed()
    const both = await Promise.all([seen, disagree].map((one) => acknowledgeObservation(learner.authority, id, one)))
    expect(reasonsOf(both)).toEqual(['already-answered', 'done'])
    expect(await responsesTo(id)).toHaveLength(1)
  })

  test('is for one’s own observation alone, and for none that only voids another', async () => {
    const { trainer, id } = await signed()
    const other = await observedLearner()
    expect(await acknowledgeObservation(other.authority, id, seen)).toMatchObject({ reason: 'absent' })
    expect(await acknowledgeObservation(other.authority, 'inventata', seen)).toMatchObject({ reason: 'absent' })
    const nobody = { ...other.authority, actorId: null }
    expect(await acknowledgeObservation(nobody, id, seen)).toMatchObject({ reason: 'absent' })
    expect(await responsesTo(id)).toEqual([])
    await voidObservation(trainer.at(), id, 'Persona sbagliata')
    const voiding = await database.observation.findUniqueOrThrow({
      where: { corrects: id },
      include: { enrolment: { select: { personId: true } } },
    })
    const learner = authority('learning.follow', { actorId: voiding.enrolment.personId })
    expect(await acknowledgeObservation(learner, voiding.id, seen)).toMatchObject({ reason: 'absent' })
  })

  test('comes too late for one that was voided or corrected meanwhile, also at the same moment', async () => {
    const { trainer, learner, id } = await signed()
    const [voided, answered] = await Promise.all([
      voidObservation(trainer.at(), id, 'Persona sbagliata'),
      acknowledgeObservation(learner.authority, id, seen),
    ])
    expect([voided.ok, answered]).toMatchObject([true, { reason: 'not-standing' }])
    const corrected = await signed()
    await signedObservation(corrected.learner, corrected.trainer.id, { corrects: corrected.id })
    expect(await acknowledgeObservation(corrected.learner.authority, corrected.id, disagree)).toMatchObject({
      reason: 'not-standing',
    })
    expect(await responsesTo(corrected.id)).toEqual([])
  })
})

describe('the review of a disagreement', () => {
  test('overturned, it voids the observation and takes the evidence back, in one go', async () => {
    const { learner, id } = await disagreed()
    expect(await progressOf(learner.enrolmentId)).toMatchObject({ observationMet: true })
    expect(await reviewObservation(reviewer(), id, overturn)).toEqual({ ok: true, value: null })
    expect(await progressOf(learner.enrolmentId)).toMatchObject({ observationMet: false })
    const voiding = await database.observation.findUnique({ where: { corrects: id } })
    expect(voiding).toMatchObject({ isVoid: true, observerId: second })
    const [, review] = await responsesTo(id)
    expect(review).toMatchObject({ slot: 'review', verdict: 'overturned', byId: second })
    expect(JSON.parse(review?.payload ?? '')).toEqual({ comment: overturn.comment })
    expect([await verifyResponses(), await verifyObservations()]).toMatchObject([{ ok: true }, { ok: true }])
    const audit = await database.auditEntry.findMany({ where: { objectId: learner.personId, actorId: second } })
    expect(audit.map(({ action }) => action)).toEqual(['observation.review', 'observation.correct'])
    expect(JSON.stringify(audit)).not.toContain('Ha ragione')
    expect(JSON.stringify(audit)).not.toContain('overturned')
  })

  test('confirmed, it leaves observation and evidence as they are', async () => {
    const { learner, id } = await disagreed()
    expect(await reviewObservation(reviewer(), id, confirm)).toEqual({ ok: true, value: null })
    expect(await database.observation.findUnique({ where: { corrects: id } })).toBeNull()
    expect(await progressOf(learner.enrolmentId)).toMatchObject({ observationMet: true })
  })

  test('of two decided at the same moment one stands', async () => {
    const { id } = await disagreed()
    const third = (await makeTrainer({ lastName: 'Terzo' })).id
    const both = await Promise.all([
      reviewObservation(reviewer(), id, overturn),
      reviewObservation(reviewer(third), id, confirm),
    ])
    expect(reasonsOf(both)).toEqual(['already-reviewed', 'done'])
    expect(await responsesTo(id)).toHaveLength(2)
    expect(await database.observation.count({ where: { corrects: id } })).toBe(both[0]?.ok ? 1 : 0)
  })

  test('is not for the author, nor for the learner, nor for who trains elsewhere', async () => {
    const { trainer, learner, id } = await disagreed()
    expect(await reviewObservation(reviewer(trainer.id), id, overturn)).toMatchObject({ reason: 'author' })
    expect(await reviewObservation(reviewer(learner.personId), id, overturn)).toMatchObject({ reason: 'own' })
    expect(await reviewObservation(reviewer(second, como), id, overturn)).toMatchObject({ reason: 'absent' })
    expect(await reviewObservation(reviewer(), 'inventata', overturn)).toMatchObject({ reason: 'absent' })
    const nobody = { ...reviewer(), actorId: null }
    expect(await reviewObservation(nobody, id, overturn)).toMatchObject({ reason: 'absent' })
    expect(await responsesTo(id)).toHaveLength(1)
  })

  test('needs a disagreement that still stands', async () => {
    const { trainer, learner, id } = await signed()
    expect(await reviewObservation(reviewer(), id, overturn)).toMatchObject({ reason: 'no-disagreement' })
    await acknowledgeObservation(learner.authority, id, seen)
    expect(await reviewObservation(reviewer(), id, overturn)).toMatchObject({ reason: 'no-disagreement' })
    const lapsed = await disagreed()
    await voidObservation(lapsed.trainer.at(), lapsed.id, 'Persona sbagliata')
    expect(await reviewObservation(reviewer(), lapsed.id, overturn)).toMatchObject({ reason: 'not-standing' })
    const voiding = await database.observation.findUniqueOrThrow({ where: { corrects: lapsed.id } })
    expect(await reviewObservation(reviewer(), voiding.id, overturn)).toMatchObject({ reason: 'absent' })
    expect(trainer.id).not.toBe(second)
  })

  test('reaches who works in the place today, posted there from elsewhere', async () => {
    const { learner, id } = await disagreed()
    const review = () => reviewObservation(reviewer(second, como), id, confirm)
    expect(await review()).toMatchObject({ reason: 'absent' })
    await transact(async (tx) => {
      await tx.posting.create({
        data: {
          id: `posting-${id}`,
          personId: learner.personId,
          entryId: 'CO.cpi-como',
          startsOn: '2019-01-01',
          reason: 'Rinforzo',
          createdAt: new Date(),
        },
      })
    })
    const { rows } = await findOpenReviews(reviewer(second, como), 1)
    expect(rows.map((row) => row.id)).toContain(id)
    expect(await review()).toMatchObject({ ok: true })
  })
})

describe('the list of disagreements', () => {
  test('holds the open ones in reach, the longest waiting first, without one’s own', async () => {
    const open = await disagreed()
    const own = await disagreed()
    const decided = await disagreed()
    const lapsed = await disagreed()
    await reviewObservation(reviewer(), decided.id, confirm)
    await voidObservation(lapsed.trainer.at(), lapsed.id, 'Persona sbagliata')
    const ids = async (actorId: string, scope: Scope) =>
      (await findOpenReviews(reviewer(actorId, scope), 1)).rows.map(({ id }) => id)
    // The whole of it, from raw rows.
    const waiting = (await database.observationResponse.findMany({ orderBy: { seq: 'asc' } }))
      .filter(({ verdict }) => verdict === 'disagreed')
      .map(({ observationId }) => observationId)
    const reviewed = await database.observationResponse.findMany({ where: { slot: 'review' } })
    const taken = await database.observation.findMany({ select: { corrects: true } })
    const expected = waiting.filter(
      (id) =>
        !reviewed.some(({ observationId }) => observationId === id) && !taken.some(({ corrects }) => corrects === id),
    )
    expect(expected.slice(-2)).toEqual([open.id, own.id])
    expect(await ids(second, bergamo)).toEqual(expected)
    expect(await ids(second, { kind: 'region' })).toEqual(expected)
    expect(await ids(own.trainer.id, bergamo)).toEqual(expected.filter((id) => id !== own.id))
    expect(await ids(own.learner.personId, bergamo)).toEqual(expected.filter((id) => id !== own.id))
    expect(await ids(second, { kind: 'province', province: 'PV' })).toEqual([])
    const { rows } = await findOpenReviews(reviewer(), 1)
    expect(rows.at(-1)).toMatchObject({
      id: own.id,
      moduleTitle: 'Modulo primo',
      observer: 'Teo Formatore',
      entryName: 'CPI Albino',
    })
  })
})

test('a disagreement that waits no more, or waits without reason, is found', async () => {
  const { id } = await disagreed()
  const { seq } = await database.observation.findUniqueOrThrow({ where: { id } })
  const kept = `"OpenReview" WHERE observationId = '${id}'`
  expect(await findWrongOpenReview()).toBeNull()
  expect(await tampered('OpenReview', `DELETE FROM ${kept}`, findWrongOpenReview)).toBe(seq)
  await reviewObservation(reviewer(), id, confirm)
  const back = `INSERT INTO "OpenReview" (observationId, responseSeq) VALUES ('${id}', 0)`
  expect(await tampered('OpenReview', back, findWrongOpenReview)).toBe(seq)
  const lapsed = await disagreed()
  const own = await database.observation.findUniqueOrThrow({ where: { id: lapsed.id } })
  await voidObservation(lapsed.trainer.at(), lapsed.id, 'Persona sbagliata')
  expect(await findWrongOpenReview()).toBeNull()
  const again = `INSERT INTO "OpenReview" (observationId, responseSeq) VALUES ('${lapsed.id}', 0)`
  expect(await tampered('OpenReview', again, findWrongOpenReview)).toBe(own.seq)
})

test('what was answered stays: the database refuses to change, delete or replace it', async () => {
  const { id } = await disagreed()
  const [row] = await responsesTo(id)
  const change = (sql: string) => transact((tx) => tx.$executeRawUnsafe(sql))
  await expect(change(`UPDATE "ObservationResponse" SET "verdict" = 'acknowledged'`)).rejects.toThrow(/append-only/)
  await expect(change('DELETE FROM "ObservationResponse"')).rejects.toThrow(/append-only/)
  const columns = '"seq", "id", "observationId", "slot", "verdict", "byId", "at", "payloadDigest", "previous", "digest"'
  const copied = (seq: string, newId: string, slot: string) =>
    `INSERT OR REPLACE INTO "ObservationResponse" (${columns})
     SELECT ${seq}, ${newId}, "observationId", ${slot}, 'acknowledged', "byId", "at", "payloadDigest",
       (SELECT "digest" FROM "ObservationResponse" ORDER BY "seq" DESC LIMIT 1), "digest" || 'x'
     FROM "ObservationResponse" WHERE "id" = '${row?.id}'`
  const next = '(SELECT MAX("seq") + 1 FROM "ObservationResponse")'
  byHand((file) => {
    for (const [seq, newId, slot] of [
      ['"seq"', `'nuova'`, `'review'`],
      [next, '"id"', `'review'`],
      [next, `'nuova'`, '"slot"'],
    ] as const) {
      expect(() => file.exec(copied(seq, newId, slot)), `${seq} ${newId} ${slot}`).toThrow(/does not follow/)
    }
  })
  expect(await responsesTo(id)).toEqual([row])
})
