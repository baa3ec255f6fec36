import { beforeAll, expect, test } from 'vitest'
import type { Scope } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database } from '~/platform/database/client.server'
import { authority, makePerson } from '../../../tests/setup/people'
import { endPosting } from './end-posting.server'
import { recordPosting } from './record-posting.server'

const by = authority('people.write')
const { today } = by
const posting = (personId: string, over: object = {}) => ({
  personId,
  entryId: 'BG.cpi-lovere',
  startsOn: '2019-10-01',
  reason: 'Carichi di lavoro',
  ...over,
})
const lastAudit = () => database.auditEntry.findFirst({ orderBy: { seq: 'desc' } })

beforeAll(loadTerritory)

test('a posting is recorded and ended, each with its audit row and without the free text', async () => {
  const person = await makePerson({ homeEntryId: 'BG.cpi-albino' })
  const recorded = await recordPosting(by, posting(person.id))
  const postingId = recorded.ok ? recorded.value : ''
  expect(await lastAudit()).toMatchObject({ action: 'posting.record', objectId: person.id })
  expect((await lastAudit())?.payload).not.toContain('Carichi')
  const end = { personId: person.id, postingId, endsOn: today }
  expect(await endPosting(by, end)).toEqual({ ok: true, value: today })
  expect(await lastAudit()).toMatchObject({ action: 'posting.end', objectId: person.id })
  const row = await database.posting.findUnique({ where: { id: postingId } })
  expect(row).toMatchObject({
    entryId: 'BG.cpi-lovere',
    startsOn: '2019-10-01',
    endsOn: today,
    reason: 'Carichi di lavoro',
  })
})

test.each([
  ['the home', { entryId: 'BG.cpi-albino' }, 'home-entry'],
  ['another province', { entryId: 'LO.cpi-lodi' }, 'other-province'],
  ['an entry that is not there', { entryId: 'BG.x' }, 'unknown-entry'],
  ['end before start', { endsOn: '2019-09-30' }, 'ends-before-start'],
])('%s is refused, and nothing is written', async (_, over, reason) => {
  const person = await makePerson({ homeEntryId: 'BG.cpi-albino' })
  const before = await database.auditEntry.count()
  expect(await recordPosting(by, posting(person.id, over))).toMatchObject({ ok: false, reason })
  expect(await database.posting.count({ where: { personId: person.id } })).toBe(0)
  expect(await database.auditEntry.count()).toBe(before)
})

test('two at once for the same days: one is recorded', async () => {
  const person = await makePerson({ homeEntryId: 'BG.cpi-albino' })
  const results = await Promise.all([recordPosting(by, posting(person.id)), recordPosting(by, posting(person.id))])
  expect(results.map((result) => (result.ok ? 'ok' : result.reason)).toSorted()).toEqual(['ok', 'overlap'])
})

test('out of reach is absent', async () => {
  const provincial = authority('people.write', { scopes: [{ kind: 'province', province: 'LO' }] })
  const person = await makePerson({ homeEntryId: 'BG.cpi-albino' })
  expect(await recordPosting(provincial, posting(person.id))).toMatchObject({ reason: 'absent' })
  const recorded = await recordPosting(by, posting(person.id))
  const postingId = recorded.ok ? recorded.value : ''
  const other = await makePerson({ homeEntryId: 'BG.cpi-albino' })
  expect(await endPosting(provincial, { personId: person.id, postingId, endsOn: today })).toMatchObject({
    reason: 'absent',
  })
  expect(await endPosting(by, { personId: other.id, postingId, endsOn: today })).toMatchObject({ reason: 'absent' })
})

const bergamo: Scope = { kind: 'province', province: 'BG' }
const albino: Scope = { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }

test('an entry beyond the administrator’s own is refused, even in the same province', async () => {
  const person = await makePerson({ homeEntryId: 'BG.cpi-albino' })
  const atAlbino = authority('people.write', { scopes: [albino] })
  expect(await recordPosting(atAlbino, posting(person.id))).toMatchObject({ ok: false, reason: 'entry-beyond-reach' })
  expect(await database.posting.count({ where: { personId: person.id } })).toBe(0)
  const provincial = authority('people.write', { scopes: [bergamo] })
  expect(await recordPosting(provincial, posting(person.id))).toMatchObject({ ok: true })
})

test('the periods of somebody with roles beyond the administrator’s scope are not theirs', async () => {
  const person = await makePerson({ homeEntryId: 'BG.cpi-albino', roles: [{ role: 'plan-manager' }] })
  const provincial = authority('people.write', { scopes: [bergamo] })
  expect(await recordPosting(provincial, posting(person.id))).toMatchObject({ ok: false, reason: 'beyond-reach' })
  const recorded = await recordPosting(by, posting(person.id))
  const end = { personId: person.id, postingId: recorded.ok ? recorded.value : '', endsOn: today }
  expect(await endPosting(provincial, end)).toMatchObject({ ok: false, reason: 'beyond-reach' })
  expect(await endPosting(by, end)).toMatchObject({ ok: true })
})
