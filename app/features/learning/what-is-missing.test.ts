import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '~/features/auth/rules/grants'
import { findTrainersOf } from '~/features/territory/trainers.queries.server'
import { dayOf } from '~/lib/dates'
import { learnerAt } from '../../../tests/setup/attempts'
import { historyModules, makeHistory, seeded } from '../../../tests/setup/histories'
import { sent, shown } from '../../../tests/setup/pages'
import { makePerson } from '../../../tests/setup/people'
import { isWithin, type RawRows, readRawRows, standingEvidence, standingSigned } from '../../../tests/setup/raw-rows'
import { findOwnPlan } from './own-plan.queries.server'
import PlanPage, { loader } from './pages/plan-page'
import { findWhatIsMissing } from './what-is-missing.server'

const today = dayOf(new Date())
let rows: RawRows
type Role = { id: string; name: string; surname: string; scope: Scope; startsOn: string; endsOn?: string; off: boolean }
const trainers: Role[] = []

beforeAll(async () => {
  await makeHistory(31, { people: 12 })
  const random = seeded(32)
  const scopes: Scope[] = [
    { kind: 'region' },
    { kind: 'province', province: 'BG' },
    { kind: 'province', province: 'LO' },
    { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' },
    { kind: 'entry', entry: 'BG.cpi-bergamo', province: 'BG' },
    { kind: 'entry', entry: 'CO.cpi-como', province: 'CO' },
  ]
  for (let index = 0; index < 14; index += 1) {
    const lastName = `Tutor${String.fromCharCode(90 - index)}`
    const scope = random.pick(scopes)
    const [startsOn, endsOn] = random.pick([
      ['2019-01-01', undefined],
      ['2019-01-01', today],
      ['2019-01-01', '2020-01-01'],
      ['2999-01-01', undefined],
    ] as const)
    const off = random.chance(0.15)
    const person = await makePerson({
      firstName: 'Tea',
      lastName,
      roles: [{ role: 'trainer', scope, startsOn, endsOn }],
      ...(off && { deactivatedAt: new Date() }),
    })
    trainers.push({ id: person.id, name: `Tea ${lastName}`, surname: lastName, scope, startsOn, endsOn, off })
  }
  rows = await readRawRows()
}, 240_000)

/** Trainers of somebody today, from the rows alone. */
function trainersOf(personId: string) {
  const person = rows.people.find(({ id }) => id === personId)
  const places = [person?.homeEntryId ?? null]
  for (const posting of rows.postings) {
    const holds = posting.startsOn <= today && (posting.endsOn === null || posting.endsOn >= today)
    if (posting.personId === personId && holds) places.push(posting.entryId)
  }
  return trainers
    .filter(({ startsOn, endsOn, off }) => startsOn <= today && (endsOn === undefined || endsOn >= today) && !off)
    .filter(({ scope }) => places.some((entry) => isWithin(entry, [scope])))
    .sort((one, other) => (one.surname < other.surname ? -1 : 1))
}

test('the trainers of somebody are those whose scope covers the home or the posting of today, by surname', async () => {
  for (const { id } of rows.people.filter(({ profile }) => profile)) {
    const found = await findTrainersOf(id, today)
    expect(found.map(({ name }) => name)).toEqual(trainersOf(id).map(({ name }) => name))
    const home = rows.people.find((person) => person.id === id)?.homeEntryId ?? null
    for (const { id: trainer, atHome } of found) {
      const role = trainers.find((one) => one.id === trainer)
      expect(atHome).toBe(role !== undefined && isWithin(home, [role.scope]))
    }
  }
})

describe('what is missing, recounted from raw rows', () => {
  test('lessons, hours and observations of every open module', async () => {
    let seen = 0
    for (const { id, personId, profile, activeKey } of rows.enrolments) {
      if (!activeKey) continue
      const plan = await findOwnPlan(learnerAt(personId))
      const found = plan ? await findWhatIsMissing(plan, today) : []
      for (const { slug, lines } of found) {
        const module = historyModules.find((one) => one.slug === slug)
        const standing = standingEvidence(rows, id, slug)
        const has = (kind: string, subject: string) =>
          standing.some((row) => row.kind === kind && row.subject === subject)
        const unread = (module?.lessons ?? []).filter((lesson) => !has('lesson', lesson.slug)).length
        const left = has('recognition', 'lessons') ? 0 : unread
        expect(lines.find(({ key }) => key === 'lessons')?.text ?? '0').toMatch(new RegExp(`^${left}`))
        for (const mode of ['classroom', 'remote', 'collaborative', 'onTheJob'] as const) {
          const minutes = standing.reduce((sum, row) => (row.subject === mode ? sum + (row.minutes ?? 0) : sum), 0)
          const lacks = (module?.hours[profile as 'navigator']?.[mode] ?? 0) * 60 > minutes
          expect(lines.some(({ key }) => key === mode)).toBe(lacks)
        }
        const counted = standingSigned(rows, id, slug).filter(({ sufficient }) => sufficient).length
        const observation = lines.find(({ key }) => key === 'observation')
        const met = standing.some(({ kind, subject }) => kind === 'observation' || subject === 'observation')
        expect(observation !== undefined).toBe(module?.observation !== undefined && !met)
        if (observation && counted < 2) expect(observation.text).toContain(`${counted} su`)
        seen += lines.length
      }
    }
    expect(seen).toBeGreaterThan(20)
  })

  test('the page names people, and gives no address of theirs', async () => {
    const someone = rows.enrolments.find(({ activeKey, completedAt }) => activeKey && !completedAt)
    const html = shown(PlanPage, await loader(sent(someone?.personId ?? '')))
    expect(html).toContain('Che cosa manca, e chi te lo può dare')
    expect(html).not.toContain('@')
    expect(html).toMatch(/Tea Tutor/)
  })
})
