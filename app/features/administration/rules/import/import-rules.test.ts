import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../import-table'
import { columnOf, readHeadings } from './columns'
import { decodeText } from './decode-text'
import { editDistance, nearestName } from './nearest-name'
import { indexPlaces } from './places'

const bytes = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const head = 'email;nome;cognome\n'

describe('decodeText', () => {
  test.each<[string, Uint8Array, string | undefined]>([
    ['UTF-8', bytes('Forlì'), 'UTF-8 Forlì'],
    ['UTF-8 with its mark', bytes('\uFEFFForlì'), 'UTF-8 Forlì'],
    ['Latin-1', latin('Forlì'), 'Windows-1252 Forlì'],
    ['Windows-1252, where it differs from Latin-1', Uint8Array.of(0x80, 0x92), 'Windows-1252 €’'],
    ['a file with zeros', Uint8Array.of(0x50, 0x4b, 3, 4, 0), undefined],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x65, 0), undefined],
    ['nothing', new Uint8Array(), 'UTF-8 '],
  ])('%s', (_, source, expected) => {
    const decoded = decodeText(source)
    expect(decoded && `${decoded.encoding} ${decoded.text}`).toBe(expected)
  })
})

describe('readTable', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', bytes(''), /vuoto/],
    ['spaces', bytes(' \n\n'), /vuoto/],
    ['headings alone', bytes(head), /almeno una persona/],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), /non è un CSV/],
    ['quotes that do not close', bytes(`${head}a@b.it;"Ada;Bianchi\n`), /virgolette/],
    ['too many rows', bytes(head + 'a;b;c\n'.repeat(60_001)), /60\.000 righe/],
  ])('%s is refused with what to do', (_, source, message) => {
    const table = readTable(source)
    expect(table.ok ? '' : table.message).toMatch(message)
  })

  test('60,000 rows are taken', () => {
    const table = readTable(bytes(head + 'a;b;c\n'.repeat(60_000)))
    expect(table.ok && table.value.rows.length).toBe(60_000)
  })

  test.each([
    ['email;nome;cognome\na@b.it;Ada;Bianchi, detta Dina', ';'],
    ['email,nome,cognome\na@b.it,Ada;x,Bianchi', ','],
    ['email\tnome\tcognome\na@b.it\tAda\tBianchi', '\t'],
    ['"e-mail";"Nome";"COGNOME"\na@b.it;Ada;Bianchi', ';'],
    ['"nota; varia, lunga",email,nome,cognome\nx,a@b.it,Ada,Bianchi', ','],
  ])('finds the delimiter of %j', (text, delimiter) => {
    const table = readTable(bytes(text))
    expect(table.ok && table.value.delimiter).toBe(delimiter)
  })

  test.each(['\n', '\r\n', '\r'])('counts the lines of the file, those in quotes and empty ones too (%j)', (eol) => {
    const lines = ['email;nome;cognome', '1;a;b', '', '2;"a', 'b', 'c";d', ';;', '3;a;b']
    const table = readTable(bytes(lines.join(eol)))
    expect(table.ok && table.value.rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, '1'],
      [4, '2'],
      [8, '3'],
    ])
  })

  test('any table comes back equal, in any encoding, delimiter and line ending', () => {
    // Accented letters of Italian alone: in Windows-1252 they are never valid UTF-8 by chance.
    const cell = fc.string({ unit: fc.constantFrom(...'ab Z9àèéìòùÀÈ;,\t"\n\'-@=.'), maxLength: 12 })
    const table = fc.record({
      headings: fc.constantFrom(
        ['email', 'nome', 'cognome', 'nota'],
        ['Cognome', 'Nome', 'E-mail', 'sede'],
        ['ruolo', 'dal', 'cognome', 'email', 'nome'].slice(0, 4),
      ),
      rows: fc.array(fc.tuple(fc.constant('x'), cell, cell, cell), { minLength: 1, maxLength: 8 }),
      delimiter: fc.constantFrom(';' as const, ',' as const, '\t' as const),
      eol: fc.constantFrom('\n', '\r\n'),
      encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'windows-1252'),
    })
    fc.assert(
      fc.property(table, ({ headings, rows, delimiter, eol, encoding }) => {
        const text = stringify([headings, ...rows], { delimiter, record_delimiter: eol })
        const source = encoding === 'windows-1252' ? latin(text) : bytes((encoding === 'utf-8' ? '' : '\uFEFF') + text)
        const read = readTable(source)
        if (!read.ok) throw new Error(read.message)
        expect(read.value.delimiter).toBe(delimiter)
        expect(read.value.headings).toEqual(headings)
        expect(read.value.rows.map((row) => row.cells)).toEqual(rows)
        const physical = text.split('\n')
        for (const row of read.value.rows) expect(physical[row.line - 1]?.startsWith(`x${delimiter}`)).toBe(true)
      }),
    )
  })
})

describe('readHeadings', () => {
  test.each([
    ['EMAIL', 'email'],
    [' E-mail ', 'email'],
    ['Profilò', 'profilo'],
    ['telefono', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['toString', undefined],
  ])('%j is %s', (heading, column) => {
    expect(columnOf(heading)).toBe(column)
  })

  test.each<[string[], RegExp]>([
    [['email', 'nome'], /manca la colonna «cognome»/],
    [['nome'], /mancano le colonne «email», «cognome»/],
    [['email', 'nome', 'cognome', 'Nome'], /«nome» compare due volte/],
    [['email', 'nome', 'cognome', 'Codice fiscale'], /codici fiscali/],
    [['email', 'nome', 'cognome', 'CF'], /codici fiscali/],
  ])('%j is refused', (headings, message) => {
    const read = readHeadings(headings)
    expect(read.ok ? '' : read.message).toMatch(message)
  })

  test('any order, with the columns that are not read', () => {
    const read = readHeadings(['Telefono', 'cognome', 'Email', 'nome'])
    expect(read.ok && [...read.value.positions]).toEqual([
      ['cognome', 1],
      ['email', 2],
      ['nome', 3],
    ])
    expect(read.ok && read.value.extra).toEqual([{ heading: 'Telefono', position: 0 }])
  })
})

describe('places', () => {
  const places = indexPlaces({
    provinces: [
      { code: 'BG', name: 'Bergamo' },
      { code: 'VA', name: 'Varese' },
    ],
    entries: [
      { id: 'BG.cpi-albino', name: 'CPI Albino' },
      { id: 'LO.cpi-lodi', name: 'CPI della Provincia di Lodi' },
      { id: 'VA.cpi-varese', name: 'CPI Varese' },
      { id: 'VA.cmd-varese', name: 'CMD Varese' },
    ],
  })

  test.each([
    ['CPI Albino', 'BG.cpi-albino'],
    ['cpi  albino', 'BG.cpi-albino'],
    ['Albino', 'BG.cpi-albino'],
    ['BG.cpi-albino', 'BG.cpi-albino'],
    ['Varese', 'VA.cpi-varese'],
    ['cmd varese', 'VA.cmd-varese'],
  ])('entry %j is %s', (written, id) => {
    expect(places.findEntry(written)).toEqual({ ok: true, value: id })
  })

  test.each([
    ['CPI Albbino', '«CPI Albino»'],
    ['Lodi', '«CPI della Provincia di Lodi»'],
    ['CMD Varesse', '«CMD Varese»'],
    ['Roma Centro', 'pagina Territorio'],
  ])('entry %j is not there: %s', (written, hint) => {
    const found = places.findEntry(written)
    expect(found.ok ? '' : found.message).toContain(hint)
  })

  test('the first 200 different wrong names get a hint, as often as they stand', () => {
    const index = indexPlaces({ provinces: [], entries: [{ id: 'BG.cpi-albino', name: 'CPI Albino' }] })
    const hinted = (written: string) => {
      const found = index.findEntry(written)
      return !found.ok && found.message.includes('forse volevi')
    }
    const wrong = Array.from({ length: 201 }, (_, n) => `Albin${String.fromCharCode(0x4e00 + n)}`)
    expect(wrong.map(hinted)).toEqual([...Array(200).fill(true), false])
    expect(hinted(wrong[0] ?? '')).toBe(true)
  })

  test.each([
    ['regione', { kind: 'region' }],
    ['Lombardia', { kind: 'region' }],
    ['BG', { kind: 'province', province: 'BG' }],
    ['bergamo', { kind: 'province', province: 'BG' }],
    ['Provincia di Bergamo', { kind: 'province', province: 'BG' }],
    ['CPI Albino', { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }],
  ])('scope %j', (written, scope) => {
    expect(places.findScope(written)).toEqual({ ok: true, value: scope })
  })
})

describe('nearestName', () => {
  test('an edit distance is what it says', () => {
    expect(editDistance('lovere', 'lovere')).toBe(0)
    expect(editDistance('lovere', 'lovre')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
  })
  test('a very long text takes no time', () => {
    const names = Array.from({ length: 64 }, (_, n) => `CPI Albino ${n}`)
    const before = performance.now()
    expect(nearestName('albino '.repeat(100_000), names)).toBeUndefined()
    expect(performance.now() - before).toBeLessThan(200)
  })
  test('nothing written is near nothing', () => {
    expect(nearestName(' ', ['CPI Albino'])).toBeUndefined()
  })
})
