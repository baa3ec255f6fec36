import type { Scope } from '~/features/auth/rules/grants'
import type { Prisma } from '~/platform/database/client.server'

/** The people whose home lies where somebody may act: the part that every `where` of a list carries. */
export function withinReach(by: { scopes: readonly Scope[] }): Prisma.PersonWhereInput {
  if (by.scopes.some((scope) => scope.kind === 'region')) return {}
  return { OR: by.scopes.map(homeWithin) }
}

/** The people whose home lies in a place. */
export function homeWithin(scope: Scope): Prisma.PersonWhereInput {
  if (scope.kind === 'entry') return { homeEntryId: scope.entry }
  return scope.kind === 'province' ? { homeEntryId: idsOfProvince(scope.province) } : {}
}

/** The postings at a place. */
export function entryWithin(scope: Scope): Prisma.PostingWhereInput {
  if (scope.kind === 'entry') return { entryId: scope.entry }
  return scope.kind === 'province' ? { entryId: idsOfProvince(scope.province) } : {}
}

/** Ids of entries begin with their province and a dot; "/" is the character after the dot. */
function idsOfProvince(province: string) {
  return { gte: `${province}.`, lt: `${province}/` }
}
