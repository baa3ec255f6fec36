import { expect, test } from 'vitest'
import { database } from '~/platform/database/client.server'
import { byHand } from '../../../tests/setup/by-hand'
import { counted, foldedAgain, recounted, storedProgress } from '../../../tests/setup/recount-progress'
import { auditVerify } from '../audit-verify'
import { demoLoad } from '../demo-load'
import { demoScale } from '../demo-scale'

// The demo as `npm run demo` loads it: one load for all these tests, in their order.
const patience = 120_000
const count = (sql: string) => byHand((file) => Number(file.prepare(sql).pluck().get()))
const column = (sql: string) => byHand((file) => file.prepare(sql).pluck().all())

test(
  'the demo is loaded with its people and their history',
  async () => {
    expect(await demoLoad.run({})).toMatchObject({ code: 0, json: { loaded: 491, history: true } })
    expect(await database.setting.findMany({ orderBy: { key: 'asc' }, select: { key: true } })).toEqual([
      { key: 'demo' },
      { key: 'demo-anchor' },
      { key: 'demo-history-0' },
    ])
  },
  patience,
)

test('329 Navigators, the demo’s own among them, lie as the act’s table says, whoever has moved', () => {
  const wrong = column(
    `SELECT id FROM Entry WHERE navigatorPlaces <>
       (SELECT count(*) FROM Person WHERE profile = 'navigator' AND homeEntryId = Entry.id)`,
  )
  expect(wrong).toEqual([])
  expect(count("SELECT count(*) FROM Person WHERE profile = 'navigator'")).toBe(329)
  expect(count("SELECT count(*) FROM Person WHERE profile = 'operatore'")).toBe(120)
  expect(count("SELECT count(DISTINCT personId) FROM RoleAssignment WHERE role = 'trainer'")).toBe(24)
  expect(count("SELECT count(*) FROM RoleAssignment WHERE role = 'centre-manager' AND scopeKind = 'province'")).toBe(12)
  expect(count('SELECT count(*) FROM Enrolment')).toBe(449)
})

test('nobody but the nine can sign in', () => {
  expect(count('SELECT count(*) FROM Person WHERE passwordHash IS NOT NULL')).toBe(9)
})

test('every chain holds', async () => {
  expect(await auditVerify.run({})).toMatchObject({ code: 0, json: { ok: true } })
})

test('progress is what the evidence adds up to, of everybody; the counts are what one counts', async () => {
  const folded = await foldedAgain()
  const stored = await storedProgress()
  expect(Object.keys(folded.modules).length).toBeGreaterThan(800)
  expect(stored).toEqual(folded)
  expect(await counted()).toEqual(recounted())
})

test('nothing is dated in the future, nor before the five months', () => {
  const dates = byHand((file) => {
    const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[]
    return tables.flatMap((table) => {
      const columns = file.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
      const dated = columns.filter((name) => /(At|On|^at)$/.test(name))
      return dated.flatMap((name) =>
        file.prepare(`SELECT "${name}" FROM "${table}" WHERE "${name}" IS NOT NULL`).pluck().all(),
      )
    })
  }).filter((value): value is string => typeof value === 'string' && /^\d{4}-/.test(value))
  const now = new Date()
  expect(dates.length).toBeGreaterThan(20_000)
  // Compared as text: a moment by its moment, a day by its day.
  const future = dates.filter((text) => new Date(text.length === 10 ? `${text}T00:00:00Z` : text) > now)
  expect(future).toEqual([])
})

test('evidence and log stand in the order of time', () => {
  for (const [table, moment] of [
    ['Evidence', 'recordedAt'],
    ['Observation', 'signedAt'],
    ['Register', 'signedAt'],
  ]) {
    const moments = column(`SELECT ${moment} FROM ${table} ORDER BY seq`) as string[]
    expect(moments, table).toEqual([...moments].sort())
  }
})

test('provinces differ: some have not finished by half, some nearly have', () => {
  const shares = column(
    `SELECT 100.0 * sum(completedOn IS NOT NULL) / count(*) FROM Enrolment JOIN Person ON Person.id = personId
     WHERE activeKey IS NOT NULL GROUP BY substr(homeEntryId, 1, 2)`,
  ) as number[]
  expect(shares).toHaveLength(12)
  expect(shares.filter((share) => share < 50).length).toBeGreaterThanOrEqual(3)
  expect(shares.filter((share) => share > 75).length).toBeGreaterThanOrEqual(2)
})

const inComo =
  "enrolmentId IN (SELECT e.id FROM Enrolment e JOIN Person p ON p.id = e.personId WHERE homeEntryId LIKE 'CO.%')"
const unpassed = `SELECT enrolmentId, max(number) AS tries FROM Attempt WHERE ${inComo} GROUP BY enrolmentId, moduleSlug HAVING max(passed) = 0`

test.each([
  ['failed twice and waiting', `SELECT count(*) FROM (${unpassed}) WHERE tries = 2`],
  ['used all attempts', `SELECT count(*) FROM (${unpassed}) WHERE tries = 3`],
  ['was unlocked', `SELECT count(*) FROM AssessmentUnlock WHERE ${inComo}`],
  ['closed by time', `SELECT count(*) FROM Attempt WHERE closedBy = 'time' AND ${inComo}`],
  ['does not agree, not reviewed', openDisagreements('confirmed', 'overturned')],
  ['disagreement confirmed', answered('confirmed')],
  [
    'disagreement overturned, and so void',
    `${answered('overturned')} AND EXISTS (SELECT 1 FROM Observation v WHERE v.corrects = o.id AND v.isVoid)`,
  ],
  ['observation corrected', `SELECT count(*) FROM Observation WHERE corrects IS NOT NULL AND NOT isVoid AND ${inComo}`],
  [
    'observation voided by its author',
    `SELECT count(*) FROM Observation v JOIN Observation o ON o.id = v.corrects WHERE v.isVoid AND v.observerId = o.observerId AND v.${inComo}`,
  ],
  ['register corrected', 'SELECT count(*) FROM Register WHERE corrects IS NOT NULL AND NOT isVoid'],
  ['register voided', 'SELECT count(*) FROM Register WHERE corrects IS NOT NULL AND isVoid'],
  ['practice pending', `SELECT count(*) FROM PracticeEntry WHERE state = 'pending' AND ${inComo}`],
  ['practice returned', `SELECT count(*) FROM PracticeEntry WHERE state = 'returned' AND ${inComo}`],
  ['practice revoked', `SELECT count(*) FROM PracticeEntry WHERE state = 'revoked' AND ${inComo}`],
  ['practice withdrawn', "SELECT count(*) FROM PracticeEntry WHERE state = 'withdrawn'"],
  ['moved to another CPI', "SELECT count(*) FROM AuditEntry WHERE action = 'person.update'"],
  ['posted, still', "SELECT count(*) FROM Posting WHERE endsOn IS NULL AND entryId LIKE 'CO.%'"],
  ['posted, once', 'SELECT count(*) FROM Posting WHERE endsOn IS NOT NULL'],
  ['left', `SELECT count(*) FROM EnrolmentEvent WHERE kind = 'left' AND ${inComo}`],
  ['returned', `SELECT count(*) FROM EnrolmentEvent WHERE kind = 'returned' AND ${inComo}`],
  [
    'earlier lessons recognised',
    `SELECT count(*) FROM Evidence WHERE kind = 'recognition' AND subject = 'lessons' AND ${inComo}`,
  ],
  [
    'earlier test recognised',
    `SELECT count(*) FROM Evidence WHERE kind = 'recognition' AND subject = 'assessment' AND ${inComo}`,
  ],
  ['recognition taken back', `SELECT count(*) FROM Evidence WHERE kind = 'recognition' AND isVoid AND ${inComo}`],
  ['agreed action due', dueActions()],
  ['observation begun', 'SELECT count(*) FROM ObservationDraft'],
  ['register begun', 'SELECT count(*) FROM RegisterDraft'],
])('there is somebody of the case: %s', (_, sql) => {
  expect(count(sql)).toBeGreaterThan(0)
})

test('the act’s classes: nobody sits in two at once, nobody before they follow the plan', () => {
  const twice = count(
    `SELECT count(*) FROM Attendance a JOIN Register r ON r.id = a.registerId JOIN Attendance b ON b.enrolmentId = a.enrolmentId
       AND b.registerId > a.registerId JOIN Register s ON s.id = b.registerId
     WHERE r.heldOn = s.heldOn AND r.startsAt < s.endsAt AND s.startsAt < r.endsAt AND s.corrects IS NOT r.id AND r.corrects IS NOT s.id`,
  )
  expect(twice).toBe(0)
  const early = count(
    `SELECT count(*) FROM Attendance a JOIN Register r ON r.id = a.registerId JOIN Enrolment e ON e.id = a.enrolmentId
     WHERE r.heldOn < substr(e.enrolledAt, 1, 10)`,
  )
  expect(early).toBe(0)
})

test(
  'repeated, it changes nothing',
  async () => {
    const rows = () =>
      ['AuditEntry', 'Evidence', 'Person', 'Enrolment', 'Setting'].map((table) =>
        count(`SELECT count(*) FROM ${table}`),
      )
    const before = rows()
    expect(await demoLoad.run({})).toMatchObject({ code: 0, json: { loaded: 0, history: true } })
    expect(rows()).toEqual(before)
  },
  patience,
)

test(
  'demo scale brings the learners to a number, with rows of every kind, and repeated adds none',
  async () => {
    expect(await demoScale.run({ learners: 'molti' })).toMatchObject({ code: 1, json: { reason: 'invalid' } })
    const most = () =>
      [
        'Attempt',
        'Observation',
        'ObservationResponse',
        'PracticeEntry',
        'Register',
        'Attendance',
        'SelfAssessment',
        'Posting',
        'AssessmentUnlock',
      ].map((table) => count(`SELECT count(*) FROM ${table}`))
    const before = most()
    expect(await demoScale.run({ learners: '1000' })).toMatchObject({ code: 0, json: { ok: true, learners: 1000 } })
    expect(most().every((rows, index) => rows > (before[index] ?? 0))).toBe(true)
    expect(count('SELECT count(*) FROM Enrolment')).toBe(1000)
    const editions = column("SELECT key FROM Setting WHERE key LIKE 'demo-history-%' ORDER BY key")
    expect(editions).toEqual(['demo-history-0', 'demo-history-1', 'demo-history-2'])
    expect(await demoScale.run({ learners: '1000' })).toMatchObject({ code: 0, json: { learners: 1000, acts: 0 } })
    expect(await auditVerify.run({})).toMatchObject({ code: 0 })
    expect(await counted()).toEqual(recounted())
  },
  patience,
)

function answered(verdict: string) {
  return `SELECT count(*) FROM ObservationResponse r JOIN Observation o ON o.id = r.observationId WHERE verdict = '${verdict}' AND o.${inComo}`
}

/** Of them, somebody else than the demo's trainer has observed: that trainer is to review. */
function openDisagreements(...reviews: string[]) {
  const list = reviews.map((one) => `'${one}'`).join(',')
  return `${answered('disagreed')} AND NOT EXISTS (SELECT 1 FROM ObservationResponse s WHERE s.observationId = o.id AND s.verdict IN (${list}))
    AND o.observerId <> (SELECT id FROM Person WHERE email = 'formatore@rotta.example')`
}

function dueActions() {
  return `SELECT count(*) FROM Observation o WHERE o.payload ->> 'actionOn' <= date('now') AND ${inComo}
    AND NOT EXISTS (SELECT 1 FROM Observation l WHERE l.enrolmentId = o.enrolmentId AND l.moduleSlug = o.moduleSlug AND l.seq > o.seq)
    AND EXISTS (SELECT 1 FROM ModuleProgress m WHERE m.enrolmentId = o.enrolmentId AND m.moduleSlug = o.moduleSlug AND NOT m.observationMet)`
}
