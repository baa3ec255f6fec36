import { beforeAll, describe, expect, test, vi } from 'vitest'
import { issuePasswordLink } from '~/features/auth/password-links.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { verifyAudit } from '~/platform/audit/verify-audit.server'
import { database, transact } from '~/platform/database/client.server'
import { authority, makePerson } from '../../../tests/setup/people'
import * as check from './check-import.server'
import { importPeople } from './import-people.server'
import { findImportReport } from './import-report.queries.server'
import { deleteOldDrafts, storeImportDraft } from './store-import-draft.server'

const by = authority('people.import', { actorId: 'importer' })
const head = 'email;nome;cognome;profilo;sede;ruolo;ambito;dal'
const bytes = (...lines: string[]) => new TextEncoder().encode([head, ...lines].join('\n'))
const lastAudit = () => database.auditEntry.findFirst({ orderBy: { seq: 'desc' } })

async function store(...lines: string[]) {
  const stored = await storeImportDraft(by, 'persone.csv', bytes(...lines))
  if (!stored.ok) throw new Error(stored.message)
  return stored.value
}

// As it is, only to be watched.
vi.mock('./check-import.server', { spy: true })

beforeAll(loadTerritory)

describe('importPeople', () => {
  const lines = [
    'uno@import.example;Ada;Uno;navigator;CPI Albino;in formazione;;01/10/2019',
    'due@import.example;Ugo;Due;;;formatore;Bergamo;',
    'tre@import.example;Eva;Tre;;;;;',
  ]

  test('does what the dry run said, once: the second time the same file changes nothing', async () => {
    await makePerson({ email: 'tre@import.example', firstName: 'Eva', lastName: 'Prima' })
    const draft = await store(...lines)
    const report = await findImportReport(by, draft)
    expect(report).toMatchObject({ rows: 3, toCreate: 2, toUpdate: 1, unchanged: 0, errorCount: 0, encoding: 'UTF-8' })
    expect(await database.person.count({ where: { email: { contains: 'import.example' } } })).toBe(1)

    expect(await importPeople(by, draft)).toEqual({
      ok: true,
      value: { created: 2, updated: 1, unchanged: 0, roles: 2 },
    })
    const audit = await lastAudit()
    expect(audit).toMatchObject({ action: 'people.import', actorId: 'importer' })
    expect(JSON.parse(audit?.payload ?? '')).toMatchObject({ created: 2, updated: 1, sha256: report?.sha256 })
    const ada = await database.person.findUnique({ where: { email: 'uno@import.example' }, include: { roles: true } })
    expect(ada).toMatchObject({
      surnameKey: 'uno ada',
      homeEntryId: 'BG.cpi-albino',
      profile: 'navigator',
      passwordHash: null,
      deactivatedAt: null,
      revision: 1,
      createdAt: by.now,
      roles: [
        {
          role: 'learner',
          scopeKind: 'entry',
          scopeId: 'BG.cpi-albino',
          startsOn: '2019-10-01',
          endsOn: null,
          seat: null,
          createdAt: by.now,
        },
      ],
    })
    const eva = await database.person.findUnique({ where: { email: 'tre@import.example' } })
    expect(eva).toMatchObject({ lastName: 'Tre', revision: 2 })
    expect(eva?.passwordHash).not.toBeNull()

    expect(await importPeople(by, draft)).toMatchObject({ ok: false, reason: 'absent' })
    const people = await database.person.findMany({ orderBy: { id: 'asc' } })
    const again = await store(...lines)
    expect(await findImportReport(by, again)).toMatchObject({ toCreate: 0, toUpdate: 0, unchanged: 3 })
    expect(await importPeople(by, again)).toMatchObject({ value: { created: 0, updated: 0, unchanged: 3, roles: 0 } })
    expect(await database.person.findMany({ orderBy: { id: 'asc' } })).toEqual(people)
  })

  test('all or nothing: one wrong row keeps out all the others', async () => {
    const draft = await store('ok@nulla.example;Ada;Uno;;;;;', 'no@nulla.example;Ada;Due;;CPI Marte;;;')
    expect(await findImportReport(by, draft)).toMatchObject({ errorCount: 1, errors: [{ line: 3, column: 'sede' }] })
    const before = await database.auditEntry.count()
    expect(await importPeople(by, draft)).toMatchObject({ ok: false, reason: 'errors' })
    expect(await database.person.count({ where: { email: 'ok@nulla.example' } })).toBe(0)
    expect(await database.auditEntry.count()).toBe(before)
  })

  test('checked again at the confirmation: what has become wrong meanwhile is refused', async () => {
    const person = await makePerson({ email: 'poi@nulla.example' })
    const draft = await store('poi@nulla.example;Ada;Provati;;;formatore;Bergamo;')
    expect(await findImportReport(by, draft)).toMatchObject({ errorCount: 0 })
    await transact((tx) => tx.person.update({ where: { id: person.id }, data: { deactivatedAt: new Date() } }))
    expect(await importPeople(by, draft)).toMatchObject({ ok: false, reason: 'errors' })
  })

  test('two confirmations at once: one applies', async () => {
    const draft = await store('gara@nulla.example;Ada;Uno;;;;;')
    const results = await Promise.all([importPeople(by, draft), importPeople(by, draft)])
    expect(results.map((result) => (result.ok ? 'ok' : result.reason)).toSorted()).toEqual(['absent', 'ok'])
  })

  test('a learner who moves takes the role along', async () => {
    await importPeople(by, await store('muove@nulla.example;Ada;Uno;operatore;CPI Albino;in formazione;;01/10/2019'))
    await importPeople(by, await store('muove@nulla.example;Ada;Uno;;CPI Lovere;in formazione;;'))
    const person = await database.person.findUnique({
      where: { email: 'muove@nulla.example' },
      include: { roles: true },
    })
    expect(person).toMatchObject({ homeEntryId: 'BG.cpi-lovere', roles: [{ scopeId: 'BG.cpi-lovere' }] })
    expect(person?.roles).toHaveLength(1)
  })
})

describe('what an import leaves behind', () => {
  test('a row of the audit log for each change, and one for the whole', async () => {
    const changed = await makePerson({
      email: 'cambia@traccia.example',
      firstName: 'Eva',
      profile: 'operatore',
      homeEntryId: 'BG.cpi-albino',
    })
    const named = await makePerson({ email: 'ruolo@traccia.example', firstName: 'Ivo', lastName: 'Solo' })
    await makePerson({ email: 'uguale@traccia.example', firstName: 'Ida', lastName: 'Pari' })
    const last = (await lastAudit())?.seq ?? 0
    const draft = await store(
      'nuova@traccia.example;Ada;Nuova;navigator;CPI Lovere;in formazione;;01/10/2019',
      'cambia@traccia.example;Eva;Nera;navigator;CPI Lovere;;;',
      'ruolo@traccia.example;Ivo;Solo;;;formatore;Bergamo;01/10/2019',
      'uguale@traccia.example;Ida;Pari;;;;;',
    )
    expect(await importPeople(by, draft)).toMatchObject({ ok: true })
    const added = await database.person.findUniqueOrThrow({ where: { email: 'nuova@traccia.example' } })
    const roleOf = (personId: string) => database.roleAssignment.findFirstOrThrow({ where: { personId } })
    const written = await database.auditEntry.findMany({ where: { seq: { gt: last } }, orderBy: { seq: 'asc' } })
    expect(
      written.map(({ action, objectId, payload }) => [action, objectId, JSON.parse(payload ?? '')] as const),
    ).toEqual([
      ['person.create', added.id, { profile: 'navigator', homeEntry: 'BG.cpi-lovere' }],
      [
        'person.update',
        changed.id,
        {
          changed: ['lastName', 'profile', 'homeEntryId'],
          profile: ['operatore', 'navigator'],
          homeEntry: ['BG.cpi-albino', 'BG.cpi-lovere'],
        },
      ],
      [
        'role.grant',
        added.id,
        expect.objectContaining({
          assignment: (await roleOf(added.id)).id,
          role: 'learner',
          scopeKind: 'entry',
          scopeId: 'BG.cpi-lovere',
          startsOn: '2019-10-01',
        }),
      ],
      ['role.grant', named.id, expect.objectContaining({ assignment: (await roleOf(named.id)).id, role: 'trainer' })],
      ['people.import', draft, expect.objectContaining({ created: 1, updated: 2, unchanged: 1, roles: 2 })],
    ])
    expect(written.every(({ actorId, requestId }) => actorId === 'importer' && requestId === by.requestId)).toBe(true)
    expect(await verifyAudit()).toMatchObject({ ok: true })
  })

  test('3,000 people: the chain holds', async () => {
    const before = (await lastAudit())?.seq ?? 0
    const rows = Array.from(
      { length: 3000 },
      (_, n) => `c${n}@catena.example;Nome;Cognome ${n};operatore;CPI Albino;in formazione;;`,
    )
    await importPeople(by, await store(...rows))
    expect(await verifyAudit()).toMatchObject({ ok: true, rows: before + 6001 })
    const people = await database.person.findMany({ where: { email: { endsWith: '@catena.example' } } })
    const written = await database.auditEntry.findMany({ where: { seq: { gt: before }, objectType: 'person' } })
    for (const action of ['person.create', 'role.grant']) {
      const of = written.filter((row) => row.action === action).map((row) => row.objectId)
      expect(of.toSorted()).toEqual(people.map(({ id }) => id).toSorted())
    }
  })

  test('the open password link of who gets a role, or moves, is gone; all others stay', async () => {
    const rising = await makePerson({ email: 'sale@link.example', firstName: 'Ada', lastName: 'Uno' })
    const staying = await makePerson({ email: 'resta@link.example', firstName: 'Ada', lastName: 'Due' })
    const moving = await makePerson({ email: 'muove@link.example', firstName: 'Ada', lastName: 'Tre' })
    const used = await makePerson({ email: 'usato@link.example', firstName: 'Ada', lastName: 'Qui' })
    await transact(async (tx) => {
      await issuePasswordLink(tx, rising.id, by.now)
      await issuePasswordLink(tx, moving.id, by.now)
      await issuePasswordLink(tx, used.id, by.now)
      await tx.passwordLink.updateMany({ where: { personId: used.id }, data: { usedAt: by.now } })
      await issuePasswordLink(tx, staying.id, by.now)
    })
    const draft = await store(
      'sale@link.example;Ada;Uno;;;formatore;Bergamo;',
      'resta@link.example;Ada;Altra;;;;;',
      'muove@link.example;Ada;Tre;;CPI Lovere;;;',
      'usato@link.example;Ada;Qui;;;formatore;Bergamo;',
    )
    expect(await importPeople(by, draft)).toMatchObject({ ok: true, value: { updated: 4, roles: 2 } })
    const people = [rising.id, moving.id, staying.id, used.id]
    const left = await database.passwordLink.findMany({ where: { personId: { in: people } } })
    expect(left.map(({ personId }) => personId).toSorted()).toEqual([staying.id, used.id].toSorted())
  })

  test('a role that was closed meanwhile stays closed when the same file comes again', async () => {
    const line = 'chiuso@ancora.example;Ada;Uno;;;formatore;Bergamo;'
    const earlier = authority('people.import', { actorId: 'importer' }, new Date(by.now.getTime() - 9 * 86_400_000))
    const first = await storeImportDraft(earlier, 'persone.csv', bytes(line))
    await importPeople(earlier, first.ok ? first.value : '')
    const person = await database.person.findUniqueOrThrow({
      where: { email: 'chiuso@ancora.example' },
      include: { roles: true },
    })
    expect(person.roles).toHaveLength(1)
    await transact((tx) =>
      tx.roleAssignment.updateMany({ where: { personId: person.id }, data: { endsOn: earlier.today } }),
    )
    const again = await store(line)
    expect(await findImportReport(by, again)).toMatchObject({ unchanged: 1, closedCount: 1, closedLines: [2] })
    expect(await importPeople(by, again)).toMatchObject({ value: { updated: 0, unchanged: 1, roles: 0 } })
    expect(await database.roleAssignment.count({ where: { personId: person.id } })).toBe(1)
  })

  test('others can write while the file is read', async () => {
    const draft = await store('legge@attesa.example;Ada;Uno;;;;;')
    const read = vi.mocked(check.readImport).mockClear()
    let done = false
    read.mockImplementationOnce(async (source, content) => {
      await transact((tx) => tx.province.count())
      done = true
      return check.readImport(source, content)
    })
    expect(await importPeople(by, draft)).toMatchObject({ ok: true })
    expect(done).toBe(true)
    // Ours and the one that it hands on to: the file is not read again within the transaction.
    expect(read).toHaveBeenCalledTimes(2)
  })
})

describe('drafts', () => {
  test('a draft is its uploader’s alone', async () => {
    const draft = await store('a@nulla.example;Ada;Uno;;;;;')
    const other = authority('people.import', { actorId: 'other' })
    expect(await findImportReport(other, draft)).toBeUndefined()
    expect(await importPeople(other, draft)).toMatchObject({ ok: false, reason: 'absent' })
  })

  test('a draft holds a day', async () => {
    const draft = await store('a@nulla.example;Ada;Uno;;;;;')
    const tomorrow = new Date(by.now.getTime() + 24 * 3_600_000)
    const later = authority('people.import', { actorId: 'importer' }, tomorrow)
    expect(await findImportReport(later, draft)).toBeUndefined()
    expect(await importPeople(later, draft)).toMatchObject({ ok: false, reason: 'absent' })
    await deleteOldDrafts(tomorrow)
    expect(await database.importDraft.count({ where: { id: draft } })).toBe(0)
  })

  test('a file that cannot be read at all is not kept', async () => {
    const before = await database.importDraft.count()
    const stored = await storeImportDraft(by, 'x.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 0))
    expect(stored).toMatchObject({ ok: false, reason: 'unreadable' })
    expect(await database.importDraft.count()).toBe(before)
  })
})

test('50,000 rows: checked and loaded, all of them', { timeout: 240_000 }, async () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, n) => `p${n}@grande.example;Nome ${n};Cognome ${n};operatore;CPI Albino;in formazione;;`,
  )
  const draft = await store(...rows)
  const checked = performance.now()
  expect(await importPeople(by, draft)).toMatchObject({ ok: true, value: { created: 50_000, roles: 50_000 } })
  // Everybody else who writes waits for it.
  expect(performance.now() - checked).toBeLessThan(20_000)
  expect(await findImportReport(by, await store(...rows))).toMatchObject({ toCreate: 0, unchanged: 50_000 })
  const moved = rows.map((row) => row.replace('CPI Albino', 'CPI Lovere'))
  const again = await store(...moved)
  const before = performance.now()
  expect(await importPeople(by, again)).toMatchObject({ ok: true, value: { updated: 50_000, roles: 0 } })
  expect(performance.now() - before).toBeLessThan(20_000)
  expect(await database.roleAssignment.count({ where: { role: 'learner', scopeId: 'BG.cpi-lovere' } })).toBeGreaterThan(
    49_999,
  )
})

test.each<[string, (n: number) => string]>([
  ['an unknown place, each another', (n) => `p${n}@sbaglia.example;Nome;Cognome;operatore;CPI Marte ${n};;;`],
  ['an unknown place, the same', (n) => `p${n}@sbaglia.example;Nome;Cognome;operatore;CPI Marte;;;`],
  ['a long unknown place', (n) => `p${n}@sbaglia.example;Nome;Cognome;;${'Marte lontano '.repeat(9)}${n};;;`],
  ['everything wrong', (n) => `p${n};;x@y;tutor ${n};Marte ${n};formatore;Venere ${n};ieri`],
])('50,000 wrong rows do not hold up the server: %s', { timeout: 60_000 }, async (_, line) => {
  const content = bytes(...Array.from({ length: 50_000 }, (__, n) => line(n)))
  // The processor's own time: what else the machine does meanwhile says nothing about the check.
  const before = process.cpuUsage()
  const file = await check.readImport(database, content)
  if (!file.ok) throw new Error(file.message)
  const plan = await check.planFile(database, by, file.value)
  expect(plan.errors.length).toBeGreaterThanOrEqual(50_000)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(3000)
})
