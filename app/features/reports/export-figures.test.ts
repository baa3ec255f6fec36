import { beforeAll, describe, expect, test } from 'vitest'
import { byHand } from '../../../tests/setup/by-hand'
import { authority, makePerson } from '../../../tests/setup/people'
import { playHistory } from '../../../tests/setup/progress-history'
import { readListFilters } from './cabina-filters.schema'
import { type ExportedTable, exportCompletionTable, exportPeopleProgress } from './export-progress.server'

const region = () => authority('progress.read', { actorId: reader })
const bergamo = () => authority('progress.read', { actorId: reader, scopes: [{ kind: 'province', province: 'BG' }] })
let reader = ''
let versionNumbers: Map<string, number>
let [firstVersion, secondVersion] = ['', '']

beforeAll(async () => {
  const { versions } = await playHistory(11, 44)
  reader = (await makePerson({ firstName: 'Carla', lastName: 'Seggio' })).id
  versionNumbers = byHand((file) => {
    const rows = file.prepare('SELECT id, number FROM PlanVersion').all() as { id: string; number: number }[]
    return new Map(rows.map(({ id, number }) => [id, number]))
  })
  ;[firstVersion, secondVersion] = versions as [string, string]
}, 90_000)

type Following = {
  id: string
  versionId: string
  profile: string
  completedOn: string | null
  lastName: string
  entry: string | null
  entryName: string | null
}
type Module = { enrolmentId: string; moduleSlug: string; completedOn: string | null; minutesByMode: string }

/** Everybody who follows the plan and what they did, the long way. */
function rawRows() {
  return byHand((file) => ({
    people: file
      .prepare(
        `SELECT e.id, e.versionId, e.profile, e.completedOn, p.lastName, n.id AS entry, n.name AS entryName
         FROM Enrolment e JOIN Person p ON p.id = e.personId LEFT JOIN Entry n ON n.id = p.homeEntryId
         WHERE e.leftAt IS NULL`,
      )
      .all() as Following[],
    modules: file
      .prepare('SELECT enrolmentId, moduleSlug, completedOn, minutesByMode FROM ModuleProgress')
      .all() as Module[],
  }))
}

const columnOf = {
  online: 'ore_online',
  classroom: 'ore_aula',
  remote: 'ore_aula_a_distanza',
  collaborative: 'ore_collaborative',
  onTheJob: 'ore_sul_lavoro',
}
const asHours = (minutes: number) => Math.round((minutes / 60) * 100) / 100

async function rowsOf(table: ExportedTable | null) {
  if (!table) throw new Error('No table')
  const rows: Record<string, string | number>[] = []
  for await (const portion of table.portions) {
    for (const cells of portion) {
      rows.push(Object.fromEntries(table.headings.map((heading, index) => [heading, cells[index] ?? ''])))
    }
  }
  return rows
}

describe('the table by entry', () => {
  const profileNames: Record<string, string> = { navigator: 'Navigator', operatore: 'Operatore CPI' }
  const titles: Record<string, string> = { '': 'Piano', primo: 'Modulo primo', secondo: 'Modulo secondo' }

  test('its rows are those that must be there, each with what a recount from the raw rows gives', async () => {
    const rows = await rowsOf(await exportCompletionTable(region()))
    const { people, modules } = rawRows()
    const expected = people.flatMap(({ versionId, entryName, profile, id, completedOn }) => {
      const place = [entryName ?? 'Senza sede', profileNames[profile], versionNumbers.get(versionId)]
      const mine = modules.filter(({ enrolmentId }) => enrolmentId === id)
      return [{ moduleSlug: '', completedOn, minutesByMode: '{}' }, ...mine].map((row) => ({
        key: [...place, titles[row.moduleSlug]].join(' | '),
        completed: row.completedOn ? 1 : 0,
        minutes: JSON.parse(row.minutesByMode) as Record<string, number>,
      }))
    })
    const keyOf = (row: (typeof rows)[number]) =>
      [row.sede, row.profilo, row.versione_del_piano, row.modulo].join(' | ')
    // A row for whoever is there, and one for each entry where nobody is, of the version in force.
    const entries = byHand((file) => file.prepare('SELECT name FROM Entry').pluck().all() as string[])
    const wanted = [...entries, 'Senza sede'].flatMap((entry) =>
      ['navigator', 'operatore'].flatMap((profile) =>
        [secondVersion, firstVersion].flatMap((version) => {
          const place = [entry, profileNames[profile], versionNumbers.get(version)]
          const modules = profile === 'navigator' && version === firstVersion ? ['primo', 'secondo'] : ['primo']
          const followed = people.some(
            (one) => (one.entryName ?? 'Senza sede') === entry && one.profile === profile && one.versionId === version,
          )
          if (followed) return ['', ...modules].map((slug) => [...place, titles[slug]].join(' | '))
          return version === secondVersion && entry !== 'Senza sede' ? [[...place, 'Piano'].join(' | ')] : []
        }),
      ),
    )
    expect(rows.map(keyOf).toSorted()).toEqual(wanted.toSorted())
    for (const row of rows) {
      const behind = expected.filter(({ key }) => key === keyOf(row))
      const whole = expected.filter(({ key }) => key === [...keyOf(row).split(' | ').slice(0, 3), 'Piano'].join(' | '))
      expect([keyOf(row), row.iscritti, row.completati]).toEqual([
        keyOf(row),
        whole.length,
        behind.reduce((sum, { completed }) => sum + completed, 0),
      ])
      for (const [mode, column] of Object.entries(columnOf)) {
        const minutes = behind.reduce((sum, one) => sum + (one.minutes[mode] ?? 0), 0)
        expect([keyOf(row), column, row[column]]).toEqual([keyOf(row), column, asHours(minutes)])
      }
    }
  })

  test('the places add up to those of the act, once each', async () => {
    const rows = await rowsOf(await exportCompletionTable(region()))
    expect(rows.reduce((sum, { posti_navigator }) => sum + Number(posti_navigator), 0)).toBe(329)
    expect(rows.every(({ profilo, posti_navigator }) => profilo === 'Navigator' || posti_navigator === 0)).toBe(true)
  })

  test('of one province: its entries alone, and nobody of no entry', async () => {
    const rows = await rowsOf(await exportCompletionTable(bergamo()))
    expect(new Set(rows.map(({ provincia }) => provincia))).toEqual(new Set(['Bergamo']))
    expect(rows.map(({ sede }) => sede)).not.toContain('Senza sede')
    const there = rawRows().people.filter(({ entry, profile }) => entry?.startsWith('BG.') && profile === 'navigator')
    const plans = rows.filter(({ modulo, profilo }) => modulo === 'Piano' && profilo === 'Navigator')
    expect(plans.reduce((sum, { iscritti }) => sum + Number(iscritti), 0)).toBe(there.length)
    expect(there.length).toBeGreaterThan(2)
  })
})

describe('the list of people', () => {
  /** What the history asks of a module, in minutes; its second module is the first version's, for Navigators. */
  const asked: Record<string, Record<string, number>> = {
    navigator: { online: 60, classroom: 60, onTheJob: 120 },
    operatore: { online: 60, classroom: 60, onTheJob: 60 },
  }
  const modulesOf = ({ versionId, profile }: Following) =>
    profile === 'navigator' && versionId === firstVersion ? 2 : 1
  const sum = (numbers: number[]) => numbers.reduce((all, more) => all + more, 0)
  const people = async (query: string, by = region()) =>
    rowsOf(await exportPeopleProgress(by, readListFilters(new URLSearchParams(query)) ?? never(query)))
  const never = (query: string): never => {
    throw new Error(`No filters: ${query}`)
  }

  test.each([
    ['', () => true],
    ['profilo=operatore', () => true],
    ['provincia=BG', ({ entry }) => entry?.startsWith('BG.') === true],
    ['sede=BG.cpi-albino', ({ entry }) => entry === 'BG.cpi-albino'],
    ['sede=nessuna', ({ entry }) => entry === null],
    ['stato=completato', ({ completedOn }) => completedOn !== null],
    ['stato=in-corso', ({ completedOn }) => completedOn === null],
  ] satisfies [string, (one: Following) => boolean][])(
    'of %j: those people, with their figures',
    async (query, isIn) => {
      const raw = rawRows()
      const profile = query === 'profilo=operatore' ? 'operatore' : 'navigator'
      const expected = raw.people.filter((one) => one.profile === profile && isIn(one))
      const figures = expected.map((one) => {
        const mine = raw.modules.filter(({ enrolmentId }) => enrolmentId === one.id)
        // Of a mode no more counts than the module asks.
        const counted = mine.flatMap((row) =>
          Object.entries(JSON.parse(row.minutesByMode) as Record<string, number>).map(([mode, minutes]) =>
            Math.min(minutes, asked[profile]?.[mode] ?? 0),
          ),
        )
        return [
          one.entryName ?? '',
          versionNumbers.get(one.versionId),
          one.completedOn ?? '',
          mine.filter(({ completedOn }) => completedOn).length,
          modulesOf(one),
          asHours(sum(counted)),
          asHours(modulesOf(one) * sum(Object.values(asked[profile] ?? {}))),
        ]
      })
      const shown = (await people(query)).map((row) => [
        row.sede,
        row.versione_del_piano,
        row.piano_completato_il,
        row.moduli_completati,
        row.moduli_del_piano,
        row.ore_fatte,
        row.ore_previste,
      ])
      expect(shown.map(String).toSorted()).toEqual(figures.map(String).toSorted())
      expect(shown.length).toBeGreaterThan(0)
    },
  )

  test('of a module: when each completed it, and who takes it alone', async () => {
    const raw = rawRows()
    const taking = raw.people.filter(({ profile, versionId }) => profile === 'navigator' && versionId === firstVersion)
    const rows = await people('modulo=secondo')
    expect(rows.length).toBe(taking.length)
    const days = taking.map(
      ({ id }) => raw.modules.find((row) => row.enrolmentId === id && row.moduleSlug === 'secondo')?.completedOn ?? '',
    )
    expect(rows.map(({ modulo_completato_il }) => modulo_completato_il).toSorted()).toEqual(days.toSorted())
    expect(new Set(days).size).toBeGreaterThan(2)
    expect(new Set(rows.map(({ modulo }) => modulo))).toEqual(new Set(['Modulo secondo']))
    expect(Object.keys((await people(''))[0] ?? {})).not.toContain('modulo')
  })

  test('out of reach, or of a module that nobody follows: no table', async () => {
    for (const query of ['provincia=LO', 'sede=nessuna', 'modulo=assente']) {
      const filters = readListFilters(new URLSearchParams(query)) ?? never(query)
      expect(await exportPeopleProgress(bergamo(), filters), query).toBeNull()
    }
    expect(await people('', bergamo())).toHaveLength(
      rawRows().people.filter(({ entry, profile }) => entry?.startsWith('BG.') && profile === 'navigator').length,
    )
  })
})
