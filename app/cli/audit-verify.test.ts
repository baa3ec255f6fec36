import { expect, test } from 'vitest'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database } from '~/platform/database/client.server'
import { tampered } from '../../tests/setup/by-hand'
import { enrol } from '../../tests/setup/enrolments'
import { makePerson } from '../../tests/setup/people'
import { makePlan } from '../../tests/setup/plans'
import { log, practicalModule, validateAll } from '../../tests/setup/practice'
import { signed } from '../../tests/setup/registers'
import { auditVerify } from './audit-verify'

const verify = () => auditVerify.run({})

/** A learner with a signed register and validated practice. */
async function somebodyWithHours() {
  await loadTerritory()
  const now = new Date('2026-03-02T12:00:00Z')
  const at = new Date('2026-02-01T09:00:00Z')
  const { versionId } = await makePlan({ modules: [practicalModule({ slug: 'primo' })], at })
  const learner = await enrol({ versionId, homeEntryId: 'CO.cpi-como', at })
  const { id: trainerId } = await makePerson({ firstName: 'Teo', lastName: 'Formatore' })
  const trainer = { trainerId, scopes: [{ kind: 'province' as const, province: 'CO' }], now }
  const register = await signed(trainer, { rows: [learner.enrolmentId] })
  const practice = await log(learner, {}, now)
  await validateAll(trainerId, [practice], now)
  return { ...learner, versionId, register, practice }
}

test('«audit verify» compares attendance, reviews, practice and counts with what they come from', async () => {
  const { register, practice, versionId } = await somebodyWithHours()
  expect(await verify()).toMatchObject({ code: 0, json: { ok: true } })
  const { seq } = await database.register.findUniqueOrThrow({ where: { id: register } })
  const attendance = `"Attendance" WHERE registerId = '${register}'`

  expect(
    await tampered('Attendance', `UPDATE "Attendance" SET minutes = 5 WHERE registerId = '${register}'`, verify),
  ).toMatchObject({ code: 1, json: { ok: false, wrong: { attendance: seq } } })
  expect(await tampered('Attendance', `DELETE FROM ${attendance}`, verify)).toMatchObject({
    json: { wrong: { attendance: seq } },
  })

  const review = `INSERT INTO "OpenReview" (observationId, responseSeq) VALUES ('inventata', 1)`
  expect(await tampered('OpenReview', review, verify)).toMatchObject({ code: 1, json: { wrong: { reviews: 0 } } })

  const revoked = `UPDATE "PracticeEntry" SET state = 'revoked' WHERE id = '${practice}'`
  expect(await tampered('PracticeEntry', revoked, verify)).toMatchObject({ code: 1, json: { wrong: { practice } } })

  const counts = `"ProgressCount" WHERE versionId = '${versionId}'`
  for (const change of [
    `UPDATE "ProgressCount" SET completed = completed + 1 WHERE versionId = '${versionId}' AND moduleSlug = 'primo'`,
    `DELETE FROM ${counts} AND moduleSlug = 'primo'`,
    `INSERT INTO "ProgressCount" (versionId, entryId, profile, moduleSlug, people) VALUES ('${versionId}', 'CO.cpi-como', 'navigator', 'altro', 1)`,
  ]) {
    expect(await tampered('ProgressCount', change, verify)).toMatchObject({
      code: 1,
      json: { wrong: { counts: expect.stringContaining(`${versionId} CO.cpi-como navigator`) } },
    })
  }
  const week = `INSERT INTO "CompletionWeek" (monday, province, profile, moduleSlug, completed) VALUES ('2026-03-02', 'CO', 'navigator', 'primo', 1)`
  expect(await tampered('CompletionWeek', week, verify)).toMatchObject({
    code: 1,
    json: { wrong: { counts: '2026-03-02 CO navigator primo' } },
  })
  const after = await verify()
  expect(after).toMatchObject({ code: 0, json: { ok: true } })
  expect(after.lines.slice(-4)).toEqual([
    'Le presenze tornano con i registri firmati.',
    'I disaccordi da riesaminare tornano con le risposte.',
    'Lo stato delle ore di pratica torna con le decisioni.',
    'I conteggi dell’avanzamento tornano.',
  ])
})
