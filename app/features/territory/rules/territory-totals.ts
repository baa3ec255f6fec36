import type { Finding } from '~/lib/finding'

/** What the rules read of the table: territory.schema.ts says more. */
export type TerritoryTable = {
  totals: Totals
  provinces: { code: string; name: string; navigatorPlaces: number; entries: TableEntry[] }[]
}
type TableEntry = { id: string; name: string; kind: 'cpi' | 'cmd'; navigatorPlaces: number }
export type Totals = {
  provinces: number
  entries: number
  employmentCentres: number
  employmentCentresWithPlaces: number
  navigatorPlaces: number
}

const totalNames: Record<keyof Totals, string> = {
  provinces: 'province',
  entries: 'sedi',
  employmentCentres: 'CPI',
  employmentCentresWithPlaces: 'CPI con almeno un posto',
  navigatorPlaces: 'posti da Navigator',
}

/** Places of a province, added up over its entries. */
export function sumOfPlaces(entries: readonly { navigatorPlaces: number }[]): number {
  return entries.reduce((sum, entry) => sum + entry.navigatorPlaces, 0)
}

/** The totals of a table, counted from its lines (Allegato 1, par. 6: 12 provinces, 63 CPI and a CMD, 329 places). */
export function countTotals(provinces: TerritoryTable['provinces']): Totals {
  const entries = provinces.flatMap((province) => province.entries)
  const centres = entries.filter((entry) => entry.kind === 'cpi')
  return {
    provinces: provinces.length,
    entries: entries.length,
    employmentCentres: centres.length,
    employmentCentresWithPlaces: centres.filter((centre) => centre.navigatorPlaces > 0).length,
    navigatorPlaces: sumOfPlaces(entries),
  }
}

/**
 * Everything that is wrong with a table, each with its place in the file; empty when it adds up.
 * Checked: each province's places, the declared totals, ids and names that repeat, ids of another province.
 */
export function problemsOfTable(table: TerritoryTable): Finding[] {
  const entries = table.provinces.flatMap(({ entries: lines }, province) =>
    lines.map((entry, index) => ({ ...entry, path: ['provinces', province, 'entries', index] as const })),
  )
  const provinces = table.provinces.map((province, index) => ({ ...province, path: ['provinces', index] as const }))
  const counted = countTotals(table.provinces)
  return [
    ...provinces.flatMap(({ name, navigatorPlaces, entries: lines, path }) => {
      const sum = sumOfPlaces(lines)
      const reason = `${name}: le sedi sommano ${sum} posti, ma la provincia ne dichiara ${navigatorPlaces}`
      return sum === navigatorPlaces ? [] : [{ path: [...path, 'navigatorPlaces'], reason }]
    }),
    ...(Object.keys(totalNames) as (keyof Totals)[])
      .filter((total) => counted[total] !== table.totals[total])
      .map((total) => ({
        path: ['totals', total],
        reason: `${totalNames[total]}: sono ${counted[total]}, ma il file ne dichiara ${table.totals[total]}`,
      })),
    ...repeated(provinces, ({ code }) => code).map(({ code, path }) => ({
      path: [...path, 'code'],
      reason: `la sigla ${code} compare due volte`,
    })),
    ...repeated(entries, ({ id }) => id).map(({ id, path }) => ({
      path: [...path, 'id'],
      reason: `la sede ${id} compare due volte`,
    })),
    ...repeated(entries, ({ name }) => name).map(({ name, path }) => ({
      path: [...path, 'name'],
      reason: `il nome «${name}» compare due volte`,
    })),
    ...entries
      .map((entry) => ({ ...entry, code: table.provinces[entry.path[1]]?.code ?? '' }))
      .filter(({ id, code }) => !id.startsWith(`${code}.`))
      .map(({ id, code, path }) => ({
        path: [...path, 'id'],
        reason: `la sede ${id} sta nella provincia ${code}: il suo id deve iniziare con ${code}.`,
      })),
  ]
}

/** The things whose key stood before them already. */
function repeated<Thing>(things: Thing[], keyOf: (thing: Thing) => string): Thing[] {
  return things.filter((thing, index) => things.findIndex((other) => keyOf(other) === keyOf(thing)) < index)
}
