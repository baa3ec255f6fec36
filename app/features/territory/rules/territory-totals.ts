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
 * Everything that is wrong with a table, as Italian sentences; empty when it adds up.
 * Checked: each province's places, the declared totals, ids and names that repeat, ids of another province.
 */
export function problemsOfTable(table: TerritoryTable): string[] {
  const entries = table.provinces.flatMap((province) => province.entries)
  const counted = countTotals(table.provinces)
  return [
    ...table.provinces.flatMap((province) => {
      const sum = sumOfPlaces(province.entries)
      if (sum === province.navigatorPlaces) return []
      return [`${province.name}: le sedi sommano ${sum} posti, ma la provincia ne dichiara ${province.navigatorPlaces}`]
    }),
    ...(Object.keys(totalNames) as (keyof Totals)[])
      .filter((total) => counted[total] !== table.totals[total])
      .map((total) => `${totalNames[total]}: sono ${counted[total]}, ma il file ne dichiara ${table.totals[total]}`),
    ...repeated(table.provinces.map((province) => province.code)).map((code) => `la sigla ${code} compare due volte`),
    ...repeated(entries.map((entry) => entry.id)).map((id) => `la sede ${id} compare due volte`),
    ...repeated(entries.map((entry) => entry.name)).map((name) => `il nome «${name}» compare due volte`),
    ...table.provinces.flatMap((province) =>
      province.entries
        .filter((entry) => !entry.id.startsWith(`${province.code}.`))
        .map(
          (entry) =>
            `la sede ${entry.id} sta nella provincia ${province.code}: il suo id deve iniziare con ${province.code}.`,
        ),
    ),
  ]
}

function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
