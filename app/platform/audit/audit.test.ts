import { beforeAll, describe, expect, test } from 'vitest'
import { byHand, tampered } from '../../../tests/setup/by-hand'
import { database, transact } from '../database/client.server'
import { verifyAudit } from './verify-audit.server'
import { writeAudit } from './write-audit.server'

const at = new Date('2019-12-16T09:00:00Z')

function event(n: number) {
  return {
    actorId: null,
    requestId: `R-${n}`,
    action: 'test.act',
    objectType: 'thing',
    objectId: String(n),
    payload: { n },
  }
}

beforeAll(async () => {
  for (let n = 1; n <= 5; n++) await transact((tx) => writeAudit(tx, event(n), at))
})

describe('the audit chain', () => {
  test('verifies, and gives its last digest', async () => {
    const last = await database.auditEntry.findFirst({ orderBy: { seq: 'desc' } })
    expect(await verifyAudit()).toEqual({ ok: true, rows: 5, head: last?.digest })
  })

  test('simultaneous writers make one chain', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => transact((tx) => writeAudit(tx, event(100 + n), at))))
    expect(await verifyAudit()).toMatchObject({ ok: true, rows: 25 })
  })

  test('an act that is rolled back leaves no row', async () => {
    await expect(
      transact(async (tx) => {
        await writeAudit(tx, event(999), at)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await database.auditEntry.count({ where: { objectId: '999' } })).toBe(0)
  })

  test.each([
    ['UPDATE "AuditEntry" SET "action" = \'x\' WHERE "seq" = 1'],
    ['DELETE FROM "AuditEntry" WHERE "seq" = 1'],
    [
      `INSERT INTO "AuditEntry" ("at","action","objectType","objectId","requestId","payloadDigest","previous","digest")
       VALUES ('2019','a','b','c','d','e','f','g')`,
    ],
    [
      `INSERT OR REPLACE INTO "AuditEntry" SELECT 1, "at", "actorId", 'forged', "objectType", "objectId", "requestId",
       "payload", "salt", "payloadDigest", (SELECT "digest" FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1), 'x'
       FROM "AuditEntry" WHERE "seq" = 1`,
    ],
    [
      `INSERT OR REPLACE INTO "AuditEntry" SELECT (SELECT MAX("seq") + 1 FROM "AuditEntry"), "at", "actorId", 'forged',
       "objectType", "objectId", "requestId", "payload", "salt", "payloadDigest",
       (SELECT "digest" FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1), "digest" FROM "AuditEntry" WHERE "seq" = 2`,
    ],
    [
      `INSERT INTO "AuditEntry" SELECT -1, "at", "actorId", 'forged', "objectType", "objectId", "requestId",
       "payload", "salt", "payloadDigest", (SELECT "digest" FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1), 'y'
       FROM "AuditEntry" WHERE "seq" = 1`,
    ],
  ])('the table refuses: %s', (sql) => {
    byHand((file) => expect(() => file.exec(sql)).toThrow(/AuditEntry/))
  })

  test.each([
    ['one byte of a payload', `UPDATE AuditEntry SET payload = replace(payload, '3', '4') WHERE seq = 3`, 3, 'payload'],
    ['who did it', `UPDATE AuditEntry SET actorId = 'another' WHERE seq = 2`, 2, 'row'],
    ['what was done', `UPDATE AuditEntry SET action = 'test.bct' WHERE seq = 4`, 4, 'row'],
    ['when', `UPDATE AuditEntry SET at = '2019-12-16T09:00:01.000+00:00' WHERE seq = 4`, 4, 'row'],
    ['a row taken out', 'DELETE FROM AuditEntry WHERE seq = 3', 4, 'gap'],
    ['the first row taken out', 'DELETE FROM AuditEntry WHERE seq = 1', 2, 'gap'],
    ['the last row taken out', 'DELETE FROM AuditEntry WHERE seq = 25', 25, 'gap'],
    ['the numbers shifted', 'UPDATE AuditEntry SET seq = -seq WHERE seq = 1', -1, 'gap'],
    ['a salt erased and the payload kept', 'UPDATE AuditEntry SET salt = NULL WHERE seq = 2', 2, 'payload'],
  ])('%s: the first broken row is named', async (_, sql, seq, reason) => {
    expect(await tampered('AuditEntry', sql, verifyAudit)).toEqual({ ok: false, seq, reason })
  })

  test('a payload erased by retention, with its salt, breaks nothing', async () => {
    const verdict = await tampered(
      'AuditEntry',
      'UPDATE AuditEntry SET payload = NULL, salt = NULL WHERE seq <= 2',
      verifyAudit,
    )
    expect(verdict).toMatchObject({ ok: true })
  })
})
