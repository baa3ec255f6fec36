import { type CsvError, parse } from 'csv-parse/sync'
import { countKnown } from './rules/import/columns'
import { decodeText, type Encoding } from './rules/import/decode-text'

/** The most rows that one import takes, headings left out. */
const mostRows = 60_000

const delimiters = [';', ',', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

export type Table = {
  encoding: Encoding
  delimiter: Delimiter
  headings: string[]
  /** Each row with the line of the file that it begins on. Empty rows are left out. */
  rows: { line: number; cells: string[] }[]
}

type Reading = { ok: true; value: Table } | { ok: false; message: string }

/**
 * Reads the bytes of a CSV: encoding and delimiter are found out, line breaks in quotes belong to their cell.
 * @returns an Italian sentence when it is empty, no text, badly quoted or too long
 */
export function readTable(bytes: Uint8Array): Reading {
  const decoded = decodeText(bytes)
  if (!decoded) {
    return fail('Il file non è un CSV: dal foglio di calcolo scegli «Salva con nome» e il tipo «CSV UTF-8»')
  }
  if (decoded.text.trim() === '')
    return fail('Il file è vuoto: scrivi le intestazioni nella prima riga e una persona per riga')
  const delimiter = findDelimiter(decoded.text)
  const records = parseRecords(decoded.text, delimiter)
  if (!records.ok) return records
  const [first, ...rows] = records.value
  if (!first || rows.length === 0) return fail('Il file ha solo la prima riga: aggiungi almeno una persona')
  if (rows.length > mostRows) {
    return fail('Il file ha più di 60.000 righe: dividilo in file più piccoli e caricali uno alla volta')
  }
  return { ok: true, value: { encoding: decoded.encoding, delimiter, headings: first.cells, rows } }
}

/** The delimiter under which the first row names most of our columns; of equals, the one that parts it most. */
function findDelimiter(text: string): Delimiter {
  const scores = delimiters.map((delimiter) => {
    const first = parseRecords(text, delimiter, 1)
    const headings = first.ok ? (first.value[0]?.cells ?? []) : []
    return { delimiter, known: countKnown(headings), parts: headings.length }
  })
  scores.sort((one, other) => other.known - one.known || other.parts - one.parts)
  return scores[0]?.delimiter ?? ';'
}

function parseRecords(
  text: string,
  delimiter: Delimiter,
  most = mostRows + 2,
): { ok: true; value: Table['rows'] } | { ok: false; message: string } {
  try {
    const found = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: most,
    }) as unknown as { info: { bytes: number }; record: string[] }[]
    const lineAt = lineFinder(text)
    let start = 0
    const rows: Table['rows'] = []
    for (const { info, record } of found) {
      if (record.some((cell) => cell.trim() !== '')) rows.push({ line: lineAt(start), cells: record })
      start = info.bytes
    }
    return { ok: true, value: rows }
  } catch (error) {
    const line = (error as CsvError & { lines?: number }).lines
    return fail(`Alla riga ${line ?? '?'} le virgolette non sono chiuse bene: correggi quella riga e riprova`)
  }
}

/**
 * The line of the text on which the first letter from a byte on stands; asked in rising order. The parser's own count
 * takes \r\n for two lines within quotes, and leaves out what it skips.
 */
function lineFinder(text: string) {
  const bytes = Buffer.from(text)
  const [lf, cr] = [10, 13]
  let at = 0
  let line = 1
  return (start: number) => {
    while (at < bytes.length && (at < start || bytes[at] === lf || bytes[at] === cr)) {
      if (bytes[at] === lf || (bytes[at] === cr && bytes[at + 1] !== lf)) line += 1
      at += 1
    }
    return line
  }
}

function fail(message: string): { ok: false; message: string } {
  return { ok: false, message }
}
