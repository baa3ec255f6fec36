import { z } from 'zod'
import { emailField } from '~/features/auth/auth-forms.schema'
import type { Role, Scope } from '~/features/auth/rules/grants'
import type { Profile } from '~/features/auth/rules/profiles'
import { type Day, parseDay } from '~/lib/dates'
import { foldText } from '~/lib/fold-text'
import { fiscalCode } from '~/lib/free-text.schema'
import type { Table } from './import-table'
import { nameField } from './person.schema'
import { type Headings, type ImportColumn, readHeadings, refuseFiscalCodes } from './rules/import/columns'
import { indexPlaces, type Places, shorten } from './rules/import/places'

/** A person as a row of the file wants them. What is absent leaves what is known as it is. */
export type ImportRow = {
  line: number
  email: string
  firstName: string
  lastName: string
  profile?: Profile
  homeEntryId?: string
  role?: { role: Role /** Absent: at the home entry. */; scope?: Scope; startsOn?: Day }
}

/** What is wrong, where, and what to do. */
export type RowError = { line: number; column: ImportColumn | ''; message: string }

export type ReadRows = { rows: ImportRow[]; errors: RowError[]; ignoredColumns: string[] }

const profileWords: ReadonlyMap<string, Profile> = new Map([
  ['navigator', 'navigator'],
  ['operatore', 'operatore'],
  ['operatore cpi', 'operatore'],
])
const roleWords: ReadonlyMap<string, Role> = new Map([
  ['formazione', 'learner'],
  ['in formazione', 'learner'],
  ['formatore', 'trainer'],
  ['responsabile', 'centre-manager'],
  ['gestore', 'plan-manager'],
])
const byHand = ['cabina', 'committee', 'amministratore', 'amministrazione', 'admin']
const regional: readonly Role[] = ['plan-manager']

const fields = {
  email: emailField,
  nome: nameField('Scrivi il nome'),
  cognome: nameField('Scrivi il cognome'),
}

/**
 * Reads the rows of an import, without looking at the people who are there already.
 * @returns the rows that can be used and every error; a sentence alone when the headings will not do
 */
export function readRows(table: Table, places: Places): { ok: true; value: ReadRows } | { ok: false; message: string } {
  const headings = readHeadings(table.headings)
  if (!headings.ok) return headings
  const fiscal = headings.value.extra.find(({ position }) =>
    table.rows.some((row) => fiscalCode.test(row.cells[position] ?? '')),
  )
  if (fiscal) return { ok: false, message: refuseFiscalCodes(fiscal.heading || `n. ${fiscal.position + 1}`) }

  const index = indexPlaces(places)
  const rows: ImportRow[] = []
  const errors: RowError[] = []
  const firstLine = new Map<string, number>()
  for (const row of table.rows) {
    const read = readRow(row, table.headings.length, headings.value, index)
    errors.push(...read.errors)
    if (!read.row) continue
    const before = firstLine.get(read.row.email)
    if (before !== undefined) {
      errors.push({
        line: row.line,
        column: 'email',
        message: `L’indirizzo è già alla riga ${before}: tieni una sola riga per persona`,
      })
      continue
    }
    firstLine.set(read.row.email, row.line)
    if (read.errors.length === 0) rows.push(read.row)
  }
  return { ok: true, value: { rows, errors, ignoredColumns: headings.value.extra.map(({ heading }) => heading) } }
}

function readRow(
  { line, cells }: Table['rows'][number],
  width: number,
  { positions }: Headings,
  places: ReturnType<typeof indexPlaces>,
): { row?: ImportRow; errors: RowError[] } {
  if (cells.length !== width) {
    const message = `La riga ha ${cells.length} celle e la prima ne ha ${width}: controlla i separatori e le virgolette`
    return { errors: [{ line, column: '', message }] }
  }
  const errors: RowError[] = []
  const cell = (column: ImportColumn) => cells[positions.get(column) ?? -1]?.trim() ?? ''
  const refuse = (column: ImportColumn, message: string) => void errors.push({ line, column, message })
  const read = (column: keyof typeof fields): string => {
    const parsed = fields[column].safeParse(cell(column) || undefined)
    if (parsed.success) return parsed.data
    refuse(column, z.treeifyError(parsed.error).errors[0] ?? 'Controlla questa cella')
    return ''
  }
  const row: ImportRow = { line, email: read('email'), firstName: read('nome'), lastName: read('cognome') }
  if (cell('profilo')) {
    row.profile = profileWords.get(foldText(cell('profilo')))
    if (!row.profile)
      refuse('profilo', `Il profilo «${shorten(cell('profilo'))}» non c’è: scrivi navigator oppure operatore`)
  }
  if (cell('sede')) {
    const entry = places.findEntry(cell('sede'))
    if (entry.ok) row.homeEntryId = entry.value
    else refuse('sede', entry.message)
  }
  row.role = readRole(cell, refuse, places)
  for (const column of positions.keys()) {
    if (fiscalCode.test(cell(column))) refuse(column, 'Togli il codice fiscale: la piattaforma non lo conserva')
  }
  return { row: row.email ? row : undefined, errors }
}

function readRole(
  cell: (column: ImportColumn) => string,
  refuse: (column: ImportColumn, message: string) => void,
  places: ReturnType<typeof indexPlaces>,
): ImportRow['role'] {
  const startsOn = cell('dal') ? parseDay(cell('dal')) : undefined
  if (cell('dal') && !startsOn) refuse('dal', 'Scrivi la data così: 16/12/2019')
  const word = foldText(cell('ruolo'))
  if (!word) {
    if (cell('ambito')) refuse('ruolo', 'C’è un ambito senza ruolo: scrivi il ruolo, o lascia vuoto l’ambito')
    return undefined
  }
  const role = roleWords.get(word)
  if (!role) {
    const message = byHand.includes(word)
      ? `Il ruolo «${cell('ruolo')}» si dà dalla pagina della persona: lascia vuota questa cella`
      : `Il ruolo «${shorten(cell('ruolo'))}» non c’è: scrivi in formazione, formatore, responsabile o gestore`
    refuse('ruolo', message)
    return undefined
  }
  if (role === 'learner') {
    if (cell('ambito')) refuse('ambito', 'Chi è in formazione lo è nella sua sede: lascia vuoto l’ambito')
    return { role, startsOn }
  }
  if (!cell('ambito')) {
    if (regional.includes(role)) return { role, scope: { kind: 'region' }, startsOn }
    refuse('ambito', 'Scrivi dove vale il ruolo: il nome di una provincia o di una sede')
    return undefined
  }
  const scope = places.findScope(cell('ambito'))
  if (!scope.ok) {
    refuse('ambito', scope.message)
    return undefined
  }
  if (scope.value.kind === 'region' && !regional.includes(role)) {
    refuse('ambito', 'Questo ruolo non vale per tutta la regione: scrivi il nome di una provincia o di una sede')
    return undefined
  }
  return { role, scope: scope.value, startsOn }
}
