import { describe, expect, test } from 'vitest'
import { database, transact } from '~/platform/database/client.server'
import { makePerson, password } from '../../../tests/setup/people'
import { changePassword } from './change-password.server'
import { endOtherSessions, endOwnSession, signOut } from './end-sessions.server'
import { validateSession } from './lucia.server'
import { passwordMatches } from './password-hash.server'
import { findPasswordLink, issuePasswordLink, passwordLinkHours, redeemPasswordLink } from './password-links.server'
import { signIn } from './sign-in.server'
import type { SignedIn } from './signed-in.server'

const now = () => new Date()
const chosen = 'una frase tutta nuova'

async function signedIn(email: string, clientAddress: string): Promise<SignedIn> {
  const result = await signIn({ email, password, device: 'Firefox', clientAddress, requestId: 'T' }, now())
  if (!result.ok) throw new Error(result.message)
  const session = await validateSession(result.value.split(';')[0] ?? '')
  if (!session.signedIn) throw new Error('no session')
  return session.signedIn
}
const storedHash = async (id: string) => (await database.person.findUniqueOrThrow({ where: { id } })).passwordHash
const sessionCount = (personId: string) => database.session.count({ where: { personId } })

describe('redeemPasswordLink', () => {
  const issue = (personId: string) => transact((tx) => issuePasswordLink(tx, personId, now()))

  test('sets the password once, and ends sessions', async () => {
    const person = await makePerson()
    await signedIn(person.email, '10.1.0.1')
    const token = await issue(person.id)
    expect(await findPasswordLink(token, now())).toMatchObject({ id: person.id })
    expect(await redeemPasswordLink(token, chosen, 'T', now())).toMatchObject({ ok: true })
    expect(await passwordMatches(chosen, await storedHash(person.id))).toBe(true)
    expect(await sessionCount(person.id)).toBe(0)
    expect(await redeemPasswordLink(token, 'un’altra frase ancora', 'T', now())).toMatchObject({ reason: 'gone' })
    expect(await findPasswordLink(token, now())).toBeUndefined()
    expect(await database.auditEntry.count({ where: { objectId: person.id, action: 'password.set' } })).toBe(1)
  })

  test('of two simultaneous uses one wins', async () => {
    const person = await makePerson()
    const token = await issue(person.id)
    const results = await Promise.all(
      [chosen, `${chosen} bis`].map((text) => redeemPasswordLink(token, text, 'T', now())),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
  })

  test('a weak password does not use the link up', async () => {
    const person = await makePerson()
    const token = await issue(person.id)
    expect(await redeemPasswordLink(token, 'corta', 'T', now())).toMatchObject({ reason: 'weak' })
    expect(await redeemPasswordLink(token, chosen, 'T', now())).toMatchObject({ ok: true })
  })

  test('ends by its time, by a newer link, by deactivation; a made-up one never was', async () => {
    const person = await makePerson()
    const first = await issue(person.id)
    const late = new Date(Date.now() + passwordLinkHours * 3_600_000)
    expect(await findPasswordLink(first, late)).toBeUndefined()
    expect(await redeemPasswordLink(first, chosen, 'T', late)).toMatchObject({ reason: 'gone' })
    const second = await issue(person.id)
    expect(await redeemPasswordLink(first, chosen, 'T', now())).toMatchObject({ reason: 'gone' })
    await transact((tx) => tx.person.update({ where: { id: person.id }, data: { deactivatedAt: now() } }))
    expect(await redeemPasswordLink(second, chosen, 'T', now())).toMatchObject({ reason: 'gone' })
    expect(await redeemPasswordLink('inventato', chosen, 'T', now())).toMatchObject({ reason: 'gone' })
  })

  test('the token stands nowhere in the table', async () => {
    const person = await makePerson()
    const token = await issue(person.id)
    expect(JSON.stringify(await database.passwordLink.findMany())).not.toContain(token)
  })
})

describe('one’s own account', () => {
  test('changing the password ends the other sessions, keeps this one, and drops open links', async () => {
    const person = await makePerson()
    await signedIn(person.email, '10.2.0.1')
    const here = await signedIn(person.email, '10.2.0.1')
    const token = await transact((tx) => issuePasswordLink(tx, person.id, now()))
    const change = { current: password, chosen, clientAddress: '10.2.0.1', requestId: 'T' }
    expect(await changePassword(here, change, now())).toMatchObject({ ok: true })
    const left = await database.session.findMany({ where: { personId: person.id } })
    expect(left.map((session) => session.idHash)).toEqual([here.sessionHash])
    expect(await findPasswordLink(token, now())).toBeUndefined()
    expect(await passwordMatches(chosen, await storedHash(person.id))).toBe(true)
  })

  test.each([
    ['weak', { current: password, chosen: 'corta' }],
    ['wrong-proof', { current: 'non è questa', chosen }],
  ])('a change is refused as %s and changes nothing', async (reason, typed) => {
    const person = await makePerson()
    const here = await signedIn(person.email, '10.2.0.2')
    const before = await storedHash(person.id)
    const change = { ...typed, clientAddress: '10.2.0.2', requestId: 'T' }
    expect(await changePassword(here, change, now())).toMatchObject({ ok: false, reason })
    expect(await storedHash(person.id)).toBe(before)
  })

  test('a session that ended meanwhile changes no password', async () => {
    const person = await makePerson()
    const here = await signedIn(person.email, '10.2.0.9')
    await signOut(here, 'T', now())
    const before = await storedHash(person.id)
    const change = { current: password, chosen, clientAddress: '10.2.0.9', requestId: 'T' }
    expect(await changePassword(here, change, now())).toMatchObject({ ok: false })
    expect(await storedHash(person.id)).toBe(before)
  })

  test('one ends one’s own sessions, and nobody else’s', async () => {
    const [mine, other] = [await makePerson(), await makePerson()]
    const first = await signedIn(mine.email, '10.2.0.3')
    const second = await signedIn(mine.email, '10.2.0.3')
    const theirs = await signedIn(other.email, '10.2.0.3')
    expect(await endOwnSession(first, theirs.sessionHash, 'T', now())).toBe(false)
    expect(await sessionCount(other.id)).toBe(1)
    expect(await endOwnSession(first, second.sessionHash, 'T', now())).toBe(true)
    await signedIn(mine.email, '10.2.0.3')
    expect(await endOtherSessions(first, 'T', now())).toBe(1)
    expect(await sessionCount(other.id)).toBe(1)
    await signOut(first, 'T', now())
    expect(await sessionCount(mine.id)).toBe(0)
  })
})
