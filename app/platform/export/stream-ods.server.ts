import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A cell of a sheet: text, or a number that can be added up. */
export type SheetCell = string | number

const mimeType = 'application/vnd.oasis.opendocument.spreadsheet'
const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mimeType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`
const opening = (sheet: string) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="${escaped(sheet)}">`
const closing = '</table:table></office:spreadsheet></office:body></office:document-content>'

/**
 * A sheet (OpenDocument 1.3) that is sent as it is read, whatever its length. Text stays text: a cell is never a
 * formula, so nothing in it runs when the sheet is opened.
 *
 * @param sheet the name of the one table
 * @param portions rows, a portion at a time
 */
export function streamOds(sheet: string, headings: string[], portions: AsyncIterable<SheetCell[][]>): ReadableStream {
  async function* bytes() {
    const chunks: Uint8Array[] = []
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      chunks.push(chunk)
    })
    // The type comes first and uncompressed, so that programs know the file by its first bytes (ODF 1.3, part 2, 3.3).
    whole(zip, new ZipPassThrough('mimetype'), mimeType)
    whole(zip, new ZipDeflate('META-INF/manifest.xml'), manifest)
    const content = new ZipDeflate('content.xml', { level: 6 })
    zip.add(content)
    content.push(strToU8(opening(sheet) + rowOf(headings)))
    for await (const rows of portions) {
      content.push(strToU8(rows.map(rowOf).join('')))
      yield* chunks.splice(0)
    }
    content.push(strToU8(closing), true)
    zip.end()
    yield* chunks.splice(0)
  }
  return createReadableStreamFromReadable(Readable.from(bytes(), { objectMode: false }))
}

/** Headers of a sheet that the browser saves under a name. */
export function odsHeaders(fileName: string): HeadersInit {
  return {
    'Content-Type': mimeType,
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'X-Content-Type-Options': 'nosniff',
  }
}

function whole(zip: Zip, file: ZipPassThrough | ZipDeflate, text: string) {
  zip.add(file)
  file.push(strToU8(text), true)
}

function rowOf(cells: readonly SheetCell[]): string {
  return `<table:table-row>${cells.map(cellOf).join('')}</table:table-row>`
}

function cellOf(cell: SheetCell): string {
  const type = typeof cell === 'number' ? `"float" office:value="${cell}"` : '"string"'
  return `<table:table-cell office:value-type=${type}><text:p>${escaped(String(cell))}</text:p></table:table-cell>`
}

/** What XML forbids is left out; line ends and runs of spaces are of no weight in a cell. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
