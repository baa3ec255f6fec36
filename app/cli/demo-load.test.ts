import { expect, test } from 'vitest'
import { signIn } from '~/features/auth/sign-in.server'
import { verifyVotes } from '~/features/training-plan/verify-votes.server'
import { verifyAudit } from '~/platform/audit/verify-audit.server'
import { database, transact } from '~/platform/database/client.server'
import { makePerson, password } from '../../tests/setup/people'
import { demoLoad } from './demo-load'
import { demoPeople } from './demo-people'
import { demoScale } from './demo-scale'

test('real people are never mixed with invented ones', async () => {
  const person = await makePerson()
  expect(await demoLoad.run({})).toMatchObject({ code: 1, json: { reason: 'not-empty' } })
  expect(await demoScale.run({ learners: '100' })).toMatchObject({ code: 1, json: { reason: 'no-demo' } })
  expect(await database.setting.count()).toBe(0)
  await transact((tx) => tx.person.delete({ where: { id: person.id } }))
})

test('people alone, for those who want to begin the chain themselves', async () => {
  expect(await demoLoad.run({ 'solo-persone': true })).toMatchObject({ code: 0, json: { loaded: 9 } })
  expect(await database.planVersion.count()).toBe(0)
})

test('the nine people are loaded once, sign in with the demo’s password, and their history verifies', async () => {
  expect(await demoLoad.run({ 'senza-storia': true })).toMatchObject({ code: 0, json: { loaded: 0, history: false } })
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
  expect(await demoLoad.run({ 'senza-storia': true })).toMatchObject({ code: 0, json: { loaded: 1 } })
  expect(await database.roleAssignment.count({ where: { personId: gestore.id } })).toBe(1)
})

test('the plan is voted by the three seats, followed by two learners, and a second version waits for the vote', async () => {
  const versions = await database.planVersion.findMany({
    orderBy: { number: 'asc' },
    select: { submittedAt: true, decision: { select: { outcome: true } }, votes: { select: { seat: true } } },
  })
  expect(versions.map(({ decision }) => decision?.outcome ?? null)).toEqual(['approved', null])
  expect(versions.map(({ votes }) => votes.length)).toEqual([3, 0])
  expect(versions.every(({ submittedAt }) => submittedAt !== null)).toBe(true)
  const followed = await database.enrolment.findMany({ select: { person: { select: { email: true } } } })
  expect(followed.map(({ person }) => person.email).sort()).toEqual([
    'navigator@rotta.example',
    'operatore@rotta.example',
  ])
  expect(await verifyVotes()).toMatchObject({ ok: true, rows: 3 })
})

test('repeated, the plan is neither voted nor submitted again', async () => {
  const count = () =>
    Promise.all([
      database.planVersion.count(),
      database.vote.count(),
      database.enrolment.count(),
      database.auditEntry.count(),
    ])
  const before = await count()
  expect(await demoLoad.run({ 'senza-storia': true })).toMatchObject({ code: 0 })
  expect(await count()).toEqual(before)
})

test('a demo that began without a history gets none later: what its visitors did would lie before it', async () => {
  const before = await database.person.count()
  const { code, lines, json } = await demoLoad.run({})
  expect({ code, json }).toMatchObject({ code: 0, json: { loaded: 0, history: false } })
  expect(lines.join(' ')).toContain('database nuovo')
  expect(await database.person.count()).toBe(before)
  expect(await demoScale.run({ learners: '100' })).toMatchObject({ code: 1, json: { reason: 'no-history' } })
})
