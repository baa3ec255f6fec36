import { beforeAll, expect, test } from 'vitest'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import { authority } from '../../../tests/setup/people'
import { countAuditRows, findAuditPage, findChainHead } from './audit.queries.server'
import { type AuditFilters, readAuditFilters } from './audit-filters.schema'
import { exportAudit } from './export-audit.server'

const by = authority('audit.read', { actorId: 'reader' })
const actions = ['person.create', 'person.update', 'people.export', 'role.grant']

beforeAll(async () => {
  await transact(async (tx) => {
    for (let n = 1; n <= 120; n += 1) {
      const action = actions[n % 4] ?? ''
      const event = { actorId: `a${n % 3}`, requestId: `R${n}`, action, objectType: 'person', objectId: `a${n % 5}` }
      // Two a day, from 1 September 2019: at 22.30 and 23.30 in Italy.
      const at = new Date(Date.UTC(2019, 8, Math.ceil(n / 2), n % 2 ? 20 : 21, 30))
      await writeAudit(tx, event, at)
    }
  })
})

async function walk(filters: AuditFilters) {
  let page = await findAuditPage(by, filters, {})
  const older = page.rows.map(({ seq }) => seq)
  expect(page.newer).toBeNull()
  while (page.older) {
    page = await findAuditPage(by, filters, { before: page.older })
    older.push(...page.rows.map(({ seq }) => seq))
  }
  const newer = page.rows.map(({ seq }) => seq)
  while (page.newer) {
    page = await findAuditPage(by, filters, { after: page.newer })
    newer.unshift(...page.rows.map(({ seq }) => seq))
  }
  return { older, newer }
}

test.each<[string, string, (n: number) => boolean]>([
  ['everything', '', () => true],
  ['acts on persons, not those on people', 'atto=person', (n) => n % 4 < 2],
  ['by a person, or on them', 'persona=a1', (n) => n % 3 === 1 || n % 5 === 1],
  ['an object', 'oggetto=a4', (n) => n % 5 === 4],
  ['from a day', 'dal=2019-10-01', (n) => n > 60],
  ['to a day, included', 'al=05/09/2019', (n) => n <= 10],
  ['one day', 'dal=2019-09-03&al=2019-09-03', (n) => n === 5 || n === 6],
  ['what is not known is left out', 'atto=P%25&dal=boh', () => true],
])('%s, the latest first, forwards and back', async (_, query, expected) => {
  const wanted = Array.from({ length: 120 }, (_, index) => 120 - index).filter(expected)
  const { older, newer } = await walk(readAuditFilters(new URLSearchParams(query)))
  expect(older).toEqual(wanted)
  expect(newer).toEqual(wanted)
  expect(await countAuditRows(by, readAuditFilters(new URLSearchParams(query)))).toBe(wanted.length)
})

test('the export ends with the row that says it was asked for, and the head is that row', async () => {
  const text = await new Response(await exportAudit(by, {})).text()
  const lines = text.trim().split('\r\n')
  expect(lines).toHaveLength(122)
  expect(lines.at(-1)).toMatch(/^121;.*;reader;audit\.export;Registro scaricato;/)
  const head = await findChainHead()
  expect(lines.at(-1)?.endsWith(head?.digest ?? 'none')).toBe(true)
})
