import { foldText } from '~/lib/fold-text'

/** The columns that an import reads; the first three must be there. */
export const importColumns = ['email', 'nome', 'cognome', 'profilo', 'sede', 'ruolo', 'ambito', 'dal'] as const
export type ImportColumn = (typeof importColumns)[number]

const required: readonly ImportColumn[] = ['email', 'nome', 'cognome']
const otherNames: ReadonlyMap<string, ImportColumn> = new Map([
  ['e mail', 'email'],
  ['posta', 'email'],
  ['posta elettronica', 'email'],
])

/** The column that a heading names: capitals, accents, dashes and spaces around it do not matter. */
export function columnOf(heading: string): ImportColumn | undefined {
  const name = foldText(heading)
  return importColumns.find((column) => column === name) ?? otherNames.get(name)
}

/** How many of our columns a row of headings names: tells the right delimiter from the wrong ones. */
export function countKnown(headings: readonly string[]): number {
  return new Set(headings.map(columnOf).filter(Boolean)).size
}

export type Headings = {
  /** Where each known column stands. */
  positions: Map<ImportColumn, number>
  /** Headings that are read over. */
  extra: { heading: string; position: number }[]
}

/**
 * Finds the known columns among a file's headings, in any order.
 * @returns an Italian sentence when a required one is missing, one stands twice, or one asks for a codice fiscale
 */
export function readHeadings(
  headings: readonly string[],
): { ok: true; value: Headings } | { ok: false; message: string } {
  const positions = new Map<ImportColumn, number>()
  const extra: Headings['extra'] = []
  for (const [position, heading] of headings.entries()) {
    const column = columnOf(heading)
    if (!column) extra.push({ heading: heading.trim(), position })
    else if (positions.has(column))
      return { ok: false, message: `La colonna «${column}» compare due volte: tienine una` }
    else positions.set(column, position)
  }
  const missing = required.filter((column) => !positions.has(column))
  if (missing.length > 0) {
    const names = missing.map((column) => `«${column}»`).join(', ')
    const what = missing.length === 1 ? 'manca la colonna' : 'mancano le colonne'
    return { ok: false, message: `Nella prima riga ${what} ${names}` }
  }
  const fiscal = extra.find(({ heading }) => /^(cf|cod(ice)? ?fisc(ale)?)$/.test(foldText(heading)))
  return fiscal ? { ok: false, message: refuseFiscalCodes(fiscal.heading) } : { ok: true, value: { positions, extra } }
}

/** Says that a column is not wanted here: only the data that the platform needs are loaded (GDPR art. 5, 1, c). */
export function refuseFiscalCodes(heading: string): string {
  return `Togli la colonna «${heading}»: contiene codici fiscali, che la piattaforma non conserva`
}
