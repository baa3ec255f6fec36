import { describe, expect, test } from 'vitest'
import { readRows } from './import-rows'
import { readTable } from './import-table'

const places = {
  provinces: [{ code: 'BG', name: 'Bergamo' }],
  entries: [
    { id: 'BG.cpi-albino', name: 'CPI Albino' },
    { id: 'BG.cpi-lovere', name: 'CPI Lovere' },
  ],
}
const head = 'email;nome;cognome;profilo;sede;ruolo;ambito;dal'

function read(...lines: string[]) {
  const table = readTable(new TextEncoder().encode(lines.join('\n')))
  if (!table.ok) throw new Error(table.message)
  return readRows(table.value, places)
}
function rowsOf(...lines: string[]) {
  const result = read(...lines)
  if (!result.ok) throw new Error(result.message)
  return result.value
}

describe('readRows', () => {
  test('a full row', () => {
    const { rows, errors } = rowsOf(head, ' Ada@Ente.IT ;Ada;De  Rossi;Navigator;albino;in formazione;;16/12/2019')
    expect(errors).toEqual([])
    expect(rows).toEqual([
      {
        line: 2,
        email: 'ada@ente.it',
        firstName: 'Ada',
        lastName: 'De Rossi',
        profile: 'navigator',
        homeEntryId: 'BG.cpi-albino',
        role: { role: 'learner', startsOn: '2019-12-16' },
      },
    ])
  })

  test('empty cells say nothing', () => {
    expect(rowsOf(head, 'ada@ente.it;Ada;Rossi;;;;;').rows).toEqual([
      { line: 2, email: 'ada@ente.it', firstName: 'Ada', lastName: 'Rossi', role: undefined },
    ])
  })

  test('roles and their places', () => {
    const { rows, errors } = rowsOf(
      head,
      'a@b.it;A;B;;;formatore;Bergamo;',
      'c@b.it;A;B;;;responsabile;CPI Lovere;2019-12-16',
      'd@b.it;A;B;;;gestore;;',
    )
    expect(errors).toEqual([])
    expect(rows.map((row) => row.role)).toEqual([
      { role: 'trainer', scope: { kind: 'province', province: 'BG' }, startsOn: undefined },
      {
        role: 'centre-manager',
        scope: { kind: 'entry', entry: 'BG.cpi-lovere', province: 'BG' },
        startsOn: '2019-12-16',
      },
      { role: 'plan-manager', scope: { kind: 'region' }, startsOn: undefined },
    ])
  })

  test.each<[string, string, string, RegExp]>([
    ['no e-mail', ';Ada;Rossi;;;;;', 'email', /Scrivi l’indirizzo/],
    ['a wrong e-mail', 'ada;Ada;Rossi;;;;;', 'email', /nome@ente\.it/],
    ['a long e-mail', `${'a'.repeat(250)}@b.it;Ada;Rossi;;;;;`, 'email', /troppo lungo/],
    ['no name', 'a@b.it;;Rossi;;;;;', 'nome', /Scrivi il nome/],
    ['a long surname', `a@b.it;Ada;${'x'.repeat(101)};;;;;`, 'cognome', /100 caratteri/],
    ['an e-mail for a name', 'a@b.it;Ada;a@b.it;;;;;', 'cognome', /senza simboli/],
    ['another profile', 'a@b.it;Ada;Rossi;tutor;;;;', 'profilo', /navigator oppure operatore/],
    ['another entry', 'a@b.it;Ada;Rossi;;CPI Lovvere;;;', 'sede', /forse volevi scrivere «CPI Lovere»/],
    ['another role', 'a@b.it;Ada;Rossi;;;capo;;', 'ruolo', /non c’è/],
    ['the committee', 'a@b.it;Ada;Rossi;;;Cabina;;', 'ruolo', /pagina della persona/],
    ['an administrator', 'a@b.it;Ada;Rossi;;;admin;regione;', 'ruolo', /pagina della persona/],
    ['a role without place', 'a@b.it;Ada;Rossi;;;formatore;;', 'ambito', /Scrivi dove vale/],
    ['a place without role', 'a@b.it;Ada;Rossi;;;;Bergamo;', 'ruolo', /ambito senza ruolo/],
    ['another place', 'a@b.it;Ada;Rossi;;;formatore;Marte;', 'ambito', /L’ambito «Marte»/],
    ['a learner elsewhere', 'a@b.it;Ada;Rossi;;;formazione;Bergamo;', 'ambito', /lascia vuoto/],
    ['a trainer of the region', 'a@b.it;Ada;Rossi;;;formatore;regione;', 'ambito', /provincia o di una sede/],
    ['a manager of the region', 'a@b.it;Ada;Rossi;;;responsabile;Lombardia;', 'ambito', /provincia o di una sede/],
    ...['constructor', '__proto__', 'toString'].flatMap((word): [string, string, string, RegExp][] => [
      [`${word} for a profile`, `a@b.it;Ada;Rossi;${word};;;;`, 'profilo', /non c’è/],
      [`${word} for a role`, `a@b.it;Ada;Rossi;;;${word};;`, 'ruolo', /non c’è/],
      [`${word} for an entry`, `a@b.it;Ada;Rossi;;${word};;;`, 'sede', /non c’è/],
    ]),
    ['no date', 'a@b.it;Ada;Rossi;;;formatore;BG;31/02/2020', 'dal', /16\/12\/2019/],
    ['a codice fiscale', 'a@b.it;Ada;RSSDAA80A41F205X;;;;;', 'cognome', /codice fiscale/],
    ['a cell too many', 'a@b.it;Ada;Rossi;;;;;;', '', /9 celle/],
    ['a cell too few', 'a@b.it;Ada;Rossi', '', /3 celle/],
  ])('%s', (_, line, column, message) => {
    const { rows, errors } = rowsOf(head, line)
    expect(rows).toEqual([])
    expect(errors).toEqual([{ line: 2, column, message: expect.stringMatching(message) }])
  })

  test('an e-mail that stands twice is refused at its second line, whatever its capitals', () => {
    const { rows, errors } = rowsOf(head, 'a@b.it;A;B;;;;;', 'x@b.it;A;B;;;;;', 'A@B.IT;A;B;;;;;')
    expect(rows.map((row) => row.email)).toEqual(['a@b.it', 'x@b.it'])
    expect(errors).toEqual([{ line: 4, column: 'email', message: expect.stringMatching(/riga 2/) }])
  })

  test('columns that are not known are named; one full of codici fiscali is refused, whatever its heading', () => {
    expect(rowsOf('telefono;email;nome;cognome', '1;a@b.it;A;B').ignoredColumns).toEqual(['telefono'])
    const fiscal = read('codice;email;nome;cognome', 'RSSDAA80A41F205X;a@b.it;A;B')
    expect(fiscal.ok ? '' : fiscal.message).toMatch(/«codice».*codici fiscali/)
  })
})
