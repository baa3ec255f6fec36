import { covers, type Scope } from '~/features/auth/rules/grants'
import { database } from '~/platform/database/client.server'
import { scopeOfHome } from './rules/home-scope'

// Provinces and entries change only when the server starts and loads them: they are read once.
let provinces: Awaited<ReturnType<typeof readProvinces>> | undefined
let entries: Awaited<ReturnType<typeof readEntries>> | undefined

/** The provinces, in the order of the act. */
export async function findProvinces() {
  provinces ??= await readProvinces()
  return provinces
}

/** The entries (63 CPI and the CMD of Varese), in the order of the act, each with its province. */
export async function findEntries() {
  entries ??= await readEntries()
  return entries
}

/** The entries that lie where somebody may act, in the order of the act. */
export async function findEntriesWithin(by: { scopes: readonly Scope[] }) {
  const all = await findEntries()
  return all.filter(({ id }) => by.scopes.some((scope) => covers(scope, scopeOfHome(id))))
}

/** After the territory was loaded anew. */
export function forgetTerritory() {
  provinces = undefined
  entries = undefined
}

function readProvinces() {
  return database.province.findMany({
    orderBy: { position: 'asc' },
    select: { code: true, name: true, navigatorPlaces: true, note: true },
  })
}

function readEntries() {
  return database.entry.findMany({
    orderBy: { position: 'asc' },
    select: {
      id: true,
      name: true,
      kind: true,
      navigatorPlaces: true,
      note: true,
      provinceCode: true,
      province: { select: { name: true } },
    },
  })
}

/** A person's postings, the most recent first. */
export function findPostings(personId: string) {
  return database.posting.findMany({
    where: { personId },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    select: { id: true, entryId: true, startsOn: true, endsOn: true, reason: true, entry: { select: { name: true } } },
  })
}

/** What provinces (by code) and entries (by id) are called. */
export async function findPlaceNames(): Promise<Record<string, string>> {
  const [provinces, entries] = await Promise.all([findProvinces(), findEntries()])
  const provinceNames = provinces.map(({ code, name }) => [
    code,
    name.startsWith('Città') ? name : `Provincia di ${name}`,
  ])
  return Object.fromEntries([...provinceNames, ...entries.map(({ id, name }) => [id, name])])
}
