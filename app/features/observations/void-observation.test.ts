import { beforeAll, describe, expect, test } from 'vitest'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { makeTrainer, observedLearner, observedModule, signedObservation } from '../../../tests/setup/observations'
import { verifyObservations } from './verify-observations.server'
import { voidObservation, voidObservationIn } from './void-observation.server'

const reason = 'Ho scelto la persona sbagliata'

beforeAll(() => loadTerritory())

async function signedOnce(required = 1) {
  const trainer = await makeTrainer()
  const learner = await observedLearner({ modules: [observedModule({ rule: { required } })] })
  return { trainer, learner, id: await signedObservation(learner, trainer.id) }
}
const met = async (enrolmentId: string) =>
  (await database.moduleProgress.findFirst({ where: { enrolmentId } }))?.observationMet

describe('voiding a signed observation', () => {
  test('adds a row with the reason and takes the evidence back; the first row stays as it was', async () => {
    const { trainer, learner, id } = await signedOnce()
    expect(await met(learner.enrolmentId)).toBe(true)
    const before = await database.observation.findUnique({ where: { id } })
    expect(await voidObservation(trainer.at(), id, reason)).toEqual({ ok: true, value: null })
    expect(await database.observation.findUnique({ where: { id } })).toEqual(before)
    const row = await database.observation.findUnique({ where: { corrects: id } })
    expect(row).toMatchObject({ isVoid: true, observerId: trainer.id, level: null, sufficient: false })
    expect(JSON.parse(row?.payload ?? '')).toEqual({ reason })
    expect(await met(learner.enrolmentId)).toBe(false)
    expect(await verifyObservations()).toMatchObject({ ok: true })
    const audit = await database.auditEntry.findMany({
      where: { action: 'observation.correct', objectId: learner.personId },
    })
    expect(audit).toHaveLength(1)
    expect(audit[0]?.payload).not.toContain('persona sbagliata')
  })

  test('when another observation still meets the requirement, the evidence names that one', async () => {
    const { trainer, learner, id } = await signedOnce()
    const other = await signedObservation(learner, trainer.id)
    expect(await voidObservation(trainer.at(), id, reason)).toMatchObject({ ok: true })
    expect(await met(learner.enrolmentId)).toBe(true)
    const rows = await database.evidence.findMany({ where: { enrolmentId: learner.enrolmentId, kind: 'observation' } })
    expect(rows.map(({ subject, isVoid }) => [subject, isVoid])).toEqual([
      [id, false],
      [other, false],
    ])
    expect(rows[1]?.corrects).toBe(rows[0]?.id)
  })

  test('once, also when two do it at the same moment; never a row that voids another', async () => {
    const { trainer, id } = await signedOnce()
    const both = await Promise.all([1, 2].map(() => voidObservation(trainer.at(), id, reason)))
    expect(both.map((result) => (result.ok ? 'voided' : result.reason)).sort()).toEqual(['not-standing', 'voided'])
    const row = await database.observation.findUniqueOrThrow({ where: { corrects: id } })
    expect(await voidObservation(trainer.at(), row.id, reason)).toMatchObject({ reason: 'not-standing' })
  })

  test('by its author alone, or by whoever another command lets', async () => {
    const { id } = await signedOnce()
    const other = await makeTrainer({ lastName: 'Altro' })
    expect(await voidObservation(other.at(), id, reason)).toMatchObject({ reason: 'absent' })
    expect(await voidObservation(other.at(), 'inventata', reason)).toMatchObject({ reason: 'absent' })
    expect(await voidObservation({ ...other.at(), actorId: null }, id, reason)).toMatchObject({ reason: 'absent' })
    const observation = await database.observation.findUniqueOrThrow({ where: { id } })
    const actor = { actorId: other.id, requestId: 'TEST-0000', now: new Date() }
    const voided = await transact((tx) => voidObservationIn(tx, actor, observation, 'Riesame'))
    expect(voided).toMatchObject({ ok: true })
  })
})
