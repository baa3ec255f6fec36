import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '~/platform/database/client.server'
import { authority, makePerson } from '../../../tests/setup/people'
import { playHistory } from '../../../tests/setup/progress-history'
import { readDashboardFilters, readListFilters } from './cabina-filters.schema'
import { findDashboard } from './dashboard.server'
import { findNamedList } from './named-list.server'

const region = () => authority('progress.read', { actorId: reader })
let reader = ''
let people: Awaited<ReturnType<typeof readPeople>> = []

beforeAll(async () => {
  await playHistory(11, 44)
  reader = (await makePerson({ firstName: 'Carla', lastName: 'Seggio' })).id
  people = await readPeople()
}, 90_000)

/** Everybody who follows the plan, with all that any figure is made of. */
function readPeople() {
  return database.enrolment.findMany({
    where: { leftAt: null },
    select: {
      id: true,
      versionId: true,
      profile: true,
      completedAt: true,
      person: { select: { id: true, homeEntryId: true } },
      progress: true,
    },
  })
}

type Filters = { profilo?: string; provincia?: string; modulo?: string; sede?: string; stato?: string }

/** Whom the filters let through, and whether each has completed the plan or the module. */
function chosen({ profilo = 'navigator', provincia, modulo, sede }: Filters) {
  return people
    .filter(({ profile }) => profile === profilo)
    .filter(({ person }) => !provincia || person.homeEntryId?.startsWith(`${provincia}.`))
    .filter(({ person }) => !sede || person.homeEntryId === sede)
    .filter(({ versionId, profile }) => !modulo || takes(versionId, profile, modulo))
    .map((one) => ({
      ...one,
      done: modulo
        ? one.progress.some(({ moduleSlug, completedAt }) => moduleSlug === modulo && completedAt)
        : one.completedAt !== null,
    }))
}

/** As the history made it: the second module is the first version's, and for Navigators alone. */
function takes(versionId: string, profile: string, modulo: string) {
  return modulo === 'primo' || (profile === 'navigator' && versionId === firstVersion())
}
const firstVersion = () =>
  people.find(({ progress }) => progress.some(({ moduleSlug }) => moduleSlug === 'secondo'))?.versionId

const dashboard = async (filters: Filters, by = region()) =>
  findDashboard(by, readDashboardFilters(new URLSearchParams(filters)))

/** The filters of a list, as its address says them. */
function listed(query: string | URLSearchParams) {
  const filters = readListFilters(new URLSearchParams(query))
  if (!filters) throw new Error(`No filters: ${query}`)
  return filters
}

const variants: Filters[] = [
  {},
  { profilo: 'operatore' },
  { provincia: 'BG' },
  { provincia: 'BG', profilo: 'operatore' },
  { modulo: 'primo' },
  { modulo: 'secondo', provincia: 'LO' },
]

describe.each(variants)('the dashboard of %o', (filters) => {
  test('the whole, every province and every entry', async () => {
    const shown = await dashboard(filters)
    const all = chosen(filters)
    expect(shown?.total).toMatchObject({
      enrolled: all.length,
      completed: all.filter(({ done }) => done).length,
    })
    // People who belong nowhere are told apart, below the table.
    const nowhere = all.filter(({ person }) => !person.homeEntryId)
    expect(shown?.elsewhere?.enrolled).toBe(filters.provincia ? undefined : nowhere.length)
    for (const { id, enrolled, completed } of shown?.provinces ?? []) {
      const there = chosen({ ...filters, provincia: id })
      expect({ id, enrolled, completed }).toEqual({
        id,
        enrolled: there.length,
        completed: there.filter(({ done }) => done).length,
      })
    }
    for (const { id, enrolled, completed } of shown?.entries ?? []) {
      const there = chosen({ ...filters, sede: id })
      expect({ id, enrolled, completed }).toEqual({
        id,
        enrolled: there.length,
        completed: there.filter(({ done }) => done).length,
      })
    }
  })

  test('modules: completion always, tests and observations of five or more', async () => {
    const shown = await dashboard(filters)
    for (const line of shown?.modules ?? []) {
      const there = chosen({ ...filters, modulo: line.slug })
      const count = (of: (row: (typeof people)[number]['progress'][number]) => unknown) =>
        there.filter(({ progress }) => progress.some((row) => row.moduleSlug === line.slug && of(row))).length
      expect(line.enrolled).toBe(there.length)
      expect(line.completed).toBe(count(({ completedAt }) => completedAt))
      if (there.length < 5) expect([line.testsPassed, line.observationsMet]).toEqual([null, null])
      if (line.testsPassed !== null) expect(line.testsPassed).toBe(count(({ assessmentPassed }) => assessmentPassed))
      if (line.observationsMet !== null)
        expect(line.observationsMet).toBe(count(({ observationMet }) => observationMet))
      expect(line.observed).toBe(line.slug === 'primo')
    }
    expect(shown?.modules.length).toBeGreaterThan(0)
  })

  test('hours by mode, recorded and planned', async () => {
    const shown = await dashboard(filters)
    const { profilo = 'navigator', provincia, modulo } = filters
    const there = chosen({ profilo, provincia, modulo })
    const planned = { online: 60, classroom: 60, onTheJob: profilo === 'navigator' ? 120 : 60 }
    for (const { mode, delivered, planned: asked } of shown?.hours ?? []) {
      const recorded = there
        .flatMap(({ progress }) => progress)
        .filter(({ moduleSlug }) => !modulo || moduleSlug === modulo)
        .reduce((sum, { minutesByMode }) => sum + ((JSON.parse(minutesByMode) as Record<string, number>)[mode] ?? 0), 0)
      const modules = there.reduce(
        (sum, one) => sum + (!modulo && takes(one.versionId, one.profile, 'secondo') ? 2 : 1),
        0,
      )
      expect({ mode, delivered, asked }).toEqual({
        mode,
        delivered: recorded,
        asked: modules * ((planned as Record<string, number>)[mode] ?? 0),
      })
    }
    expect(shown?.hours.map(({ mode }) => mode)).toEqual(['online', 'classroom', 'onTheJob'])
  })

  test('the trend ends at what is completed today', async () => {
    const shown = await dashboard(filters)
    const done = chosen(filters).filter((one) => one.done)
    expect(shown?.trend?.at(-1)?.completed ?? 0).toBe(done.length)
    const points = shown?.trend ?? []
    expect(points.every((point, index) => index === 0 || point.monday > (points[index - 1]?.monday ?? ''))).toBe(true)
  })

  test('every number opens a list of just as many people, who are those', async () => {
    for (const stato of [undefined, 'completato', 'in-corso']) {
      const query = new URLSearchParams(
        Object.entries({ ...filters, stato }).filter((pair): pair is [string, string] => Boolean(pair[1])),
      )
      const list = await findNamedList(region(), listed(query), {})
      const expected = chosen(filters).filter(({ done }) => !stato || done === (stato === 'completato'))
      expect(list?.total).toBe(expected.length)
      expect(new Set(list?.rows.map(({ enrolmentId }) => enrolmentId))).toEqual(new Set(expected.map(({ id }) => id)))
    }
  })
})

test.each(['BG.cpi-albino', 'LO.cpi-lodi', 'nessuna'])('the list of %s alone has just its people', async (sede) => {
  let found = 0
  for (const profilo of ['navigator', 'operatore']) {
    const list = await findNamedList(region(), listed(new URLSearchParams({ sede, profilo })), {})
    const expected = people.filter(
      ({ profile, person }) => profile === profilo && (person.homeEntryId ?? 'nessuna') === sede,
    )
    expect(list?.total).toBe(expected.length)
    expect(new Set(list?.rows.map(({ enrolmentId }) => enrolmentId))).toEqual(new Set(expected.map(({ id }) => id)))
    found += expected.length
  }
  expect(found).toBeGreaterThan(0)
})

describe('who may look where', () => {
  const bergamo = () => authority('progress.read', { actorId: reader, scopes: [{ kind: 'province', province: 'BG' }] })

  test('a plan manager of a province sees it alone', async () => {
    const shown = await dashboard({}, bergamo())
    expect(shown?.provinces.map(({ id }) => id)).toEqual(['BG'])
    expect(shown?.total).toMatchObject({ enrolled: chosen({ provincia: 'BG' }).length })
    expect(shown?.trend?.at(-1)?.completed ?? 0).toBe(chosen({ provincia: 'BG' }).filter(({ done }) => done).length)
    const list = await findNamedList(bergamo(), listed(''), {})
    expect(list?.total).toBe(chosen({ provincia: 'BG' }).length)
    expect(list?.rows).toHaveLength(list?.total ?? -1)
  })

  test('another province, an entry there, an unknown module: not there', async () => {
    expect(await dashboard({ provincia: 'LO' }, bergamo())).toBeNull()
    expect(await dashboard({ modulo: 'assente' })).toBeNull()
    for (const query of ['provincia=LO', 'sede=LO.cpi-lodi', 'sede=nessuna', 'modulo=assente']) {
      expect(await findNamedList(bergamo(), listed(query), {})).toBeNull()
    }
  })
})

test('a filter that cannot be names no list', () => {
  for (const query of ['stato=completati', 'provincia=bg', 'profilo=altro', 'modulo=À', 'sede=qui']) {
    expect(readListFilters(new URLSearchParams(query)), query).toBeNull()
  }
})

test('a list that was looked at is in the log, one that was refused is not', async () => {
  const count = () => database.auditEntry.count({ where: { action: 'progress.read-named' } })
  const before = await count()
  await findNamedList(region(), listed('provincia=BG&stato=completato'), {})
  await findNamedList(region(), listed('modulo=assente'), {})
  expect(await count()).toBe(before + 1)
  const row = await database.auditEntry.findFirstOrThrow({ orderBy: { seq: 'desc' } })
  expect(row).toMatchObject({ actorId: reader, objectType: 'people' })
  expect(JSON.parse(row.payload ?? '')).toEqual({
    filters: { profilo: 'navigator', provincia: 'BG', stato: 'completato' },
  })
})
