import { expect, test } from 'vitest'
import { signIn } from '~/features/auth/sign-in.server'
import { verifyAudit } from '~/platform/audit/verify-audit.server'
import { database, transact } from '~/platform/database/client.server'
import { makePerson, password } from '../../tests/setup/people'
import { demoLoad } from './demo-load'
import { demoPeople } from './demo-people'

test('real people are never mixed with invented ones', async () => {
  const person = await makePerson()
  expect(await demoLoad.run({})).toMatchObject({ code: 1, json: { reason: 'not-empty' } })
  expect(await database.setting.count()).toBe(0)
  await transact((tx) => tx.person.delete({ where: { id: person.id } }))
})

test('the nine people are loaded once, sign in with the demo’s password, and their history verifies', async () => {
  expect(await demoLoad.run({})).toMatchObject({ code: 0, json: { loaded: 9 } })
  expect(await demoLoad.run({})).toMatchObject({ code: 0, json: { loaded: 0 } })
  expect(await database.person.count()).toBe(9)
  for (const { email, grant } of demoPeople) {
    const attempt = { email, password, device: 'Firefox', clientAddress: email, requestId: 'T' }
    expect(await signIn(attempt, new Date()), email).toMatchObject({ ok: true })
    const roles = await database.roleAssignment.findMany({ where: { person: { email } } })
    expect(roles.map((role) => role.role)).toEqual([grant.role])
  }
  expect(await verifyAudit()).toMatchObject({ ok: true })
})

test('a load that was interrupted goes on from where it stopped', async () => {
  const gestore = await database.person.findUniqueOrThrow({ where: { email: 'gestore@rotta.example' } })
  await transact(async (tx) => {
    await tx.roleAssignment.deleteMany({ where: { personId: gestore.id } })
    await tx.person.update({ where: { id: gestore.id }, data: { passwordHash: null } })
  })
  expect(await demoLoad.run({})).toMatchObject({ code: 0, json: { loaded: 1 } })
  expect(await database.roleAssignment.count({ where: { personId: gestore.id } })).toBe(1)
})
