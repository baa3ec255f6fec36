import { beforeAll, expect, test } from 'vitest'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database, transact } from '~/platform/database/client.server'
import { fullModule } from '../../../tests/setup/full-modules'
import { chainEnds, snapshotOf } from '../../../tests/setup/history-snapshot'
import { makePerson } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { CommandPlayer } from '../../../tests/setup/play-by-commands'
import { auditVerify } from '../audit-verify'
import type { Act } from './acts'
import { calendarUntil } from './calendar'
import { generateHistory } from './generate'
import { HistoryWriter } from './history-writer'
import type { Beginner } from './traits'

const calendar = calendarUntil(new Date('2020-02-20T16:30:00Z'))
const modules = [fullModule({ slug: 'primo' }), fullModule({ slug: 'secondo', required: 1, prerequisites: ['primo'] })]
const entries = ['CO.cpi-como', 'CO.cpi-cantu', 'CO.cpi-menaggio']
const learnersWanted = 30

/** People who differ from those made before in nothing but their ids, and a version of the plan like the one before. */
async function makePart(name: string, approvedAt: Date) {
  const staff = await Promise.all(['primo', 'secondo', 'gestore', 'admin'].map((email) => staffMember(email)))
  const [first = '', second = '', managerId = '', adminId = ''] = staff
  const learners: Beginner[] = []
  for (let index = 0; index < learnersWanted; index += 1) {
    const profile = index % 3 === 0 ? 'operatore' : 'navigator'
    const homeEntryId = entries[index % entries.length] ?? ''
    const scope = { kind: 'entry', entry: homeEntryId, province: 'CO' } as const
    const roles = [{ role: 'learner' as const, scope }]
    const traits = { profile, homeEntryId, lastName: `Provati ${index}`, email: `${name}-${index}@rotta.example` }
    const { id } = await makePerson({ ...traits, roles })
    learners.push({ personId: id, profile, entryId: homeEntryId, province: 'CO', isOfTheNine: index < 2 })
  }
  const { versionId } = await makePlan({ modules, at: approvedAt })
  const provinces = [{ code: 'CO', trainers: [first, second], placeName: 'CPI Como' }]
  const cast = { learners, provinces, managerId, adminId, shown: 'CO', measuring: false }
  const plan = await frozenPlan(versionId)
  const people = learners.map(({ personId }) => personId)
  return { people, versionId, plan, acts: generateHistory('parity', cast, plan, calendar) }
}

const known = new Map<string, string>()
async function staffMember(name: string) {
  const id = known.get(name) ?? (await makePerson({ email: `${name}@rotta.example` })).id
  known.set(name, id)
  return id
}

beforeAll(() => loadTerritory())

test('the writer leaves what the product’s own commands leave, but for ids, salts and digests', async () => {
  const theirs = await makePart('theirs', new Date('2019-09-01T08:00:00Z'))
  const before = chainEnds()
  const player = new CommandPlayer()
  await player.play(theirs.acts)
  const byCommands = snapshotOf({ ...theirs, after: before })
  const weeksOfTheirs = await weeks()

  const ours = await makePart('ours', new Date('2019-09-02T08:00:00Z'))
  expect(kindsOf(ours.acts)).toEqual(kindsOf(theirs.acts))
  // The product draws a seed of its own for every attempt: the writer repeats it.
  for (const attempt of attemptsOf(ours.acts)) attempt.seed = player.seeds.get(attempt.id) ?? ''
  const ends = chainEnds()
  await transact(async (tx) => {
    const writer = await HistoryWriter.open(tx, ours.plan)
    await writer.play(ours.acts)
    await writer.finish()
  })
  const byWriter = snapshotOf({ ...ours, after: ends })
  for (const table of Object.keys(byCommands)) {
    expect(byWriter[table]?.length, table).toBe(byCommands[table]?.length)
    expect(byWriter[table], table).toEqual(byCommands[table])
  }
  expect(difference(await weeks(), weeksOfTheirs)).toEqual(weeksOfTheirs)
  expect(await auditVerify.run({})).toMatchObject({ code: 0 })
}, 180_000)

test('the acts that were compared are of every kind', async () => {
  const { acts } = await makePart('kinds', new Date('2019-09-03T08:00:00Z'))
  expect([...new Set(kindsOf(acts))].sort()).toEqual([
    'attempt-ended',
    'attempt-started',
    'enrolled',
    'left',
    'lesson',
    'moved',
    'observation-answered',
    'observation-signed',
    'observation-voided',
    'posted',
    'practice-decided',
    'practice-logged',
    'recognised',
    'recognition-corrected',
    'register-signed',
    'register-voided',
    'returned',
    'self-assessed',
    'unlocked',
  ])
})

function kindsOf(acts: readonly Act[]) {
  return acts.map(({ kind }) => kind)
}

function attemptsOf(acts: readonly Act[]) {
  return acts.flatMap((act) => (act.kind === 'attempt-started' ? [act.attempt] : []))
}

/** Completions by week, as far as they are of people. */
async function weeks() {
  const rows = await database.completionWeek.findMany({ where: { completed: { gt: 0 } } })
  const counted = rows.map(({ monday, province, profile, moduleSlug, completed }) => {
    return [`${monday} ${province} ${profile} ${moduleSlug}`, completed] as const
  })
  return new Map(counted)
}

function difference(now: Map<string, number>, before: Map<string, number>) {
  return new Map([...now].map(([key, count]) => [key, count - (before.get(key) ?? 0)]))
}
