import { beforeAll, expect, test } from 'vitest'
import { database } from '~/platform/database/client.server'
import { byHand } from '../../../tests/setup/by-hand'
import { playHistory } from '../../../tests/setup/progress-history'
import { mondayOf } from './rules/trend'

beforeAll(async () => {
  await playHistory(7, 30)
}, 60_000)

type Row = {
  versionId: string
  homeEntryId: string | null
  profile: string
  moduleSlug: string
  completedAt: string | null
  assessmentPassed: number
  observationMet: number
  minutesByMode: string
}

/** What there is to count, the long way: every enrolment that is followed, and each of its modules with evidence. */
function rawRows(): Row[] {
  return byHand((file) => {
    const none = `'' AS moduleSlug, e.completedAt, 0 AS assessmentPassed, 0 AS observationMet, '{}' AS minutesByMode`
    const plans = file
      .prepare(
        `SELECT e.versionId, p.homeEntryId, e.profile, ${none} FROM Enrolment e, Person p
         WHERE p.id = e.personId AND e.leftAt IS NULL`,
      )
      .all()
    const modules = file
      .prepare(
        `SELECT e.versionId, p.homeEntryId, e.profile, m.moduleSlug, m.completedAt, m.assessmentPassed,
           m.observationMet, m.minutesByMode
         FROM ModuleProgress m, Enrolment e, Person p
         WHERE e.id = m.enrolmentId AND p.id = e.personId AND e.leftAt IS NULL`,
      )
      .all()
    return [...plans, ...modules] as Row[]
  })
}

/** The day in Italy, without the product's own help. */
const italian = (moment: string) => new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' })

test('the counts that triggers keep are what a recount from the raw rows gives', async () => {
  const expected = new Map<string, Record<string, number>>()
  for (const row of rawRows()) {
    const key = [row.versionId, row.homeEntryId ?? '', row.profile, row.moduleSlug].join(' ')
    const minutes = JSON.parse(row.minutesByMode) as Record<string, number>
    const before = expected.get(key) ?? {}
    const more: Record<string, number> = {
      people: 1,
      completed: row.completedAt ? 1 : 0,
      testsPassed: row.assessmentPassed,
      observationsMet: row.observationMet,
      ...minutes,
    }
    const names = new Set([...Object.keys(before), ...Object.keys(more)])
    expected.set(key, Object.fromEntries([...names].map((name) => [name, (before[name] ?? 0) + (more[name] ?? 0)])))
  }
  const kept = await database.progressCount.findMany()
  const found = kept
    .filter(({ people }) => people > 0)
    .map(({ versionId, entryId, profile, moduleSlug, ...counts }) => [
      [versionId, entryId, profile, moduleSlug].join(' '),
      counts,
    ])
  const zeros = { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries([...expected].map(([key, counts]) => [key, { ...zeros, ...counts }])),
  )
  // Whoever left or moved away left nothing behind.
  for (const { people, ...counts } of kept.filter((row) => row.people === 0)) {
    const { versionId: _, entryId: __, profile: ___, moduleSlug: ____, ...numbers } = counts
    expect(people + Object.values(numbers).reduce((sum, value) => sum + Math.abs(value), 0)).toBe(0)
  }
  // The history must have shown something.
  expect(kept.filter(({ completed, moduleSlug }) => completed > 0 && moduleSlug === '').length).toBeGreaterThan(3)
})

test('completions by week are what a recount from the raw rows gives', async () => {
  const expected = new Map<string, number>()
  for (const { completedAt, homeEntryId, profile, moduleSlug } of rawRows()) {
    if (!completedAt) continue
    const key = [moduleSlug, profile, homeEntryId?.split('.')[0] ?? '', mondayOf(italian(completedAt))].join(' ')
    expected.set(key, (expected.get(key) ?? 0) + 1)
  }
  const kept = await database.completionWeek.findMany({ where: { completed: { not: 0 } } })
  const found = kept.map((row) => [[row.moduleSlug, row.profile, row.province, row.monday].join(' '), row.completed])
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
  expect(expected.size).toBeGreaterThan(10)
})

test('progress cannot be deleted behind the counts', () => {
  expect(() => byHand((file) => file.exec('DELETE FROM ModuleProgress'))).toThrow('Progress is kept')
})
