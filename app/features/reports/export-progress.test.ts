import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { database, transact } from '~/platform/database/client.server'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { makePerson } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { asked } from '../../../tests/setup/requests'
import { action } from './pages/export-progress'

const bom = '\uFEFF'
const names = [
  ['D’Àngelo', 'Niccolò'],
  ['=HYPERLINK("http://x")', 'Ada'],
  ['+39', '@SUM(1)'],
  ['-Sant’Agata', 'Zoë'],
  ['Ünal & <Figli>', 'Dîana'],
]
let reader = ''

beforeAll(async () => {
  await loadTerritory()
  const { versionId } = await makePlan({ modules: [someModule({ slug: 'primo' })] })
  for (const [index, [lastName, firstName]] of names.entries()) {
    const one = await enrol({ versionId, homeEntryId: 'CO.cpi-como', profile: index === 4 ? 'operatore' : 'navigator' })
    await transact((tx) => tx.person.update({ where: { id: one.personId }, data: { lastName, firstName } }))
    for (const lesson of ['lezione-1', 'lezione-2'].slice(0, index + 1)) {
      await record(one, { moduleSlug: 'primo', kind: 'lesson', subject: lesson })
    }
    if (index === 1) await record(one, { moduleSlug: 'primo', kind: 'assessment', subject: 'tentativo' })
  }
  reader = (await makePerson({ firstName: 'Carla' })).id
}, 60_000)

async function download(query: string, fields: Record<string, string>, roles: 'committee'[] | [] = ['committee']) {
  const answer = await action(asked({ id: reader, roles }, `/cabina/esporta${query}`, {}, fields))
  return { headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
const csv = async (query: string, tabella: string) => {
  const { bytes } = await download(query, { tabella, formato: 'csv' })
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  expect(text.startsWith(bom)).toBe(true)
  return parse(text.slice(1), { delimiter: ';', columns: true }) as Record<string, string>[]
}

describe('the list of people', () => {
  test('every name comes through whole, and none as a formula', async () => {
    const rows = await csv('', 'persone')
    expect(rows.map(({ cognome, nome }) => [cognome, nome])).toEqual(
      expect.arrayContaining([
        ['D’Àngelo', 'Niccolò'],
        ['\'=HYPERLINK("http://x")', 'Ada'],
        ["'+39", "'@SUM(1)"],
        ["'-Sant’Agata", 'Zoë'],
      ]),
    )
    expect(rows).toHaveLength(4)
  })

  test('its figures are those of the rows', async () => {
    const rows = await csv('?stato=completato', 'persone')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      profilo: 'Navigator',
      provincia: 'Como',
      sede: 'CPI Como',
      moduli_completati: '1',
      moduli_del_piano: '1',
      ore_fatte: '1',
      ore_previste: '1',
    })
    expect(rows[0]?.piano_completato_il).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const [half] = (await csv('', 'persone')).filter(({ cognome }) => cognome === 'D’Àngelo')
    expect(half).toMatchObject({ ore_fatte: '0,5', piano_completato_il: '' })
  })

  test('as a sheet: the same rows, numbers as numbers', async () => {
    const { bytes, headers } = await download('', { tabella: 'persone', formato: 'ods' })
    expect(headers.get('Content-Type')).toBe('application/vnd.oasis.opendocument.spreadsheet')
    const xml = strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array())
    expect(xml.match(/<table:table-row>/g)).toHaveLength(5)
    expect(xml).toContain('<text:p>D’Àngelo</text:p>')
    expect(xml).toContain('<text:p>=HYPERLINK(&quot;http://x&quot;)</text:p>')
    expect(xml).toContain('office:value="0.5"')
  })

  test('taking it away is written down, before the first byte', async () => {
    const count = () => database.auditEntry.count({ where: { action: 'progress.export', actorId: reader } })
    const before = await count()
    await download('?provincia=CO', { tabella: 'persone', formato: 'csv' })
    expect(await count()).toBe(before + 1)
  })
})

test('the table by entry: places, people, completions and hours, nobody’s name', async () => {
  const rows = await csv('', 'sedi')
  const como = rows.filter(({ sede }) => sede === 'CPI Como')
  expect(como.map((row) => [row.profilo, row.modulo, row.iscritti, row.completati, row.ore_online])).toEqual([
    ['Navigator', 'Piano', '4', '1', '0'],
    ['Navigator', 'Modulo primo', '4', '1', '3,5'],
    ['Operatore CPI', 'Piano', '1', '0', '0'],
    ['Operatore CPI', 'Modulo primo', '1', '0', '1'],
  ])
  expect(JSON.stringify(rows)).not.toContain('Niccolò')
})

test('what is asked for must be one of the two tables in one of the two formats', async () => {
  const status = (fields: Record<string, string>, roles: 'committee'[] | [] = ['committee']) =>
    download('', fields, roles).then(
      () => 200,
      (thrown) => thrown.init.status,
    )
  expect(await status({ tabella: 'persone', formato: 'pdf' })).toBe(422)
  expect(await status({ formato: 'csv' })).toBe(422)
  expect(await status({ tabella: 'persone', formato: 'csv' }, [])).toBe(403)
})
