import { expect, test } from 'vitest'
import { database, transact } from '../database/client.server'
import { verifyAudit } from './verify-audit.server'
import { writeAudit } from './write-audit.server'
import { writeAudits } from './write-audits.server'

const at = new Date('2019-12-16T09:00:00.120Z')
const event = (n: number) => ({
  actorId: n % 2 ? null : 'somebody',
  requestId: 'R-1',
  action: 'test.act',
  objectType: 'thing',
  objectId: String(n),
  payload: n % 3 ? { n, text: 'Forlì “\n”' } : undefined,
})

test('many rows follow the last one in their order, as if written one by one', async () => {
  await transact((tx) => writeAudits(tx, [event(0)], at))
  await transact((tx) => writeAudit(tx, event(1), at))
  const many = Array.from({ length: 12_000 }, (_, n) => event(n + 2))
  await transact((tx) => writeAudits(tx, many, at))
  await transact((tx) => writeAudits(tx, [], at))
  await transact((tx) => writeAudit(tx, event(12_002), at))
  expect(await verifyAudit()).toMatchObject({ ok: true, rows: 12_003 })
  const rows = await database.auditEntry.findMany({ orderBy: { seq: 'asc' } })
  expect(rows.map((row) => row.objectId)).toEqual(rows.map((_, n) => String(n)))
  expect(rows[4]).toMatchObject({ ...event(4), payload: JSON.stringify(event(4).payload), at })
  expect(rows[3]).toMatchObject({ actorId: null, payload: '{}' })
  const stored =
    await database.$queryRaw`SELECT COUNT(DISTINCT "at") AS n, COUNT(DISTINCT "salt") AS salts FROM "AuditEntry"`
  expect(stored).toEqual([{ n: 1n, salts: 12_003n }])
})
