import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database, transact } from '~/platform/database/client.server'
import { learnerAt, learnerBeforeTest, start, takeTest } from '../../../tests/setup/attempts'
import { authority, makePerson } from '../../../tests/setup/people'
import { someModule } from '../../../tests/setup/plans'
import { findAssessmentStates } from './assessment-state.queries.server'
import { findExhausted } from './exhausted.queries.server'
import { startAttempt } from './start-attempt.server'
import { unlockForm } from './unlock.schema'
import { unlockAssessment } from './unlock-assessment.server'
import { findUnlockCase } from './unlock-case.queries.server'

const now = new Date('2026-03-02T09:00:00Z')
const reason = 'Ha ripassato con me le lezioni due e tre'
const bergamo: Scope = { kind: 'province', province: 'BG' }
const como: Scope = { kind: 'province', province: 'CO' }
const albino: Scope = { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }
const lovere: Scope = { kind: 'entry', entry: 'BG.cpi-lovere', province: 'BG' }
let trainerId = ''

beforeAll(async () => {
  await loadTerritory()
  trainerId = (await makePerson({ firstName: 'Teo', lastName: 'Formatore' })).id
})

/** One attempt and no more: after a failure there is none left. */
const strict = (slug = 'primo') => {
  const module = someModule({ slug })
  return { ...module, assessment: { ...module.assessment, attempts: 1, waitHours: [24] } }
}
const trainer = (scope: Scope, actorId = trainerId) => authority('assessment.unlock', { actorId, scopes: [scope] }, now)
const exhausted = async (homeEntryId = 'BG.cpi-albino') => {
  const learner = await learnerBeforeTest({ modules: [strict()], homeEntryId, at: now })
  await takeTest(learner.personId, 0, now)
  return learner
}
const unlock = (enrolmentId: string, scope: Scope, moduleSlug = 'primo') =>
  unlockAssessment(trainer(scope), { enrolmentId, moduleSlug, reason })

describe('unlocking a test', () => {
  test('gives one more attempt, from now on, with the reason kept and told to no log', async () => {
    const { personId, enrolmentId, enrolment, versionId } = await exhausted()
    expect(await startAttempt(learnerAt(personId, now), 'primo')).toMatchObject({ reason: 'exhausted' })
    expect(await unlock(enrolmentId, bergamo)).toEqual({ ok: true, value: null })
    const [row] = await database.assessmentUnlock.findMany({ where: { enrolmentId } })
    expect(row).toMatchObject({ moduleSlug: 'primo', byId: trainerId, at: now, attempts: 1, reason })
    const audit = await database.auditEntry.findFirst({ where: { action: 'assessment.unlock', objectId: personId } })
    expect(audit).toMatchObject({ actorId: trainerId, objectType: 'person' })
    expect(audit?.payload).not.toContain('ripassato')
    const states = await findAssessmentStates(enrolment, await frozenPlan(versionId), now)
    expect(states.get('primo')).toEqual({ kind: 'ready', number: 2, attempts: 2 })
    await takeTest(personId, 0, now)
    expect(await startAttempt(learnerAt(personId, now), 'primo')).toMatchObject({ reason: 'exhausted' })
  })

  test('only when none is left: not before, not twice at the same moment, not once it is passed', async () => {
    const fresh = await learnerBeforeTest({ modules: [strict()], homeEntryId: 'BG.cpi-albino', at: now })
    expect(await unlock(fresh.enrolmentId, bergamo)).toMatchObject({ reason: 'not-exhausted' })
    await start(fresh.personId, now)
    expect(await unlock(fresh.enrolmentId, bergamo)).toMatchObject({ reason: 'not-exhausted' })
    const { personId, enrolmentId } = await exhausted()
    const both = await Promise.all([unlock(enrolmentId, bergamo), unlock(enrolmentId, bergamo)])
    expect(both.map((result) => (result.ok ? 'unlocked' : result.reason)).sort()).toEqual(['not-exhausted', 'unlocked'])
    await takeTest(personId, 4, now)
    expect(await unlock(enrolmentId, bergamo)).toMatchObject({ reason: 'not-exhausted' })
    expect(await database.assessmentUnlock.count({ where: { enrolmentId } })).toBe(1)
  })

  test.each<[string, Scope, boolean]>([
    ['the province', bergamo, true],
    ['the entry', albino, true],
    ['the region', { kind: 'region' }, true],
    ['another province', como, false],
    ['another entry', lovere, false],
  ])('by a trainer of %s', async (_, scope, reached) => {
    const { enrolmentId } = await exhausted()
    expect(await findUnlockCase(trainer(scope), enrolmentId, 'primo')).toEqual(reached ? expect.anything() : null)
    expect(await unlock(enrolmentId, scope)).toMatchObject(reached ? { ok: true } : { reason: 'absent' })
  })

  test('also when the last attempt is over its time and nobody has looked since', async () => {
    const module = strict()
    const timed = { ...module, assessment: { ...module.assessment, timeLimitMinutes: 20 } }
    const before = new Date(now.getTime() - 3_600_000)
    const learner = await learnerBeforeTest({ modules: [timed], homeEntryId: 'BG.cpi-albino', at: before })
    const attemptId = await start(learner.personId, before)
    expect(await unlock(learner.enrolmentId, bergamo)).toEqual({ ok: true, value: null })
    expect(await database.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({ closedBy: 'time' })
  })

  test('never for oneself, nor for who left, nor a module that is not there, nor by no person', async () => {
    const { personId, enrolmentId } = await exhausted()
    const own = { enrolmentId, moduleSlug: 'primo', reason }
    expect(await unlockAssessment(trainer(bergamo, personId), own)).toMatchObject({ reason: 'own-test' })
    expect(await unlock(enrolmentId, bergamo, 'inventato')).toMatchObject({ reason: 'absent' })
    expect(await unlock('inventato', bergamo)).toMatchObject({ reason: 'absent' })
    const operator = { ...trainer(bergamo), actorId: null }
    expect(await unlockAssessment(operator, own)).toMatchObject({ reason: 'absent' })
    await transact((tx) => tx.enrolment.update({ where: { id: enrolmentId }, data: { activeKey: null, leftAt: now } }))
    expect(await unlock(enrolmentId, bergamo)).toMatchObject({ reason: 'absent' })
  })

  test('what was given stays: the database refuses to change or delete it', async () => {
    const { enrolmentId } = await exhausted()
    await unlock(enrolmentId, bergamo)
    const change = (sql: string) => transact((tx) => tx.$executeRawUnsafe(sql))
    await expect(change('UPDATE "AssessmentUnlock" SET "attempts" = 9')).rejects.toThrow(/append-only/)
    await expect(change('DELETE FROM "AssessmentUnlock"')).rejects.toThrow(/append-only/)
  })

  test.each([
    ['', /Scrivi perché/],
    ['   ', /Scrivi perché/],
    ['Seguito il caso di RSSMRA80A01H501U', /codice fiscale/],
    ['Vedi mario.rossi@posta.example', /email/],
    ['x'.repeat(301), /300/],
  ])('a reason like %j is refused', (text, message) => {
    expect(unlockForm.safeParse({ reason: text }).error?.issues[0]?.message).toMatch(message)
  })
})

describe('the list of those with no attempt left', () => {
  test('holds the learners in scope, without oneself, those who left and those who can go on', async () => {
    const modules = [strict('primo'), strict('secondo')]
    const learner = await learnerBeforeTest({ modules, homeEntryId: 'CO.cpi-como', at: now })
    await takeTest(learner.personId, 0, now, 'secondo')
    const other = await exhausted('CO.cpi-erba')
    const passed = await learnerBeforeTest({ modules: [strict()], homeEntryId: 'CO.cpi-como', at: now })
    await takeTest(passed.personId, 4, now)
    const left = await exhausted('CO.cpi-como')
    const gone = { activeKey: null, leftAt: now }
    await transact((tx) => tx.enrolment.update({ where: { id: left.enrolmentId }, data: gone }))
    const found = async (scope: Scope, filters = {}, actorId = trainerId) => {
      const { rows } = await findExhausted(trainer(scope, actorId), { pagina: 1, ...filters })
      return rows.map(({ enrolmentId, moduleSlug }) => `${enrolmentId} ${moduleSlug}`).sort()
    }
    const [one, two] = [`${learner.enrolmentId} secondo`, `${other.enrolmentId} primo`]
    expect(await found(como)).toEqual([one, two].sort())
    expect(await found(como, {}, learner.personId)).toEqual([two])
    expect(await found(como, { sede: 'CO.cpi-como' })).toEqual([one])
    expect(await found(bergamo, { provincia: 'CO' })).toEqual([])
    expect(await found({ kind: 'entry', entry: 'CO.cpi-erba', province: 'CO' })).toEqual([two])
    const { rows } = await findExhausted(trainer(como), { pagina: 1, sede: 'CO.cpi-como' })
    expect(rows[0]).toMatchObject({ moduleTitle: 'Modulo secondo', firstName: 'Ada', submittedAt: now })
    expect(await unlock(learner.enrolmentId, como, 'secondo')).toMatchObject({ ok: true })
    expect(await found(como)).toEqual([two])
    await takeTest(learner.personId, 0, now, 'secondo')
    expect(await found(como)).toEqual([one, two].sort())
  })

  test('comes in pages, by surname', async () => {
    const learners = Array.from({ length: 52 }, (_, index) => `Cognome${String(index).padStart(2, '0')}`)
    const first = await exhausted('PV.cpi-pavia')
    await transact(async (tx) => {
      const [attempt, enrolment, person] = [
        await tx.attempt.findFirstOrThrow({ where: { enrolmentId: first.enrolmentId } }),
        await tx.enrolment.findUniqueOrThrow({ where: { id: first.enrolmentId } }),
        await tx.person.findUniqueOrThrow({ where: { id: first.personId } }),
      ]
      for (const lastName of learners) {
        const surnameKey = lastName.toLowerCase()
        await tx.person.create({ data: { ...person, id: lastName, email: lastName, lastName, surnameKey } })
        await tx.enrolment.create({ data: { ...enrolment, id: lastName, personId: lastName, activeKey: lastName } })
        await tx.attempt.create({ data: { ...attempt, id: lastName, enrolmentId: lastName } })
      }
    })
    const pavia = trainer({ kind: 'province', province: 'PV' })
    const [one, two] = [await findExhausted(pavia, { pagina: 1 }), await findExhausted(pavia, { pagina: 2 })]
    expect([one.rows.length, one.more, two.rows.length, two.more]).toEqual([50, true, 3, false])
    const names = [...one.rows, ...two.rows].map(({ lastName }) => lastName)
    expect(names).toEqual([...learners, 'Provati'])
  })
})
