import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ModuleContent, PlanOutline } from '~/features/curriculum/rules/module-content'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { createDraft } from './create-draft.server'
import { discardDraft } from './discard-draft.server'
import { findAllVersions } from './plan-versions.queries.server'
import type { Composition } from './rules/plan-document'
import { type CompositionChange, updateComposition } from './update-composition.server'
import { updateModuleSettings } from './update-module-settings.server'
import { updateSizing } from './update-sizing.server'

const modules = ['primo', 'secondo', 'terzo'].map((slug) => someModule({ slug })) as unknown as ModuleContent[]
const outline = { title: 'Piano di prova', modules: ['secondo', 'primo'], classSize: 15 }
const plan: PlanOutline = { ...outline, totals: {}, covers: [] }
vi.mock('~/features/curriculum/content.server', () => ({ content: () => ({ modules, plan }) }))

await loadTerritory()
const manager = await makePerson({ roles: [{ role: 'plan-manager' }] })
const by = (actorId: string = manager.id) => authority('plan.write', { actorId })

// Before any draft: the numbers that these plans are given are their own.
const first = await makePlan({ at: new Date('2019-10-01T09:00:00Z') })
const inForce = await makePlan({ at: new Date('2036-11-01T09:00:00Z') })
const review = await makePlan({ approved: false })
const returned = await makePlan({ approved: false })

async function draft(basedOnId?: string) {
  const created = await createDraft(by(), basedOnId)
  if (!created.ok) throw new Error(created.message)
  return created.value
}
async function read(versionId: string) {
  const version = await database.planVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: {
      number: true,
      revision: true,
      composition: true,
      basedOnId: true,
      authors: { select: { personId: true } },
    },
  })
  return { ...version, composition: JSON.parse(version.composition) as Composition }
}
const slugsOf = async (versionId: string) => (await read(versionId)).composition.modules.map(({ slug }) => slug)
const acts = (versionId: string) =>
  database.auditEntry.findMany({
    where: { objectId: versionId },
    orderBy: { seq: 'asc' },
    select: { action: true, actorId: true, payload: true },
  })
const rename = (title: string): CompositionChange => ({ kind: 'details', title, classSize: 15 })

describe('a first draft', () => {
  test('has the modules of the outline, the places of the act, the operators on duty, and an author', async () => {
    await makePerson({ profile: 'operatore', homeEntryId: 'BG.cpi-albino' })
    await makePerson({ profile: 'operatore', homeEntryId: 'BG.cpi-albino', deactivatedAt: new Date() })
    await makePerson({ profile: 'navigator', homeEntryId: 'BG.cpi-albino' })
    const id = await draft()
    const { composition, revision, authors } = await read(id)
    expect(await slugsOf(id)).toEqual(['secondo', 'primo'])
    expect(composition.title).toBe('Piano di prova')
    expect(revision).toBe(1)
    expect(authors).toEqual([{ personId: manager.id }])
    const { classSize, entries } = composition.sizing
    expect([classSize, entries.length]).toEqual([15, 64])
    expect(entries.reduce((sum, entry) => sum + entry.navigators, 0)).toBe(329)
    expect(entries.every(({ places, navigators }) => places === navigators)).toBe(true)
    expect(entries.find(({ entry }) => entry === 'BG.cpi-albino')?.operators).toBe(1)
    expect(await acts(id)).toMatchObject([{ action: 'plan.create', actorId: manager.id }])
  })

  test('holds no text: lessons and questions come from the content until submission', async () => {
    const stored = await database.planVersion.findUniqueOrThrow({ where: { id: await draft() } })
    expect(stored.composition).not.toMatch(/Un testo|Domanda|markdown|stem/)
  })

  test('has the highest number plus one, also when several begin at once', async () => {
    const highest = Math.max(...(await findAllVersions(by())).map(({ number }) => number))
    const ids = await Promise.all([draft(), draft(), draft()])
    const numbers = await Promise.all(ids.map(async (id) => (await read(id)).number))
    expect(numbers.sort((a, b) => a - b)).toEqual([highest + 1, highest + 2, highest + 3])
  })

  test('from an earlier version takes what it asked for, over the table of the act', async () => {
    const first = await draft()
    await updateComposition(by(), { versionId: first, revision: 1 }, { kind: 'remove', module: 'primo' })
    await updateSizing(by(), { versionId: first, revision: 2 }, [
      { entry: 'BG.cpi-albino', navigators: 9, operators: 4 },
    ])
    const second = await read(await draft(first))
    expect(second.composition).toEqual((await read(first)).composition)
    expect(second).toMatchObject({ basedOnId: first, revision: 1 })
  })

  test('from a draft has that one’s authors too: they wrote it; from a submitted version it has its own alone', async () => {
    const other = await makePerson({ roles: [{ role: 'plan-manager' }] })
    const authorsOf = async (versionId: string) =>
      (await database.planAuthor.findMany({ where: { versionId } })).map(({ personId }) => personId).sort()
    const begun = await createDraft(by(other.id), await draft())
    if (!begun.ok) throw new Error(begun.message)
    expect(await authorsOf(begun.value)).toEqual([manager.id, other.id].sort())
    const submitted = await draft()
    await transact((tx) => tx.planVersion.update({ where: { id: submitted }, data: { submittedAt: new Date() } }))
    const again = await createDraft(by(other.id), submitted)
    if (!again.ok) throw new Error(again.message)
    expect(await authorsOf(again.value)).toEqual([other.id])
  })

  test('from nothing is refused', async () => {
    expect(await createDraft(by(), 'inventata')).toMatchObject({ ok: false, reason: 'absent' })
  })
})

describe('editing', () => {
  let id: string
  beforeEach(async () => {
    id = await draft()
  })

  test.each<[string, CompositionChange, string[]]>([
    ['add', { kind: 'add', module: 'terzo' }, ['secondo', 'primo', 'terzo']],
    ['remove', { kind: 'remove', module: 'secondo' }, ['primo']],
    ['move up', { kind: 'move', module: 'primo', direction: 'up' }, ['primo', 'secondo']],
    ['move down', { kind: 'move', module: 'secondo', direction: 'down' }, ['primo', 'secondo']],
  ])('%s a module', async (_, change, slugs) => {
    expect(await updateComposition(by(), { versionId: id, revision: 1 }, change)).toMatchObject({ ok: true })
    expect(await slugsOf(id)).toEqual(slugs)
    expect((await read(id)).revision).toBe(2)
    const [, act] = await acts(id)
    expect(act).toMatchObject({ action: 'plan.update', actorId: manager.id })
    expect(JSON.parse(act?.payload ?? '')).toMatchObject({ revision: 2, change: change.kind })
  })

  test('title and class size', async () => {
    await updateComposition(by(), { versionId: id, revision: 1 }, { kind: 'details', title: 'Altro', classSize: 12 })
    const { composition } = await read(id)
    expect([composition.title, composition.sizing.classSize, composition.sizing.entries.length]).toEqual([
      'Altro',
      12,
      64,
    ])
    // Free text stays out of the log.
    expect(JSON.stringify(await acts(id))).not.toContain('Altro')
  })

  test('settings of a module', async () => {
    const { hours, assessment } = someModule({ slug: 'x' })
    const settings = { hours: { navigator: hours.navigator }, prerequisites: ['secondo'], assessment }
    expect(await updateModuleSettings(by(), { versionId: id, revision: 1 }, 'primo', settings)).toMatchObject({
      ok: true,
    })
    expect((await read(id)).composition.modules[1]).toEqual({ slug: 'primo', ...settings })
  })

  test('people: places stay those of the act, an entry of another world falls away', async () => {
    const people = [
      { entry: 'BG.cpi-albino', navigators: 99, operators: 3 },
      { entry: 'XX.inventata', navigators: 5, operators: 5 },
    ]
    await updateSizing(by(), { versionId: id, revision: 1 }, people)
    const { entries } = (await read(id)).composition.sizing
    expect(entries).toHaveLength(64)
    const albino = (await database.entry.findUniqueOrThrow({ where: { id: 'BG.cpi-albino' } })).navigatorPlaces
    expect(entries.find(({ entry }) => entry === 'BG.cpi-albino')).toMatchObject({ places: albino, navigators: 99 })
    expect(entries.reduce((sum, entry) => sum + entry.navigators + entry.operators, 0)).toBe(102)
  })

  test('whoever edits becomes an author, once', async () => {
    const other = await makePerson({ roles: [{ role: 'plan-manager' }] })
    await updateComposition(by(other.id), { versionId: id, revision: 1 }, rename('Uno'))
    await updateComposition(by(other.id), { versionId: id, revision: 2 }, rename('Due'))
    expect((await read(id)).authors.map(({ personId }) => personId).sort()).toEqual([manager.id, other.id].sort())
  })

  test('what changes nothing is no edit: no revision, no author, no audit row', async () => {
    const other = await makePerson({ roles: [{ role: 'plan-manager' }] })
    const change: CompositionChange = { kind: 'move', module: 'secondo', direction: 'up' }
    expect(await updateComposition(by(other.id), { versionId: id, revision: 1 }, change)).toMatchObject({ ok: true })
    expect(await read(id)).toMatchObject({ revision: 1, authors: [{ personId: manager.id }] })
    expect(await acts(id)).toHaveLength(1)
  })

  test('a module that is nowhere is refused', async () => {
    const seen = { versionId: id, revision: 1 }
    const { hours, prerequisites, assessment } = someModule({ slug: 'x' })
    const results = [
      await updateComposition(by(), seen, { kind: 'add', module: 'inventato' }),
      await updateComposition(by(), seen, { kind: 'remove', module: 'terzo' }),
      await updateComposition(by(), seen, { kind: 'move', module: 'terzo', direction: 'up' }),
      await updateModuleSettings(by(), seen, 'terzo', { hours, prerequisites, assessment }),
    ]
    expect(results.map((result) => !result.ok && result.reason)).toEqual(Array(4).fill('unknown-module'))
    expect((await read(id)).revision).toBe(1)
  })
})

describe('refusals', () => {
  const everyEdit = (versionId: string, revision: number) => {
    const seen = { versionId, revision }
    const { hours, prerequisites, assessment } = someModule({ slug: 'x' })
    return [
      () => updateComposition(by(), seen, rename('Altro titolo')),
      () => updateComposition(by(), seen, { kind: 'remove', module: 'primo' }),
      () => updateModuleSettings(by(), seen, 'primo', { hours, prerequisites, assessment: { ...assessment, cut: 1 } }),
      () => updateSizing(by(), seen, []),
      () => discardDraft(by(), seen),
    ]
  }
  async function reasons(versionId: string, revision: number) {
    const found = []
    for (const edit of everyEdit(versionId, revision)) {
      const result = await edit()
      found.push(result.ok ? 'ok' : result.reason)
    }
    return found
  }

  test('another revision than the one that was read: nothing changes', async () => {
    const id = await draft()
    await updateComposition(by(), { versionId: id, revision: 1 }, rename('Di un’altra persona'))
    const before = await read(id)
    expect(await reasons(id, 1)).toEqual(Array(5).fill('conflict'))
    expect(await reasons(id, 3)).toEqual(Array(5).fill('conflict'))
    expect(await read(id)).toEqual(before)
    expect(await acts(id)).toHaveLength(2)
  })

  test('a submitted version does not change', async () => {
    expect(await reasons(review.versionId, 1)).toEqual(Array(5).fill('submitted'))
  })

  test('a version that is not there', async () => {
    expect(await reasons('inventata', 1)).toEqual(Array(5).fill('absent'))
  })
})

describe('two people at once', () => {
  test.each([2, 8])('%i edits of the same revision: exactly one wins, the others are told', async (count) => {
    const id = await draft()
    const results = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        updateComposition(by(), { versionId: id, revision: 1 }, rename(`Titolo ${index}`)),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.flatMap((result) => (result.ok ? [] : result.reason))).toEqual(Array(count - 1).fill('conflict'))
    const { revision, composition } = await read(id)
    expect(revision).toBe(2)
    expect(composition.title).toBe(`Titolo ${results.findIndex(({ ok }) => ok)}`)
    expect(await acts(id)).toHaveLength(2)
  })

  test('a module and the people of the entries: no edit is lost without a word', async () => {
    const id = await draft()
    const seen = { versionId: id, revision: 1 }
    const [module, sizing] = await Promise.all([
      updateComposition(by(), seen, { kind: 'remove', module: 'primo' }),
      updateSizing(by(), seen, [{ entry: 'BG.cpi-albino', navigators: 1, operators: 1 }]),
    ])
    expect([module.ok, sizing.ok].filter(Boolean)).toHaveLength(1)
  })

  test('an edit and the discarding of the draft: one of them', async () => {
    const id = await draft()
    const seen = { versionId: id, revision: 1 }
    const [edited, discarded] = await Promise.all([
      updateComposition(by(), seen, rename('Ancora')),
      discardDraft(by(), seen),
    ])
    expect([edited.ok, discarded.ok].filter(Boolean)).toHaveLength(1)
    expect(await database.planVersion.count({ where: { id } })).toBe(edited.ok ? 1 : 0)
  })
})

describe('a discarded draft', () => {
  test('is gone with its authors; the log remembers it', async () => {
    const id = await draft()
    expect(await discardDraft(by(), { versionId: id, revision: 1 })).toMatchObject({ ok: true })
    expect(await database.planVersion.count({ where: { id } })).toBe(0)
    expect(await database.planAuthor.count({ where: { versionId: id } })).toBe(0)
    expect((await acts(id)).map(({ action }) => action)).toEqual(['plan.create', 'plan.discard'])
  })
})

describe('the list of versions', () => {
  test('says of each what it is, the latest first', async () => {
    await transact((tx) =>
      tx.planDecision.create({
        data: {
          versionId: returned.versionId,
          outcome: 'returned',
          closedAt: new Date(),
          documentHash: '',
          voteHead: '',
          rule: '{}',
        },
      }),
    )
    const started = await draft()
    const versions = await findAllVersions(by())
    const stateOf = (id: string) => versions.find((version) => version.id === id)?.state
    expect([first, inForce, review, returned].map(({ versionId }) => stateOf(versionId))).toEqual([
      'superseded',
      'in-force',
      'in-review',
      'returned',
    ])
    expect(stateOf(started)).toBe('draft')
    expect(versions.map(({ number }) => number)).toEqual(versions.map(({ number }) => number).toSorted((a, b) => b - a))
  })
})
