import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { linkAfter } from '~/platform/chain/salted-chain'
import { database, transact } from '~/platform/database/client.server'
import {
  bergamo,
  makeTrainer,
  observedLearner,
  observedModule,
  signedObservation,
} from '../../../tests/setup/observations'
import { authority } from '../../../tests/setup/people'
import { observationsAddress, readListCursors, readListFilters } from './list-filters.schema'
import { observationFields } from './observation-chain'
import { findOwnObservations, findPeoplesObservations, findSigned } from './observations.queries.server'
import { voidObservation } from './void-observation.server'

const albino: Scope = { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }
const manager = (scope: Scope = bergamo) => authority('progress.centre', { scopes: [scope] })
const ids = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id)

beforeAll(() => loadTerritory())

/** Copies a signed observation many times, in the chain, as if it had been signed as often. */
async function copies(id: string, count: number) {
  await transact(async (tx) => {
    const row = await tx.observation.findUniqueOrThrow({ where: { id } })
    let last = await tx.observation.findFirstOrThrow({ orderBy: { seq: 'desc' } })
    for (let index = 0; index < count; index += 1) {
      const { seq: _s, payload: _p, salt: _t, payloadDigest: _d, previous: _v, digest: _g, ...head } = row
      const copy = { ...head, id: `${id}-${index}` }
      last = await tx.observation.create({ data: { ...copy, ...linkAfter(last, observationFields(copy), {}) } })
    }
  })
}

async function answer(observationId: string, slot: string, verdict: string, seq: number) {
  await transact(async (tx) => {
    const last = await tx.observationResponse.findFirst({ orderBy: { seq: 'desc' } })
    const head = { id: `${observationId}-${slot}-${seq}`, observationId, slot, verdict, byId: 'x', at: new Date() }
    await tx.observationResponse.create({ data: { ...head, ...linkAfter(last, [head.id], {}) } })
  })
}

describe('what somebody signed', () => {
  test('the last first, with what has become of each; nobody else’s, and no row that only voids', async () => {
    const [trainer, other] = [await makeTrainer(), await makeTrainer({ lastName: 'Altro' })]
    const learner = await observedLearner()
    await signedObservation(learner, other.id)
    const toSee = await signedObservation(learner, trainer.id, { ratings: { C1: 'notMet' } })
    const seen = await signedObservation(learner, trainer.id)
    const disagreed = await signedObservation(learner, trainer.id)
    const confirmed = await signedObservation(learner, trainer.id)
    const voided = await signedObservation(learner, trainer.id)
    const corrected = await signedObservation(learner, trainer.id)
    const correction = await signedObservation(learner, trainer.id, { corrects: corrected })
    await answer(seen, 'learner', 'acknowledged', 1)
    await answer(disagreed, 'learner', 'disagreed', 2)
    await answer(confirmed, 'learner', 'disagreed', 3)
    await answer(confirmed, 'review', 'confirmed', 4)
    await voidObservation(trainer.at(), voided, 'Sbagliata')
    const { rows, next } = await findSigned(trainer.at(), {})
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      [correction, 'to-see'],
      [corrected, 'corrected'],
      [voided, 'voided'],
      [confirmed, 'confirmed'],
      [disagreed, 'to-review'],
      [seen, 'seen'],
      [toSee, 'to-see'],
    ])
    expect(next).toBeNull()
    expect(rows.at(-1)).toMatchObject({
      learner: 'Ada Provati',
      place: 'CPI Albino',
      observer: 'Teo Formatore',
      module: 'Modulo primo',
      kind: 'simulation',
      sufficient: false,
      level: 3,
    })
  })

  test('by province, centre and module', async () => {
    const trainer = await makeTrainer({ scope: { kind: 'region' } })
    const one = await signedObservation(await observedLearner(), trainer.id)
    const modules = [observedModule(), observedModule({ slug: 'secondo' })]
    const como = await observedLearner({ homeEntryId: 'CO.cpi-como', modules })
    const two = await signedObservation(como, trainer.id, { moduleSlug: 'secondo' })
    const three = await signedObservation(como, trainer.id)
    const found = async (filters: Parameters<typeof findSigned>[1]) => ids(await findSigned(trainer.at(), filters))
    expect(await found({})).toEqual([three, two, one])
    expect(await found({ provincia: 'CO' })).toEqual([three, two])
    expect(await found({ sede: 'BG.cpi-albino' })).toEqual([one])
    expect(await found({ sede: 'BG.cpi-albino', provincia: 'CO' })).toEqual([])
    expect(await found({ modulo: 'secondo' })).toEqual([two])
    expect(await found({ modulo: 'primo', provincia: 'CO' })).toEqual([three])
  })

  test('in pages of fifty', async () => {
    const trainer = await makeTrainer()
    const id = await signedObservation(await observedLearner(), trainer.id)
    await copies(id, 52)
    const first = await findSigned(trainer.at(), {})
    expect(first.rows).toHaveLength(50)
    const second = await findSigned(trainer.at(), {}, first.next ?? 0)
    expect(ids(second)).toEqual([`${id}-1`, `${id}-0`, id])
    expect(second.next).toBeNull()
  })
})

test('one’s own: those that wait to be seen, and the others; nobody else’s', async () => {
  const trainer = await makeTrainer()
  const [learner, other] = [await observedLearner(), await observedLearner()]
  const [seen, voided, unseen] = [
    await signedObservation(learner, trainer.id),
    await signedObservation(learner, trainer.id),
    await signedObservation(learner, trainer.id),
  ]
  await signedObservation(other, trainer.id)
  await answer(seen, 'learner', 'acknowledged', 5)
  await voidObservation(trainer.at(), voided, 'Sbagliata')
  expect(ids(await findOwnObservations(learner.authority, { unseen: true }))).toEqual([unseen])
  expect(ids(await findOwnObservations(learner.authority, { unseen: false }))).toEqual([voided, seen])
})

describe('those of a centre manager’s people', () => {
  test('that stand, by surname and the last first; within the scope, without texts', async () => {
    const trainer = await makeTrainer({ scope: { kind: 'region' } })
    const [anna, bruno] = [
      await observedLearner({ homeEntryId: 'PV.cpi-pavia' }),
      await observedLearner({ homeEntryId: 'PV.cpi-vigevano' }),
    ]
    await transact(async (tx) => {
      await tx.person.update({ where: { id: anna.personId }, data: { surnameKey: 'zeta anna' } })
      await tx.person.update({ where: { id: bruno.personId }, data: { surnameKey: 'alfa bruno' } })
    })
    const [one, two] = [await signedObservation(anna, trainer.id), await signedObservation(anna, trainer.id)]
    const three = await signedObservation(bruno, trainer.id)
    const voided = await signedObservation(bruno, trainer.id)
    await voidObservation(trainer.at(), voided, 'Sbagliata')
    const pavia = manager({ kind: 'province', province: 'PV' })
    const page = await findPeoplesObservations(pavia, {})
    expect(ids(page)).toEqual([three, two, one])
    expect(JSON.stringify(page)).not.toContain('Ha ascoltato')
    const own = manager({ kind: 'entry', entry: 'PV.cpi-pavia', province: 'PV' })
    expect(ids(await findPeoplesObservations(own, {}))).toEqual([two, one])
    expect(ids(await findPeoplesObservations(own, { sede: 'PV.cpi-vigevano' }))).toEqual([])
    expect(ids(await findPeoplesObservations(pavia, { modulo: 'altro' }))).toEqual([])
    expect(ids(await findPeoplesObservations(manager(albino), { provincia: 'PV' }))).toEqual([])
  })

  test('in pages of twenty people', async () => {
    const trainer = await makeTrainer({ scope: { kind: 'region' } })
    const home = { homeEntryId: 'LO.cpi-lodi' }
    const learner = await observedLearner(home)
    const id = await signedObservation(learner, trainer.id)
    await transact(async (tx) => {
      const person = await tx.person.findUniqueOrThrow({ where: { id: learner.personId } })
      const enrolment = await tx.enrolment.findUniqueOrThrow({ where: { id: learner.enrolmentId } })
      const row = await tx.observation.findUniqueOrThrow({ where: { id } })
      let last = await tx.observation.findFirstOrThrow({ orderBy: { seq: 'desc' } })
      for (let index = 10; index < 32; index += 1) {
        const name = `lodi${index}`
        await tx.person.create({ data: { ...person, id: name, email: name, surnameKey: name } })
        await tx.enrolment.create({ data: { ...enrolment, id: name, personId: name, activeKey: name } })
        const { seq: _s, payload: _p, salt: _t, payloadDigest: _d, previous: _v, digest: _g, ...head } = row
        const copy = { ...head, id: name, enrolmentId: name }
        last = await tx.observation.create({ data: { ...copy, ...linkAfter(last, observationFields(copy), {}) } })
      }
    })
    const lodi = manager({ kind: 'province', province: 'LO' })
    const first = await findPeoplesObservations(lodi, {})
    expect(ids(first)).toEqual(Array.from({ length: 20 }, (_, index) => `lodi${index + 10}`))
    const second = await findPeoplesObservations(lodi, {}, first.next ?? '')
    expect(ids(second)).toEqual(['lodi30', 'lodi31', id])
    expect(second.next).toBeNull()
  })
})

test('filters and cursors stand in the address; what cannot be one counts as none', async () => {
  const query = new URLSearchParams('provincia=BG&sede=no&modulo=primo&firmate=12&mie=-1&persona=')
  expect(readListFilters(query)).toEqual({ provincia: 'BG', sede: undefined, modulo: 'primo' })
  expect(readListCursors(query)).toEqual({ firmate: 12, mie: undefined, persona: undefined })
  expect(observationsAddress({ provincia: 'BG', firmate: 12 })).toBe('/osservazioni?provincia=BG&firmate=12')
  expect(observationsAddress({})).toBe('/osservazioni')
  expect(await database.observation.count()).toBeGreaterThan(0)
})
