import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type SheetCell, streamOds } from './stream-ods.server'

async function bytesOf(portions: SheetCell[][][]) {
  async function* each() {
    yield* portions
  }
  const stream = streamOds('Prova & co', ['Nome', 'Ore'], each())
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** The cells of a sheet, as a program that opens it finds them. */
function cellsOf(xml: string) {
  return [...xml.matchAll(/<table:table-row>(.*?)<\/table:table-row>/gs)].map(([, row]) =>
    [...(row ?? '').matchAll(/office:value-type="(\w+)"(?: office:value="([^"]*)")?><text:p>(.*?)<\/text:p>/gs)].map(
      ([, type, value, text]) => (type === 'float' ? Number(value) : text),
    ),
  )
}

describe('a sheet sent as it is read', () => {
  test('opens with its type, uncompressed, as the format asks', async () => {
    const bytes = await bytesOf([])
    expect(strFromU8(bytes.slice(30, 38))).toBe('mimetype')
    expect(strFromU8(bytes.slice(38, 84))).toBe('application/vnd.oasis.opendocument.spreadsheet')
    expect(Object.keys(unzipSync(bytes))).toEqual(['mimetype', 'META-INF/manifest.xml', 'content.xml'])
  })

  test('rows of all portions, numbers as numbers, text as text whatever it begins with', async () => {
    const files = unzipSync(
      await bytesOf([
        [
          ['D’Amico "Niccolò" <b>', 12.5],
          ['=1+1', 0],
        ],
        [['@SUM\u0000(A1)', -3]],
      ]),
    )
    const xml = strFromU8(files['content.xml'] ?? new Uint8Array())
    expect(cellsOf(xml)).toEqual([
      ['Nome', 'Ore'],
      ['D’Amico &quot;Niccolò&quot; &lt;b&gt;', 12.5],
      ['=1+1', 0],
      ['@SUM(A1)', -3],
    ])
    expect(xml).toContain('table:name="Prova &amp; co"')
    expect(xml).not.toContain('formula')
  })

  test('a long one leaves piece by piece', async () => {
    async function* many() {
      for (let portion = 0; portion < 50; portion += 1) {
        yield Array.from({ length: 500 }, (_, row) => [`Persona ${Math.sin(portion * 500 + row)}`, row])
      }
    }
    const reader = streamOds('Lungo', ['Nome', 'Ore'], many()).getReader()
    let pieces = 0
    while (!(await reader.read()).done) pieces += 1
    expect(pieces).toBeGreaterThan(10)
  })
})
