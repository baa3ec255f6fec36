import { beforeAll, describe, expect, test } from 'vitest'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { bergamo, makeTrainer, observedLearner, observedModule, someForm } from '../../../tests/setup/observations'
import { someModule } from '../../../tests/setup/plans'
import { discardDraft } from './discard-draft.server'
import { saveDraft } from './save-draft.server'
import { startDraft, type WantedDraft } from './start-draft.server'

const now = new Date('2026-03-02T09:00:00Z')
const today = '2026-03-02'
let trainer: Awaited<ReturnType<typeof makeTrainer>>

beforeAll(async () => {
  await loadTerritory()
  trainer = await makeTrainer()
})

type Started = Partial<WantedDraft> & { enrolmentId: string }
const start = (wanted: Started, by = trainer.at(now)) =>
  startDraft(by, { moduleSlug: 'primo', kind: 'simulation', observedOn: today, ...wanted })
const drafts = (enrolmentId: string) => database.observationDraft.findMany({ where: { enrolmentId } })

async function draft() {
  const learner = await observedLearner()
  const started = await start({ enrolmentId: learner.enrolmentId })
  if (!started.ok) throw new Error(started.message)
  return { id: started.value.id, learner }
}
const bodyOf = async (id: string) =>
  JSON.parse((await database.observationDraft.findUnique({ where: { id } }))?.body ?? '')

describe('beginning an observation', () => {
  test('makes one draft, also when the button is pressed twice', async () => {
    const { enrolmentId } = await observedLearner()
    const wanted: Started = { enrolmentId, kind: 'real', setting: 'Allo sportello', informed: true }
    const both = await Promise.all([start(wanted), start(wanted)])
    const [row, ...more] = await drafts(enrolmentId)
    expect(more).toEqual([])
    expect(both.map((result) => result.ok && result.value)).toEqual([
      { id: row?.id, resumed: false },
      { id: row?.id, resumed: true },
    ])
    expect(row).toMatchObject({ observerId: trainer.id, moduleSlug: 'primo', revision: 1, corrects: null })
    expect(JSON.parse(row?.body ?? '')).toEqual({
      kind: 'real',
      observedOn: today,
      setting: 'Allo sportello',
      informed: true,
    })
    const other = await makeTrainer({ lastName: 'Altro' })
    expect(await start({ enrolmentId }, other.at(now))).toMatchObject({ ok: true, value: { resumed: false } })
  })

  test.each([
    ['the future', '2026-03-03', 'future'],
    ['before the enrolment', '2026-01-11', 'before-enrolment'],
    ['the day of the enrolment', '2026-01-12', undefined],
  ])('on a day of %s', async (_, observedOn, reason) => {
    const { enrolmentId } = await observedLearner()
    expect(await start({ enrolmentId, observedOn })).toMatchObject(reason ? { reason } : { ok: true })
    expect(await drafts(enrolmentId)).toHaveLength(reason ? 0 : 1)
  })

  test('on a day when the observer was no trainer there is refused', async () => {
    const fresh = await makeTrainer({ startsOn: '2026-02-20' })
    const { enrolmentId } = await observedLearner()
    const on = (observedOn: string) => start({ enrolmentId, observedOn }, fresh.at(now))
    expect(await on('2026-02-19')).toMatchObject({ reason: 'not-trainer-then' })
    expect(await on('2026-02-20')).toMatchObject({ ok: true })
  })

  test('of oneself, of who has left, of who has no account any more is refused', async () => {
    const learner = await observedLearner()
    const self = { ...trainer.at(now), actorId: learner.personId }
    expect(await start(learner, self)).toMatchObject({ reason: 'own' })
    await transact((tx) => tx.person.update({ where: { id: learner.personId }, data: { deactivatedAt: now } }))
    expect(await start(learner)).toMatchObject({ reason: 'left' })
    const left = await observedLearner()
    const gone = { activeKey: null, leftAt: now }
    await transact((tx) => tx.enrolment.update({ where: { id: left.enrolmentId }, data: gone }))
    expect(await start(left)).toMatchObject({ reason: 'left' })
  })

  test('in a module that the profile does not take, without form, without criteria of the profile, or invented', async () => {
    const onlyNavigator = {
      ...observedModule({ slug: 'navigator' }),
      hours: { navigator: { online: 1, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 } },
    }
    const otherCriteria = someForm(4).criteria.filter(({ id }) => id === 'C4')
    const modules = [
      onlyNavigator,
      someModule({ slug: 'senza' }),
      observedModule({ slug: 'altri', form: { ...someForm(), criteria: otherCriteria } }),
      observedModule(),
    ]
    const { enrolmentId } = await observedLearner({ modules, profile: 'operatore' })
    for (const moduleSlug of ['navigator', 'senza', 'altri', 'inventato']) {
      expect(await start({ enrolmentId, moduleSlug }), moduleSlug).toMatchObject({ reason: 'not-observable' })
    }
    expect(await start({ enrolmentId })).toMatchObject({ ok: true })
  })

  test('out of scope it is as if nobody were there; a posting of today brings into scope', async () => {
    const learner = await observedLearner({ homeEntryId: 'BG.cpi-albino' })
    const como = await makeTrainer({ scope: { kind: 'province', province: 'CO' } })
    const lovere = await makeTrainer({ scope: { kind: 'entry', entry: 'BG.cpi-lovere', province: 'BG' } })
    expect(await start(learner, como.at(now))).toMatchObject({ reason: 'absent' })
    expect(await start(learner, lovere.at(now))).toMatchObject({ reason: 'absent' })
    expect(await start({ enrolmentId: 'inventata' })).toMatchObject({ reason: 'absent' })
    expect(await start(learner, { ...trainer.at(now), actorId: null })).toMatchObject({ reason: 'absent' })
    const posting = { personId: learner.personId, entryId: 'BG.cpi-lovere', reason: 'Sostituzione', createdAt: now }
    await transact((tx) => tx.posting.create({ data: { id: learner.personId, ...posting, startsOn: today } }))
    expect(await start(learner, lovere.at(now))).toMatchObject({ ok: true })
    expect(await start({ ...learner, observedOn: '2026-03-01' }, lovere.at(now))).toMatchObject({
      reason: 'not-trainer-then',
    })
  })

  test('a place that the form does not name is refused', async () => {
    const { enrolmentId } = await observedLearner()
    expect(await start({ enrolmentId, setting: 'A casa' })).toMatchObject({ reason: 'unknown-setting' })
  })
})

describe('saving a draft', () => {
  const save = (id: string, revision: number, strength: string, by = trainer.at(now)) =>
    saveDraft(by, { id, revision, change: { strength } })

  test('each change makes a revision; one that is there already makes none', async () => {
    const { id } = await draft()
    expect(await save(id, 1, 'Ascolta')).toEqual({ ok: true, value: { revision: 2, at: now } })
    expect(await saveDraft(trainer.at(now), { id, revision: 2, change: { level: 3 } })).toMatchObject({
      value: { revision: 3 },
    })
    expect(await bodyOf(id)).toMatchObject({ strength: 'Ascolta', level: 3, kind: 'simulation' })
    // Its answer was lost on the way, and it is sent again with the revision that it knows.
    expect(await save(id, 1, 'Ascolta')).toMatchObject({ ok: true, value: { revision: 3 } })
  })

  test('on an older revision is a conflict: what is stored stays, and is told', async () => {
    const { id } = await draft()
    const both = await Promise.all([save(id, 1, 'Una'), save(id, 1, 'Altra')])
    expect(both.map(({ ok }) => ok)).toEqual([true, false])
    expect(both[1]).toMatchObject({ reason: 'conflict', stored: { revision: 2, body: { strength: 'Una' } } })
    expect(await bodyOf(id)).toMatchObject({ strength: 'Una' })
    expect(await save(id, 2, 'Altra')).toMatchObject({ ok: true })
  })

  test('of another trainer, also of the same place, is as if it were not there', async () => {
    const { id } = await draft()
    const other = await makeTrainer({ lastName: 'Altro', scope: bergamo })
    expect(await save(id, 1, 'Mia', other.at(now))).toMatchObject({ reason: 'absent' })
    expect(await save('inventata', 1, 'Mia')).toMatchObject({ reason: 'absent' })
    expect(await discardDraft(other.at(now), id)).toMatchObject({ reason: 'absent' })
    expect(await bodyOf(id)).not.toHaveProperty('strength')
  })

  test('thrown away, nothing of it is left', async () => {
    const { id } = await draft()
    expect(await discardDraft(trainer.at(now), id)).toEqual({ ok: true, value: null })
    expect(await database.observationDraft.findUnique({ where: { id } })).toBeNull()
    expect(await discardDraft(trainer.at(now), id)).toMatchObject({ reason: 'absent' })
    expect(await save(id, 1, 'Ancora')).toMatchObject({ reason: 'absent' })
  })
})
