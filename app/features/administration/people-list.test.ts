import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { findPlaces } from '~/features/territory/places.queries.server'
import { database } from '~/platform/database/client.server'
import { csvLines } from '~/platform/export/stream-csv.server'
import { authority, makePerson } from '../../../tests/setup/people'
import { exportPeople } from './export-people.server'
import { findOverview, findTerritory } from './overview.queries.server'
import { countPeople, findPeoplePage, pageSize, searchPeople } from './people.queries.server'
import type { PeopleFilters } from './people-filters.schema'

const bergamo: Scope = { kind: 'province', province: 'BG' }
const by = authority('people.read')
const provincial = authority('people.read', { scopes: [bergamo] })
const albinoAlone = authority('people.read', { scopes: [{ kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }] })
const everybody = 130

beforeAll(async () => {
  await loadTerritory()
  // Few surnames, so that many people share one and the id must break the tie.
  const homes = ['BG.cpi-albino', 'BG.cpi-lovere', 'LO.cpi-lodi', undefined]
  for (let n = 0; n < everybody; n += 1) {
    await makePerson({
      lastName: ['Abate', 'Bassi', 'Corti'][n % 3],
      firstName: `Nome${n % 5}`,
      email: `persona${n}@elenco.example`,
      homeEntryId: homes[n % 4],
      profile: n % 2 ? 'operatore' : 'navigator',
      withoutPassword: n % 10 === 0,
      deactivatedAt: n % 13 === 0 ? new Date() : undefined,
      roles: n % 4 === 0 ? [{ role: 'trainer' }, { role: 'admin', endsOn: '2019-02-01' }] : [],
    })
  }
})

/** All pages forwards, then all pages backwards from the last. */
async function walk(who: typeof by, filters: PeopleFilters) {
  const forwards: string[][] = []
  let page = await findPeoplePage(who, filters, {})
  forwards.push(page.people.map(({ id }) => id))
  expect(page.previous).toBeNull()
  while (page.next) {
    page = await findPeoplePage(who, filters, { after: page.next })
    forwards.push(page.people.map(({ id }) => id))
  }
  const backwards: string[][] = [forwards.at(-1) ?? []]
  while (page.previous) {
    page = await findPeoplePage(who, filters, { before: page.previous })
    backwards.unshift(page.people.map(({ id }) => id))
  }
  return { forwards, backwards }
}

describe('the list', () => {
  test.each<[string, typeof by, PeopleFilters, (n: number) => boolean]>([
    ['everybody', by, {}, () => true],
    ['a province', by, { provincia: 'BG' }, (n) => n % 4 < 2],
    ['an entry', by, { sede: 'LO.cpi-lodi' }, (n) => n % 4 === 2],
    ['a role of today', by, { ruolo: 'trainer' }, (n) => n % 4 === 0],
    ['a role that has ended', by, { ruolo: 'admin' }, () => false],
    ['a profile', by, { profilo: 'operatore' }, (n) => n % 2 === 1],
    ['active', by, { stato: 'attive' }, (n) => n % 13 !== 0],
    ['without password', by, { stato: 'senza-password' }, (n) => n % 10 === 0 && n % 13 !== 0],
    ['deactivated', by, { stato: 'disattivate' }, (n) => n % 13 === 0],
    [
      'filters together',
      by,
      { provincia: 'BG', profilo: 'operatore', stato: 'attive' },
      (n) => n % 4 === 1 && n % 13 !== 0,
    ],
    ['by a provincial admin', provincial, {}, (n) => n % 4 < 2],
    ['by a provincial admin, elsewhere', provincial, { provincia: 'LO' }, () => false],
    ['by an admin of one entry', albinoAlone, {}, (n) => n % 4 === 0],
  ])('%s: every page, forwards and back, each person once and in order', async (_, who, filters, expected) => {
    const rows = await database.person.findMany({ orderBy: [{ surnameKey: 'asc' }, { id: 'asc' }] })
    const wanted = rows.filter((row) => expected(Number(/\d+/.exec(row.email)?.[0]))).map(({ id }) => id)
    const { forwards, backwards } = await walk(who, filters)
    expect(forwards.flat()).toEqual(wanted)
    expect(backwards.flat()).toEqual(wanted)
    expect(forwards.slice(0, -1).every((page) => page.length === pageSize)).toBe(true)
    expect(await countPeople(who, filters)).toBe(wanted.length)
  })

  test('a cursor out of reach is no cursor', async () => {
    const elsewhere = await database.person.findFirst({ where: { homeEntryId: 'LO.cpi-lodi' } })
    const first = await findPeoplePage(provincial, {}, {})
    expect(await findPeoplePage(provincial, {}, { after: elsewhere?.id })).toEqual(first)
  })
})

describe('the search', () => {
  test.each([
    ['basSI', 43],
    ['Bassi Nome1', 9],
    ['nome1 b', 9],
    ['persona12@', 1],
    ['PERSONA129@elenco.example', 1],
    ['assi', 0],
    ['%', 0],
  ])('%j finds %i', async (typed, expected) => {
    const { people, more } = await searchPeople(by, {}, typed)
    expect(people).toHaveLength(expected)
    expect(more).toBe(false)
  })

  test('stays within reach and within the filters, and says when there are more', async () => {
    expect((await searchPeople(provincial, {}, 'persona2@')).people).toEqual([])
    expect((await searchPeople(by, { profilo: 'operatore' }, 'persona2@')).people).toEqual([])
    const all = await searchPeople(by, {}, 'persona')
    expect([all.people.length, all.more]).toEqual([pageSize, true])
  })
})

test('the figures of the overview are the lengths of the lists they open', async () => {
  const { active, deactivated, byRole } = await findOverview(by)
  expect([active, deactivated]).toEqual([120, 10])
  expect(byRole.find(({ role }) => role === 'trainer')?.people).toBe(
    await countPeople(by, { ruolo: 'trainer', stato: 'attive' }),
  )
  expect(byRole.find(({ role }) => role === 'admin')?.people).toBe(0)
})

test('the territory shows what is in reach, and who belongs there', async () => {
  const all = await findTerritory(authority('territory.read'))
  expect(all.flatMap((province) => province.entries)).toHaveLength(64)
  const mine = await findTerritory(authority('territory.read', { scopes: [bergamo] }))
  expect(mine.map((province) => [province.code, province.entries.length])).toEqual([['BG', 10]])
  const albino = mine[0]?.entries.find((entry) => entry.id === 'BG.cpi-albino')
  const where = { homeEntryId: 'BG.cpi-albino', deactivatedAt: null }
  expect(albino?.navigators).toBe(await database.person.count({ where: { ...where, profile: 'navigator' } }))
  expect((await findPlaces(albinoAlone)).provinces).toMatchObject([
    { code: 'BG', whole: false, entries: [{ id: 'BG.cpi-albino' }] },
  ])
})

describe('the export', () => {
  test('holds the people in reach, and is in the log', async () => {
    const exporter = authority('people.export', { scopes: [bergamo], actorId: 'exporter' })
    const text = await new Response(await exportPeople(exporter, { profilo: 'operatore' })).text()
    const lines = text.trim().split('\r\n')
    expect(lines[0]).toBe('id;email;nome;cognome;profilo;provincia;sede;ruoli;aggiunta_il;disattivata_il')
    expect(lines).toHaveLength(1 + (await countPeople(provincial, { profilo: 'operatore' })))
    expect(lines[1]).toMatch(/;Operatore CPI;Bergamo;CPI Lovere;;\d{4}-\d\d-\d\d;/)
    expect(await database.auditEntry.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({
      action: 'people.export',
      actorId: 'exporter',
    })
  })

  test('says where a role holds by the name of the place, with ISO dates', async () => {
    await makePerson({
      lastName: 'Zeta',
      homeEntryId: 'BG.cpi-clusone',
      roles: [
        { role: 'trainer', scope: bergamo, endsOn: '2030-01-31' },
        {
          role: 'centre-manager',
          scope: { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' },
          startsOn: '2019-02-01',
        },
        { role: 'plan-manager', startsOn: '2019-03-01' },
      ],
    })
    const text = await new Response(await exportPeople(authority('people.export'), { sede: 'BG.cpi-clusone' })).text()
    expect(text).toContain('(Provincia di Bergamo, dal 2019-01-01 al 2030-01-31)')
    expect(text).toContain('(CPI Albino, dal 2019-02-01)')
    expect(text).toContain('(regione, dal 2019-03-01)')
    expect(text).not.toContain('BG.cpi')
  })

  test.each(['=1+1', '+39', '-1', '@cmd', '\tx', '\rx'])('the cell %j is text to a spreadsheet', (cell) => {
    expect(
      csvLines([[cell]])
        .replace(/^"/, '')
        .startsWith(`'${cell[0]}`),
    ).toBe(true)
    expect(csvLines([['x', cell]])).toContain(`'${cell[0]}`)
  })
})
