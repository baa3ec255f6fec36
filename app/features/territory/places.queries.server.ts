import { covers, type Scope } from '~/features/auth/rules/grants'
import { scopeOfHome } from './rules/home-scope'
import { findEntries, findProvinces } from './territory.queries.server'

/** The places one may choose among: the provinces that lie within reach as a whole, and the entries. */
export async function findPlaces(by: { scopes: readonly Scope[] }) {
  const [provinces, entries] = await Promise.all([findProvinces(), findEntries()])
  const inReach = entries.filter((entry) => by.scopes.some((scope) => covers(scope, scopeOfHome(entry.id))))
  return {
    region: by.scopes.some((scope) => scope.kind === 'region'),
    provinces: provinces
      .filter(({ code }) => inReach.some((entry) => entry.provinceCode === code))
      .map(({ code, name }) => ({
        code,
        name,
        whole: by.scopes.some((scope) => covers(scope, { kind: 'province', province: code })),
        entries: inReach
          .filter((entry) => entry.provinceCode === code)
          .map((entry) => ({ id: entry.id, name: entry.name })),
      })),
  }
}

export type PlacesInReach = Awaited<ReturnType<typeof findPlaces>>
