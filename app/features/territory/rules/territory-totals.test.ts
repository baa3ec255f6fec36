import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { territorySchema } from '../territory.schema'
import { countTotals, problemsOfTable, sumOfPlaces, type TerritoryTable } from './territory-totals'

const source = readFileSync('content/territory.yaml', 'utf8')
const territory = territorySchema.parse(parse(source))

// Typed from the act (D.g.r. XI/1981, Allegato 1, par. 6), not from the file.
const placesOfTheAct = [
  ['BG', 38, 10],
  ['BS', 50, 8],
  ['CO', 18, 5],
  ['CR', 16, 4],
  ['LC', 12, 2],
  ['LO', 12, 1],
  ['MN', 20, 5],
  ['MI', 76, 9],
  ['MB', 27, 4],
  ['PV', 22, 3],
  ['SO', 10, 5],
  ['VA', 28, 8],
] as const

describe('content/territory.yaml against the act', () => {
  test('provinces, in the order of the act, with their places and number of entries', () => {
    const found = territory.provinces.map((province) => [
      province.code,
      province.navigatorPlaces,
      province.entries.length,
    ])
    expect(found).toEqual(placesOfTheAct)
  })

  test('totals, added up line by line from the text of the file', () => {
    const lines = source.split('\n')
    const placesOf = (indent: string) =>
      lines
        .filter((line) => line.startsWith(`${indent}navigatorPlaces:`))
        .map((line) => Number(line.split(':')[1]))
        .reduce((sum, places) => sum + places, 0)
    expect(placesOf('    ')).toBe(329)
    expect(placesOf('        ')).toBe(329)
    expect(lines.filter((line) => line.trim() === 'kind: cpi')).toHaveLength(63)
    expect(lines.filter((line) => line.trim() === 'kind: cmd')).toHaveLength(1)
    expect(countTotals(territory.provinces)).toEqual({
      provinces: 12,
      entries: 64,
      employmentCentres: 63,
      employmentCentresWithPlaces: 62,
      navigatorPlaces: 329,
    })
  })

  test('326 places in the CPI, 3 at the CMD of Varese, none at Ostiglia; Breno and Brescia say of which', () => {
    const entries = new Map(territory.provinces.flatMap((province) => province.entries).map((one) => [one.id, one]))
    expect(sumOfPlaces([...entries.values()].filter((entry) => entry.kind === 'cpi'))).toBe(326)
    expect(entries.get('VA.cmd-varese')).toMatchObject({ kind: 'cmd', navigatorPlaces: 3 })
    expect(entries.get('MN.cpi-ostiglia')?.navigatorPlaces).toBe(0)
    expect(entries.get('BS.cpi-breno')?.note).toBe('Di cui 1 per Edolo e 1 per Darfo')
    expect(entries.get('BS.cpi-brescia')?.note).toBe('Di cui 4 per il CMD')
  })

  test('the file has no problems', () => {
    expect(problemsOfTable(territory)).toEqual([])
  })
})

describe('problemsOfTable', () => {
  const changed = (change: (table: TerritoryTable) => void) => {
    const table = structuredClone(territory) as TerritoryTable
    change(table)
    return problemsOfTable(table).map(({ reason }) => reason)
  }
  const set = <T extends object>(target: T | undefined, values: Partial<T>) => void Object.assign(target ?? {}, values)
  const first = (table: TerritoryTable) => {
    const entry = table.provinces[0]?.entries[0]
    if (!entry) throw new Error('the table is empty')
    return entry
  }

  test.each<[string, (table: TerritoryTable) => void, RegExp]>([
    ['a place too many', (table) => set(first(table), { navigatorPlaces: 4 }), /Bergamo: le sedi sommano 39/],
    ['a declared total that is wrong', (table) => set(table.totals, { navigatorPlaces: 330 }), /sono 329.*330/],
    ['a missing province', (table) => void table.provinces.pop(), /province: sono 11/],
    ['a missing entry', (table) => void table.provinces[0]?.entries.pop(), /sedi: sono 63/],
    ['a CPI that became a CMD', (table) => set(first(table), { kind: 'cmd' }), /CPI: sono 62/],
    ['an id twice', (table) => set(first(table), { id: 'BG.cpi-bergamo' }), /BG.cpi-bergamo compare due volte/],
    ['a name twice', (table) => set(first(table), { name: 'CPI Bergamo' }), /CPI Bergamo» compare due volte/],
    ['an id of another province', (table) => set(first(table), { id: 'LO.cpi-albino' }), /deve iniziare con BG/],
    ['a code twice', (table) => set(table.provinces[1], { code: 'BG' }), /BG compare due volte/],
  ])('%s', (_, change, expected) => {
    expect(changed(change).join('\n')).toMatch(expected)
  })
})
