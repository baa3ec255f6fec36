import { beforeAll, describe, expect, test } from 'vitest'
import { auditVerify } from '~/cli/audit-verify'
import { database } from '~/platform/database/client.server'
import { byHand, tampered } from '../../../tests/setup/by-hand'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { makePlan } from '../../../tests/setup/plans'
import { verifyEvidence } from './verify-evidence.server'

beforeAll(async () => {
  const { versionId } = await makePlan()
  const [one, other] = [await enrol({ versionId }), await enrol({ versionId })]
  for (const enrolled of [one, other]) {
    await record(enrolled, { moduleSlug: 'primo', kind: 'lesson', subject: 'lezione-1', payload: { why: 'uno' } })
  }
  const hours = { moduleSlug: 'primo', kind: 'hours', subject: 'onTheJob' } as const
  const wrong = await record(one, { ...hours, minutes: 30 })
  await record(one, { ...hours, minutes: 20, corrects: wrong })
  await record(other, { moduleSlug: 'secondo', kind: 'assessment', subject: 'tentativo' })
})

describe('the chain of evidence', () => {
  test('verifies over everybody, and gives its last digest', async () => {
    const last = await database.evidence.findFirst({ orderBy: { seq: 'desc' } })
    expect(await verifyEvidence()).toEqual({ ok: true, rows: 5, head: last?.digest })
  })

  test.each([
    ['a payload', `UPDATE Evidence SET payload = replace(payload, 'uno', 'due') WHERE seq = 2`, 2, 'payload'],
    [
      'whose it is',
      `UPDATE Evidence SET enrolmentId = (SELECT enrolmentId FROM Evidence WHERE seq = 2) WHERE seq = 1`,
      1,
      'row',
    ],
    ['the module', `UPDATE Evidence SET moduleSlug = 'secondo' WHERE seq = 3`, 3, 'row'],
    ['the kind', `UPDATE Evidence SET kind = 'assessment' WHERE seq = 1`, 1, 'row'],
    ['what it is about', `UPDATE Evidence SET subject = 'lezione-2' WHERE seq = 2`, 2, 'row'],
    ['the minutes', 'UPDATE Evidence SET minutes = 90 WHERE seq = 4', 4, 'row'],
    ['the day', `UPDATE Evidence SET occurredOn = '2019-01-01' WHERE seq = 4`, 4, 'row'],
    [
      'when it was recorded',
      `UPDATE Evidence SET recordedAt = '2019-12-16T09:00:01.000+00:00' WHERE seq = 5`,
      5,
      'row',
    ],
    ['who recorded it', `UPDATE Evidence SET recordedById = 'altri' WHERE seq = 5`, 5, 'row'],
    ['what it corrects', 'UPDATE Evidence SET corrects = NULL WHERE seq = 4', 4, 'row'],
    ['that it is void', 'UPDATE Evidence SET isVoid = 1 WHERE seq = 4', 4, 'row'],
    ['its id', `UPDATE Evidence SET id = 'x' WHERE seq = 3`, 3, 'row'],
    ['a row taken out', 'DELETE FROM Evidence WHERE seq = 3', 4, 'gap'],
    ['the last row taken out', 'DELETE FROM Evidence WHERE seq = 5', 5, 'gap'],
  ])('%s changed by hand: the first broken row is named', async (_, sql, seq, reason) => {
    expect(await tampered('Evidence', sql, verifyEvidence)).toEqual({ ok: false, seq, reason })
  })

  test('a payload erased by retention, with its salt, breaks nothing', async () => {
    const erase = 'UPDATE Evidence SET payload = NULL, salt = NULL WHERE seq <= 2'
    expect(await tampered('Evidence', erase, verifyEvidence)).toMatchObject({ ok: true })
  })

  test('rotta audit verify names the chain and the row', async () => {
    expect(await auditVerify.run({})).toMatchObject({
      code: 0,
      json: { ok: true, chains: { evidence: { ok: true, rows: 5 } } },
    })
    const broken = await tampered('Evidence', 'UPDATE Evidence SET minutes = 90 WHERE seq = 4', () =>
      auditVerify.run({}),
    )
    expect(broken).toMatchObject({
      code: 1,
      json: { ok: false, chain: 'evidence', seq: 4, reason: 'row', chains: { audit: { ok: true } } },
    })
    expect(broken.lines.join('\n')).toMatch(/attività svolte si interrompe alla riga 4/)
  })
})

const copied = '"enrolmentId", "moduleSlug", "kind", "subject", "minutes", "occurredOn", "recordedAt", "recordedById"'
const last = '(SELECT "digest" FROM "Evidence" ORDER BY "seq" DESC LIMIT 1)'
test.each([
  ['a change', 'UPDATE "Evidence" SET "minutes" = 600 WHERE "seq" = 4'],
  ['a deletion', 'DELETE FROM "Evidence" WHERE "seq" = 5'],
  [
    'a row in the place of another',
    `INSERT OR REPLACE INTO "Evidence" SELECT 1, "id", ${copied}, NULL, 0, "payload", "salt", "payloadDigest", ${last}, 'x'
     FROM "Evidence" WHERE "seq" = 1`,
  ],
  [
    'the id of another row',
    `INSERT OR REPLACE INTO "Evidence" SELECT 6, "id", ${copied}, NULL, 0, "payload", "salt", "payloadDigest", ${last}, 'x'
     FROM "Evidence" WHERE "seq" = 1`,
  ],
  [
    'a second correction of one row',
    `INSERT OR REPLACE INTO "Evidence" SELECT 6, 'nuovo', ${copied}, "corrects", 0, "payload", "salt", "payloadDigest",
     ${last}, 'x' FROM "Evidence" WHERE "seq" = 4`,
  ],
  [
    'a row that does not follow',
    `INSERT INTO "Evidence" SELECT 6, 'nuovo', ${copied}, NULL, 0, "payload", "salt", "payloadDigest", 'altro', 'x'
     FROM "Evidence" WHERE "seq" = 1`,
  ],
])('the table refuses %s', (_, sql) => {
  byHand((file) => expect(() => file.exec(sql)).toThrow(/Evidence (is append-only|does not follow)/))
})
