import type { Authorised } from '~/features/auth/authorise.server'
import { covers, roles } from '~/features/auth/rules/grants'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { findEntries, findProvinces } from '~/features/territory/territory.queries.server'
import { withinReach } from '~/features/territory/within-reach.server'
import { database } from '~/platform/database/client.server'
import { countPeople } from './people.queries.server'

/** The figures of the overview: each is the length of the list it opens. */
export async function findOverview(by: Authorised<'people.read'>) {
  const [active, withoutPassword, deactivated] = await Promise.all([
    countPeople(by, { stato: 'attive' }),
    countPeople(by, { stato: 'senza-password' }),
    countPeople(by, { stato: 'disattivate' }),
  ])
  const byRole = await Promise.all(
    roles.map(async (role) => ({ role, people: await countPeople(by, { stato: 'attive', ruolo: role }) })),
  )
  return { active, withoutPassword, deactivated, byRole }
}

/** The provinces and entries in reach, with how many active navigators and operators belong to each entry. */
export async function findTerritory(by: Authorised<'territory.read'>) {
  const [provinces, entries, counts] = await Promise.all([
    findProvinces(),
    findEntries(),
    database.person.groupBy({
      by: ['homeEntryId', 'profile'],
      where: { AND: [withinReach(by), { deactivatedAt: null, homeEntryId: { not: null } }] },
      _count: { _all: true },
    }),
  ])
  const people = new Map(counts.map((row) => [`${row.homeEntryId} ${row.profile}`, row._count._all]))
  const visible = entries
    .filter((entry) => by.scopes.some((scope) => covers(scope, scopeOfHome(entry.id))))
    .map(({ province, ...entry }) => ({
      ...entry,
      navigators: people.get(`${entry.id} navigator`) ?? 0,
      operators: people.get(`${entry.id} operatore`) ?? 0,
    }))
  return provinces
    .map((province) => ({ ...province, entries: visible.filter((entry) => entry.provinceCode === province.code) }))
    .filter((province) => province.entries.length > 0)
}
