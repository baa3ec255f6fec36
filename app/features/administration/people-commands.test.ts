import { beforeAll, describe, expect, test } from 'vitest'
import { findPasswordLink } from '~/features/auth/password-links.server'
import type { Scope } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { authority, makePerson } from '../../../tests/setup/people'
import { createPerson } from './create-person.server'
import { deactivatePerson } from './deactivate-person.server'
import { makePasswordLink } from './make-password-link.server'
import { findPerson } from './person.queries.server'
import { reactivatePerson } from './reactivate-person.server'
import { updatePerson } from './update-person.server'

const bergamo: Scope = { kind: 'province', province: 'BG' }
const provincial = authority('people.write', { scopes: [bergamo] })
const regional = authority('people.write')
const data = (over: object = {}) => ({ email: 'nuova@rotta.example', firstName: 'Nora', lastName: "D'Àngelo", ...over })
const lastAudit = () => database.auditEntry.findFirst({ orderBy: { seq: 'desc' } })
const count = () => database.auditEntry.count()

beforeAll(async () => {
  await loadTerritory()
  await makePerson({ email: 'altra@rotta.example', roles: [{ role: 'admin' }] })
})

describe('createPerson', () => {
  test('adds the person with folded names, and says so in the log', async () => {
    const created = await createPerson(regional, data({ profile: 'navigator', homeEntryId: 'BG.cpi-albino' }))
    const id = created.ok ? created.value : ''
    const row = await database.person.findUnique({ where: { id } })
    expect(row).toMatchObject({
      surnameKey: 'dangelo nora',
      firstNameKey: 'nora dangelo',
      passwordHash: null,
      revision: 1,
    })
    expect(await lastAudit()).toMatchObject({ action: 'person.create', objectType: 'person', objectId: id })
    expect((await lastAudit())?.payload).not.toContain('nuova@')
  })

  test.each([
    ['an e-mail that is taken', regional, data({ email: 'altra@rotta.example' }), 'email-taken'],
    ['an entry that is not there', regional, data({ email: 'x@rotta.example', homeEntryId: 'BG.x' }), 'unknown-entry'],
    ['a home elsewhere', provincial, data({ email: 'x@rotta.example', homeEntryId: 'LO.cpi-lodi' }), 'beyond-reach'],
    ['no home, by a provincial admin', provincial, data({ email: 'x@rotta.example' }), 'beyond-reach'],
  ] as const)('%s is refused, and nothing is written', async (_, by, person, reason) => {
    const before = [await count(), await database.person.count()]
    expect(await createPerson(by, person)).toMatchObject({ ok: false, reason })
    expect([await count(), await database.person.count()]).toEqual(before)
  })

  test('two at once with the same e-mail: one is added', async () => {
    const person = data({ email: 'gara@rotta.example' })
    const results = await Promise.all([createPerson(regional, person), createPerson(regional, person)])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
  })
})

describe('updatePerson', () => {
  test('changes data, raises the revision, moves the learner’s role to the new home', async () => {
    const person = await makePerson({
      profile: 'navigator',
      homeEntryId: 'BG.cpi-albino',
      roles: [
        { role: 'learner', scope: { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' } },
        { role: 'learner', scope: { kind: 'entry', entry: 'BG.cpi-clusone', province: 'BG' }, endsOn: '2019-02-01' },
      ],
    })
    const wanted = {
      email: person.email,
      firstName: 'Ada',
      lastName: 'Nuova',
      profile: 'navigator' as const,
      homeEntryId: 'BG.cpi-lovere',
    }
    expect(await updatePerson(provincial, person.id, 1, wanted)).toEqual({
      ok: true,
      value: ['lastName', 'homeEntryId'],
    })
    const row = await findPerson(regional, person.id)
    expect(row).toMatchObject({ lastName: 'Nuova', homeEntryId: 'BG.cpi-lovere', revision: 2 })
    expect(row?.roles.map(({ scope }) => (scope.kind === 'entry' ? scope.entry : scope.kind)).toSorted()).toEqual([
      'BG.cpi-clusone',
      'BG.cpi-lovere',
    ])
    expect(JSON.parse((await lastAudit())?.payload ?? '')).toEqual({
      changed: ['lastName', 'homeEntryId'],
      homeEntry: ['BG.cpi-albino', 'BG.cpi-lovere'],
    })
  })

  test('an edit of what somebody else changed meanwhile is a conflict, and changes nothing', async () => {
    const person = await makePerson()
    const wanted = (lastName: string) => ({ email: person.email, firstName: 'Ada', lastName })
    const results = await Promise.all(
      ['Una', 'Altra'].map((name) => updatePerson(regional, person.id, 1, wanted(name))),
    )
    expect(results.map((result) => (result.ok ? 'ok' : result.reason)).toSorted()).toEqual(['conflict', 'ok'])
    const winner = results[0]?.ok ? 'Una' : 'Altra'
    expect(await findPerson(regional, person.id)).toMatchObject({ lastName: winner, revision: 2 })
  })

  test('a link made before a change of home opens nothing any more; one made before another name does', async () => {
    const person = await makePerson({ homeEntryId: 'BG.cpi-albino', withoutPassword: true })
    const link = await makePasswordLink(provincial, person.id)
    const token = link.ok ? link.value : ''
    const wanted = { email: person.email, firstName: 'Ada', lastName: 'Nuova', homeEntryId: 'BG.cpi-albino' }
    expect(await updatePerson(regional, person.id, 1, wanted)).toMatchObject({ ok: true })
    expect(await findPasswordLink(token, regional.now)).toBeDefined()
    const moved = { ...wanted, homeEntryId: 'LO.cpi-lodi' }
    expect(await updatePerson(regional, person.id, 2, moved)).toMatchObject({ ok: true })
    expect(await findPasswordLink(token, regional.now)).toBeUndefined()
  })

  test('an e-mail that changes is in the log, before and after', async () => {
    const person = await makePerson({ email: 'prima@rotta.example' })
    const wanted = { email: 'dopo@rotta.example', firstName: 'Ada', lastName: 'Provati' }
    expect(await updatePerson(regional, person.id, 1, wanted)).toMatchObject({ ok: true })
    expect(JSON.parse((await lastAudit())?.payload ?? '')).toEqual({
      changed: ['email'],
      email: ['prima@rotta.example', 'dopo@rotta.example'],
    })
  })

  test('nothing changed writes nothing', async () => {
    const person = await makePerson()
    const before = await count()
    const same = { email: person.email, firstName: 'Ada', lastName: 'Provati' }
    expect(await updatePerson(regional, person.id, 1, same)).toEqual({ ok: true, value: [] })
    expect(await count()).toBe(before)
  })

  test.each([
    ['out of reach', { homeEntryId: 'LO.cpi-lodi' }, {}, 'absent'],
    ['a home out of reach', { homeEntryId: 'BG.cpi-albino' }, { homeEntryId: 'LO.cpi-lodi' }, 'home-beyond-reach'],
    ['no home any more', { homeEntryId: 'BG.cpi-albino' }, {}, 'home-beyond-reach'],
    [
      'a taken e-mail',
      { homeEntryId: 'BG.cpi-albino' },
      { homeEntryId: 'BG.cpi-albino', email: 'altra@rotta.example' },
      'email-taken',
    ],
    [
      'a region-wide admin',
      { homeEntryId: 'BG.cpi-albino', roles: [{ role: 'admin' as const }] },
      { homeEntryId: 'BG.cpi-albino' },
      'beyond-reach',
    ],
    ['an entry that is not there', { homeEntryId: 'BG.cpi-albino' }, { homeEntryId: 'BG.x' }, 'unknown-entry'],
  ])('by a provincial admin: %s is refused', async (_, traits, over, reason) => {
    const person = await makePerson(traits)
    const wanted = { email: person.email, firstName: 'Altro', lastName: 'Nome', ...over }
    expect(await updatePerson(provincial, person.id, 1, wanted)).toMatchObject({ ok: false, reason })
    expect(await database.person.findUnique({ where: { id: person.id } })).toMatchObject({
      firstName: 'Ada',
      revision: 1,
    })
  })
})

describe('deactivatePerson', () => {
  test('ends sessions and links in the same transaction; the roles stay', async () => {
    const person = await makePerson({ roles: [{ role: 'trainer' }] })
    const now = new Date()
    await transact((tx) =>
      tx.session.create({
        data: {
          idHash: person.id,
          personId: person.id,
          createdAt: now,
          lastSeenAt: now,
          expiresAt: now,
          absoluteExpiresAt: now,
          device: 'x',
        },
      }),
    )
    expect(await makePasswordLink(regional, person.id)).toMatchObject({ ok: true })
    expect(await deactivatePerson(regional, person.id)).toEqual({ ok: true, value: null })
    const where = { personId: person.id }
    expect(await database.session.count({ where })).toBe(0)
    expect(await database.passwordLink.count({ where })).toBe(0)
    expect(await database.roleAssignment.count({ where })).toBe(1)
    expect(await lastAudit()).toMatchObject({ action: 'person.deactivate', objectId: person.id })
    expect(await makePasswordLink(regional, person.id)).toMatchObject({ ok: false, reason: 'inactive' })
    expect(await deactivatePerson(regional, person.id)).toMatchObject({ ok: false, reason: 'already' })
    expect(await reactivatePerson(regional, person.id)).toEqual({ ok: true, value: null })
    expect(await reactivatePerson(regional, person.id)).toMatchObject({ ok: false, reason: 'already' })
  })

  test('nobody deactivates themselves', async () => {
    const admin = await makePerson({ roles: [{ role: 'admin' }] })
    const by = authority('people.write', { actorId: admin.id })
    expect(await deactivatePerson(by, admin.id)).toMatchObject({
      reason: 'self',
      message: 'Non puoi disattivare il tuo account',
    })
  })

  test('a provincial admin reaches neither other provinces nor a region-wide admin at home in the province', async () => {
    const elsewhere = await makePerson({ homeEntryId: 'LO.cpi-lodi' })
    const above = await makePerson({ homeEntryId: 'BG.cpi-albino', roles: [{ role: 'admin' }] })
    for (const command of [deactivatePerson, reactivatePerson, makePasswordLink]) {
      expect(await command(provincial, elsewhere.id)).toMatchObject({ ok: false, reason: 'absent' })
      expect(await command(provincial, above.id)).toMatchObject({ ok: false, reason: 'beyond-reach' })
    }
    expect(await findPerson(provincial, elsewhere.id)).toBeUndefined()
    expect(await findPerson(provincial, above.id)).toMatchObject({ beyondReach: true })
  })
})

test('a page never carries the hash of a password', async () => {
  const person = await makePerson()
  const view = await findPerson(regional, person.id)
  expect(view?.hasPassword).toBe(true)
  expect(JSON.stringify(view)).not.toContain('argon2')
})
