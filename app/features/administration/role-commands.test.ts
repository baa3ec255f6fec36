import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findPasswordLink, redeemPasswordLink } from '~/features/auth/password-links.server'
import type { Grant, Scope } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { dayBefore } from '~/features/territory/rules/end-of-period'
import { nextDay } from '~/lib/dates'
import { database, transact } from '~/platform/database/client.server'
import { authority, makePerson } from '../../../tests/setup/people'
import { deactivatePerson } from './deactivate-person.server'
import { endRole } from './end-role.server'
import { grantRole } from './grant-role.server'
import { makePasswordLink } from './make-password-link.server'

const region: Scope = { kind: 'region' }
const bergamo: Scope = { kind: 'province', province: 'BG' }
const lodi: Scope = { kind: 'province', province: 'LO' }
const by = authority('roles.grant')
const provincial = authority('roles.grant', { scopes: [bergamo] })
const { today } = by
const lastAudit = () => database.auditEntry.findFirst({ orderBy: { seq: 'desc' } })
const rolesOf = (personId: string) => database.roleAssignment.findMany({ where: { personId } })
const seat = (over: Partial<Grant> = {}): Grant => ({
  role: 'committee',
  scope: region,
  seat: 'anpal',
  startsOn: today,
  ...over,
})
const idOf = async (personId: string) => (await rolesOf(personId))[0]?.id ?? ''

beforeAll(loadTerritory)

describe('grantRole', () => {
  test('writes the role and its audit row', async () => {
    const person = await makePerson({ homeEntryId: 'BG.cpi-albino' })
    const granted = await grantRole(provincial, person.id, {
      role: 'trainer',
      scope: bergamo,
      startsOn: '2019-10-01',
      endsOn: '2030-01-01',
    })
    expect(granted).toMatchObject({ ok: true })
    expect(await rolesOf(person.id)).toMatchObject([
      {
        role: 'trainer',
        scopeKind: 'province',
        scopeId: 'BG',
        seat: null,
        startsOn: '2019-10-01',
        endsOn: '2030-01-01',
      },
    ])
    expect(await lastAudit()).toMatchObject({ action: 'role.grant', objectId: person.id })
  })

  test('the place of a learner is the home entry, whatever was asked for', async () => {
    const person = await makePerson({ homeEntryId: 'BG.cpi-albino', profile: 'navigator' })
    await grantRole(by, person.id, { role: 'learner', scope: region, startsOn: today })
    expect(await rolesOf(person.id)).toMatchObject([{ role: 'learner', scopeKind: 'entry', scopeId: 'BG.cpi-albino' }])
  })

  test.each([
    ['a person out of reach', 'LO.cpi-lodi', { role: 'trainer', scope: bergamo, startsOn: today }, 'absent'],
    ['an admin', 'BG.cpi-albino', { role: 'admin', scope: bergamo, startsOn: today }, 'beyond-reach'],
    ['a scope out of reach', 'BG.cpi-albino', { role: 'trainer', scope: lodi, startsOn: today }, 'beyond-reach'],
    ['a scope too wide', 'BG.cpi-albino', { role: 'trainer', scope: region, startsOn: today }, 'scope-too-wide'],
    [
      'a place that is not there',
      'BG.cpi-albino',
      { role: 'trainer', scope: { kind: 'entry', entry: 'BG.x', province: 'BG' }, startsOn: today },
      'unknown-scope',
    ],
  ] as [string, string, Grant, string][])(
    'by a provincial admin: %s is refused',
    async (_, homeEntryId, grant, reason) => {
      const person = await makePerson({ homeEntryId })
      expect(await grantRole(provincial, person.id, grant)).toMatchObject({ ok: false, reason })
      expect(await rolesOf(person.id)).toEqual([])
    },
  )

  test('nobody gives a role to themselves', async () => {
    const admin = await makePerson({ roles: [{ role: 'admin' }] })
    const trainer: Grant = { role: 'trainer', scope: bergamo, startsOn: today }
    expect(await grantRole(authority('roles.grant', { actorId: admin.id }), admin.id, trainer)).toEqual({
      ok: false,
      reason: 'own-role',
      message: 'Un ruolo per te lo dà un altro amministratore',
    })
    expect(await rolesOf(admin.id)).toHaveLength(1)
  })

  test('by a provincial admin: somebody with roles beyond the province gets none', async () => {
    const person = await makePerson({ homeEntryId: 'BG.cpi-albino', roles: [{ role: 'plan-manager' }] })
    const trainer: Grant = { role: 'trainer', scope: bergamo, startsOn: today }
    expect(await grantRole(provincial, person.id, trainer)).toMatchObject({ ok: false, reason: 'beyond-reach' })
    expect(await rolesOf(person.id)).toHaveLength(1)
  })

  test('a link made before the role opens nothing any more', async () => {
    const person = await makePerson({ homeEntryId: 'BG.cpi-albino', withoutPassword: true })
    const link = await makePasswordLink(authority('people.write', { scopes: [bergamo] }), person.id)
    const token = link.ok ? link.value : ''
    expect(await findPasswordLink(token, by.now)).toMatchObject({ email: person.email })
    const refused = await grantRole(by, person.id, seat({ seat: undefined }))
    expect(refused).toMatchObject({ reason: 'seat-missing' })
    expect(await findPasswordLink(token, by.now)).toMatchObject({ email: person.email })
    expect(await grantRole(by, person.id, { role: 'admin', scope: region, startsOn: today })).toMatchObject({
      ok: true,
    })
    expect(await findPasswordLink(token, by.now)).toBeUndefined()
    expect(await redeemPasswordLink(token, 'una frase che ricordo bene', 'TEST-0000', by.now)).toMatchObject({
      reason: 'gone',
    })
  })

  test('two simultaneous grants of the same seat: one wins', async () => {
    const people = await Promise.all([makePerson(), makePerson(), makePerson()])
    const results = await Promise.all(people.map((person) => grantRole(by, person.id, seat())))
    expect(results.map((result) => (result.ok ? 'ok' : result.reason)).toSorted()).toEqual([
      'ok',
      'seat-taken',
      'seat-taken',
    ])
    expect(await database.roleAssignment.count({ where: { seat: 'anpal' } })).toBe(1)
  })

  test('a seat passes on from the day after its holder ends', async () => {
    const [first, second] = await Promise.all([makePerson(), makePerson()])
    const deputy = seat({ seat: 'region-deputy', startsOn: '2019-09-01' })
    expect(await grantRole(by, first.id, deputy)).toMatchObject({ ok: true })
    expect(await endRole(by, { personId: first.id, roleId: await idOf(first.id), endsOn: today })).toMatchObject({
      ok: true,
    })
    expect(await grantRole(by, second.id, { ...deputy, startsOn: today })).toMatchObject({ reason: 'seat-taken' })
    expect(await grantRole(by, second.id, { ...deputy, startsOn: nextDay(today) })).toMatchObject({ ok: true })
  })
})

describe('endRole', () => {
  test('sets the last day, and only once', async () => {
    const person = await makePerson({ roles: [{ role: 'trainer' }] })
    const end = { personId: person.id, roleId: await idOf(person.id), endsOn: dayBefore(today) }
    expect(await endRole(by, end)).toEqual({ ok: true, value: dayBefore(today) })
    expect(await endRole(by, end)).toMatchObject({ ok: false, reason: 'already-ended' })
    expect(await lastAudit()).toMatchObject({ action: 'role.end', objectId: person.id })
  })

  test('a role is ended on its own person’s page, and not above one’s reach', async () => {
    const [one, other] = await Promise.all([
      makePerson({ homeEntryId: 'BG.cpi-albino', roles: [{ role: 'trainer' }] }),
      makePerson({ homeEntryId: 'BG.cpi-albino' }),
    ])
    const roleId = await idOf(one.id)
    expect(await endRole(by, { personId: other.id, roleId, endsOn: today })).toMatchObject({ reason: 'absent' })
    expect(await endRole(provincial, { personId: one.id, roleId, endsOn: today })).toMatchObject({
      reason: 'beyond-reach',
    })
  })
})

test('by a provincial admin: no role ends of somebody with roles beyond the province', async () => {
  const person = await makePerson({
    homeEntryId: 'BG.cpi-albino',
    roles: [{ role: 'trainer', scope: bergamo }, { role: 'plan-manager' }],
  })
  const roleId = (await rolesOf(person.id)).find(({ role }) => role === 'trainer')?.id ?? ''
  const end = { personId: person.id, roleId, endsOn: today }
  expect(await endRole(provincial, end)).toMatchObject({ ok: false, reason: 'beyond-reach' })
  expect(await endRole(by, end)).toMatchObject({ ok: true })
})

describe('somebody always administers the whole region', () => {
  beforeEach(() => transact((tx) => tx.roleAssignment.deleteMany({ where: { role: 'admin' } })))
  const write = authority('people.write')

  test('the last one with a password cannot end or be deactivated', async () => {
    const last = await makePerson({ roles: [{ role: 'admin' }] })
    await makePerson({ roles: [{ role: 'admin' }], withoutPassword: true })
    await makePerson({ roles: [{ role: 'admin' }], deactivatedAt: new Date() })
    await makePerson({ roles: [{ role: 'admin', scope: bergamo }] })
    await makePerson({ roles: [{ role: 'admin', endsOn: '2019-12-31' }] })
    const end = { personId: last.id, roleId: await idOf(last.id), endsOn: '2090-01-01' }
    expect(await endRole(by, end)).toMatchObject({ ok: false, reason: 'last-admin' })
    expect(await deactivatePerson(write, last.id)).toMatchObject({ ok: false, reason: 'last-admin' })
    expect(await database.person.count({ where: { id: last.id, deactivatedAt: null } })).toBe(1)
  })

  test('of two who end each other at the same moment, one stays', async () => {
    const [one, other] = await Promise.all([
      makePerson({ roles: [{ role: 'admin' }] }),
      makePerson({ roles: [{ role: 'admin' }] }),
    ])
    const ends = await Promise.all(
      [one, other].map(async ({ id }) => ({ personId: id, roleId: await idOf(id), endsOn: dayBefore(today) })),
    )
    const results = await Promise.all(ends.map((end) => endRole(by, end)))
    expect(results.map((result) => (result.ok ? 'ok' : result.reason)).toSorted()).toEqual(['last-admin', 'ok'])
  })

  test('an admin without password may go: nothing is lost', async () => {
    await makePerson({ roles: [{ role: 'admin' }] })
    const idle = await makePerson({ roles: [{ role: 'admin' }], withoutPassword: true })
    expect(await deactivatePerson(write, idle.id)).toMatchObject({ ok: true })
  })
})
