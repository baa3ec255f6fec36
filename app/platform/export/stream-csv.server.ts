import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { stringify } from 'csv-stringify/sync'

/**
 * A CSV that is sent as it is read: UTF-8 with its mark (or spreadsheets garble the accents), `;` between cells.
 * Cells that a spreadsheet would run as a formula are neutralised (OWASP, "CSV Injection").
 *
 * @param portions rows, a portion at a time
 */
export function streamCsv(headings: string[], portions: AsyncIterable<string[][]>): ReadableStream {
  async function* texts() {
    yield `\uFEFF${csvLines([headings])}`
    for await (const rows of portions) yield csvLines(rows)
  }
  return createReadableStreamFromReadable(Readable.from(texts(), { objectMode: false }))
}

/** Rows of text as lines of a CSV, each cell safe to open in a spreadsheet. */
export function csvLines(rows: string[][]): string {
  return stringify(rows, { delimiter: ';', record_delimiter: '\r\n', escape_formulas: true, quoted_match: /,/ })
}

/** Headers of a CSV that the browser saves under a name. */
export function csvHeaders(fileName: string): HeadersInit {
  return {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'X-Content-Type-Options': 'nosniff',
  }
}
