import { describe, expect, test } from 'vitest'
import { database, transact } from '~/platform/database/client.server'
import { environment } from '~/platform/environment.server'
import { makePerson, password } from '../../../tests/setup/people'
import { validateSession } from './lucia.server'
import { reauthenticate } from './reauthentication.server'
import { signIn } from './sign-in.server'

let addresses = 0
/** Every test comes from an address of its own, unless it says otherwise. */
function attempt(email: string, typed = password, clientAddress = `10.0.0.${++addresses}`) {
  return { email, password: typed, device: 'Firefox, Linux', clientAddress, requestId: 'TEST-0001' }
}
const now = () => new Date()
const cookieOf = (setCookie: string) => setCookie.split(';')[0] ?? ''
const actionsOf = async (personId: string) =>
  (await database.auditEntry.findMany({ where: { objectId: personId }, orderBy: { seq: 'asc' } })).map(
    (row) => row.action,
  )

describe('signIn', () => {
  test('opens a session: the cookie says who one is, the table holds only a hash of it', async () => {
    const person = await makePerson({ roles: [{ role: 'admin' }] })
    const result = await signIn(attempt(person.email), now())
    if (!result.ok) throw new Error(result.message)
    expect(result.value).toMatch(/^rotta_session=[a-z0-9]+; HttpOnly; Max-Age=3600; Path=\/; SameSite=Lax$/)
    const { signedIn } = await validateSession(cookieOf(result.value))
    expect(signedIn).toMatchObject({ personId: person.id, email: person.email, grants: [{ role: 'admin' }] })
    const rows = await database.session.findMany({ where: { personId: person.id } })
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(cookieOf(result.value).split('=')[1])
    expect(await actionsOf(person.id)).toEqual(['session.start'])
  })

  test('a wrong password opens nothing and is written down', async () => {
    const person = await makePerson()
    expect(await signIn(attempt(person.email, 'sbagliata-davvero'), now())).toMatchObject({
      ok: false,
      reason: 'wrong',
    })
    expect(await database.session.count({ where: { personId: person.id } })).toBe(0)
    expect(await actionsOf(person.id)).toEqual(['session.refuse'])
    expect(await database.auditEntry.count({ where: { actorId: person.id } })).toBe(0)
  })

  test.each([
    ['unknown', {}],
    ['deactivated', { deactivatedAt: new Date() }],
    ['without a password', { withoutPassword: true }],
  ])('an account that is %s gets the same answer as a wrong password', async (kind, traits) => {
    const person = kind === 'unknown' ? undefined : await makePerson(traits)
    const known = await makePerson()
    const refused = await signIn(attempt(person?.email ?? 'nessuno@rotta.example'), now())
    expect(refused).toEqual(await signIn(attempt(known.email, 'sbagliata-davvero'), now()))
  })

  test('an unknown account takes as long as a wrong password', async () => {
    const known = await makePerson()
    const timed = async (email: string) => {
      const started = performance.now()
      await signIn(attempt(email, 'sbagliata-davvero'), now())
      return performance.now() - started
    }
    await timed(known.email)
    const [wrong, unknown] = [await timed(known.email), await timed('altra-nessuno@rotta.example')]
    // One argon2 check is most of either; without the dummy one the unknown account would take a tenth.
    expect(unknown).toBeGreaterThan(wrong / 3)
  })

  test('the limit of an account holds from every address, and ends with its window', async () => {
    const person = await makePerson()
    const start = now()
    for (let n = 0; n < environment.SIGN_IN_LIMIT_ACCOUNT; n++) await signIn(attempt(person.email, 'sbagliata'), start)
    expect(await signIn(attempt(person.email), start)).toMatchObject({ ok: false, reason: 'too-many' })
    const after = new Date(start.getTime() + environment.SIGN_IN_WINDOW_MINUTES * 60_000)
    expect(await signIn(attempt(person.email), after)).toMatchObject({ ok: true })
  })

  test('simultaneous attempts cannot slip past the limit together', async () => {
    const person = await makePerson()
    const results = await Promise.all(
      Array.from({ length: 30 }, () => signIn(attempt(person.email, 'sbagliata'), now())),
    )
    const looked = results.filter((result) => !result.ok && result.reason === 'wrong')
    expect(looked).toHaveLength(environment.SIGN_IN_LIMIT_ACCOUNT)
  })

  test('the limit of an address counts failures only: an office behind one address signs in', async () => {
    const office = '10.9.9.9'
    for (let n = 0; n < environment.SIGN_IN_LIMIT_ADDRESS + 5; n++) {
      const person = await makePerson()
      expect(await signIn(attempt(person.email, password, office), now())).toMatchObject({ ok: true })
    }
    for (let n = 0; n < environment.SIGN_IN_LIMIT_ADDRESS; n++) {
      await signIn(attempt(`prova${n}@rotta.example`, 'sbagliata', office), now())
    }
    const person = await makePerson()
    expect(await signIn(attempt(person.email, password, office), now())).toMatchObject({ reason: 'too-many' })
  }, 60_000)

  test('a success lets the account start afresh', async () => {
    const person = await makePerson()
    for (let n = 0; n < environment.SIGN_IN_LIMIT_ACCOUNT - 1; n++) await signIn(attempt(person.email, 'no'), now())
    await signIn(attempt(person.email), now())
    for (let n = 0; n < environment.SIGN_IN_LIMIT_ACCOUNT - 1; n++) await signIn(attempt(person.email, 'no'), now())
    expect(await signIn(attempt(person.email), now())).toMatchObject({ ok: true })
  })

  test('what is typed as an e-mail is kept nowhere', async () => {
    await signIn(attempt('segreta@privata.example', 'sbagliata'), now())
    const kept = JSON.stringify([await database.attemptWindow.findMany(), await database.auditEntry.findMany()])
    expect(kept).not.toContain('segreta')
  })
})

describe('a session', () => {
  async function open() {
    const person = await makePerson()
    const result = await signIn(attempt(person.email), now())
    if (!result.ok) throw new Error(result.message)
    return { person, cookie: cookieOf(result.value) }
  }
  const change = (personId: string, data: Record<string, Date>) =>
    transact((tx) => tx.session.updateMany({ where: { personId }, data }))

  test('ends when idle', async () => {
    const { person, cookie } = await open()
    await change(person.id, { expiresAt: new Date(Date.now() - 1000) })
    const { signedIn, cookie: told } = await validateSession(cookie)
    expect(signedIn).toBeNull()
    expect(told).toContain('Max-Age=0')
  })

  test('is prolonged by use, and the browser is told', async () => {
    const { person, cookie } = await open()
    await change(person.id, { expiresAt: new Date(Date.now() + 60_000) })
    expect((await validateSession(cookie)).cookie).toContain('rotta_session=')
    const row = await database.session.findFirstOrThrow({ where: { personId: person.id } })
    expect(row.expiresAt.getTime()).toBeGreaterThan(Date.now() + 50 * 60_000)
  })

  test('ends at its absolute end, however much it is used', async () => {
    const { person, cookie } = await open()
    await change(person.id, { absoluteExpiresAt: new Date(Date.now() - 1000) })
    expect((await validateSession(cookie)).signedIn).toBeNull()
  })

  test('a deactivated person is nobody, even if the session were still there', async () => {
    const { person, cookie } = await open()
    await transact((tx) => tx.person.update({ where: { id: person.id }, data: { deactivatedAt: new Date() } }))
    expect((await validateSession(cookie)).signedIn).toBeNull()
  })

  test.each(['', 'rotta_session=', 'rotta_session=inventata', 'altro=1'])('cookie «%s» is nobody', async (header) => {
    expect((await validateSession(header)).signedIn).toBeNull()
  })

  test('the hash in the table opens nothing', async () => {
    const { person } = await open()
    const { idHash } = await database.session.findFirstOrThrow({ where: { personId: person.id } })
    expect((await validateSession(`rotta_session=${idHash}`)).signedIn).toBeNull()
  })
})

describe('reauthenticate', () => {
  test('accepts the password, refuses another, and counts towards the limit of signing in', async () => {
    const person = await makePerson()
    const prove = (typed: string) => reauthenticate(person.id, { password: typed }, `10.7.0.${++addresses}`, now())
    expect(await prove(password)).toMatchObject({ ok: true })
    for (let n = 0; n < environment.SIGN_IN_LIMIT_ACCOUNT; n++) {
      expect(await prove('sbagliata')).toMatchObject({ reason: 'wrong-proof' })
    }
    expect(await prove(password)).toMatchObject({ reason: 'too-many' })
    expect(await signIn(attempt(person.email), now())).toMatchObject({ reason: 'too-many' })
  })
})
