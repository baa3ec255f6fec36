import { expect, test } from 'vitest'
import { redeemPasswordLink } from '~/features/auth/password-links.server'
import { database, transact } from '~/platform/database/client.server'
import { adminCreate } from './admin-create'
import { auditVerify } from './audit-verify'

const given = { email: 'Anna.Prova@ente.example', nome: 'Anna', cognome: 'Prova' }

test('makes an administrator, whose link opens once', async () => {
  const outcome = await adminCreate.run(given)
  expect(outcome.code).toBe(0)
  const token = String(outcome.json.link).split('/').at(-1) ?? ''
  expect(await redeemPasswordLink(token, 'una frase tutta nuova', 'T', new Date())).toMatchObject({ ok: true })
  const person = await database.person.findUniqueOrThrow({
    where: { email: 'anna.prova@ente.example' },
    select: { roles: { select: { role: true, scopeKind: true } } },
  })
  expect(person.roles).toEqual([{ role: 'admin', scopeKind: 'region' }])
})

test('repeated, it gives a new link and nothing twice', async () => {
  expect(await adminCreate.run(given)).toMatchObject({ code: 0 })
  expect(await database.person.count()).toBe(1)
  expect(await database.roleAssignment.count()).toBe(1)
})

test.each([
  ['with an end to come', { endsOn: '2999-12-31' }, 0],
  ['that has not begun', { startsOn: '2999-01-01' }, 1],
])('an administrator %s gets a link only if they administer today', async (_, dates, code) => {
  const before = await database.roleAssignment.findFirstOrThrow()
  await transact((tx) => tx.roleAssignment.updateMany({ data: dates }))
  expect((await adminCreate.run(given)).code).toBe(code)
  const { startsOn, endsOn } = before
  await transact((tx) => tx.roleAssignment.updateMany({ data: { startsOn, endsOn } }))
})

test.each([
  [{ nome: 'Anna', cognome: 'Prova' }, 'Scrivi l’indirizzo email'],
  [{ ...given, email: 'anna' }, 'Scrivi l’indirizzo email così: nome@ente.it'],
  [{ ...given, nome: ' ' }, 'Scrivi il nome'],
])('%o is refused with a sentence', async (values, sentence) => {
  const { code, lines } = await adminCreate.run(values)
  expect(code).toBe(1)
  expect(lines).toContain(sentence)
})

test('a deactivated person is not let in by this door', async () => {
  await transact((tx) => tx.person.updateMany({ data: { deactivatedAt: new Date() } }))
  expect(await adminCreate.run(given)).toMatchObject({ code: 1, json: { reason: 'inactive' } })
})

test('audit verify says that all of it holds', async () => {
  expect(await auditVerify.run({})).toMatchObject({ code: 0, json: { ok: true } })
})
