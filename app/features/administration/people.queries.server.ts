import type { Authorised } from '~/features/auth/authorise.server'
import { heldOn, namedLike } from '~/features/auth/people-where.server'
import {
  beyondEdge,
  bySurname,
  leafsBack,
  type SurnameCursor,
  type SurnameEdge,
  surnameOrder,
  surnamePage,
} from '~/features/auth/surname-pages'
import { withinReach } from '~/features/territory/within-reach.server'
import { database, type Prisma } from '~/platform/database/client.server'
import type { PeopleFilters } from './people-filters.schema'
import { matching } from './people-where.server'

/** How many people stand on a page of the list. */
export const pageSize = 50

function listColumns(today: string) {
  return {
    id: true,
    firstName: true,
    lastName: true,
    surnameKey: true,
    email: true,
    profile: true,
    deactivatedAt: true,
    homeEntry: { select: { name: true } },
    roles: { where: heldOn(today), select: { role: true, seat: true }, orderBy: { startsOn: 'asc' } },
  } satisfies Prisma.PersonSelect
}

/** A page of the people in reach, by surname, with the ids that lead to the pages before and after. */
export async function findPeoplePage(by: Authorised<'people.read'>, filters: PeopleFilters, cursor: SurnameCursor) {
  const where = { AND: [withinReach(by), matching(filters, by.today)] }
  const edge = await findEdge(by, cursor.after ?? cursor.before)
  const back = leafsBack(cursor, edge)
  const rows = await database.person.findMany({
    where: { AND: [where, beyondEdge(edge, back)] },
    orderBy: surnameOrder(back),
    take: pageSize + 1,
    select: listColumns(by.today),
  })
  return surnamePage(rows, pageSize, edge, back)
}

/** How many people in reach the filters let through. */
export function countPeople(by: Authorised<'people.read'>, filters: PeopleFilters): Promise<number> {
  return database.person.count({ where: { AND: [withinReach(by), matching(filters, by.today)] } })
}

/**
 * The people whose surname, name or e-mail begins with what was typed: three ranges, each on its own index.
 * @returns at most a page of them by surname, and whether there are more
 */
export async function searchPeople(by: Authorised<'people.read'>, filters: PeopleFilters, typed: string) {
  const found = await Promise.all(
    namedLike(typed).map((range) =>
      database.person.findMany({
        where: { AND: [range, withinReach(by), matching(filters, by.today)] },
        orderBy: Object.keys(range).map((column) => ({ [column]: 'asc' })),
        take: pageSize + 1,
        select: listColumns(by.today),
      }),
    ),
  )
  const people = [...new Map(found.flat().map((person) => [person.id, person])).values()]
  people.sort((one, other) => (`${one.surnameKey}\0${one.id}` < `${other.surnameKey}\0${other.id}` ? -1 : 1))
  return { people: people.slice(0, pageSize), more: people.length > pageSize }
}

/** Everybody in reach whom the filters let through, in portions, for the export. */
export async function* eachPersonForExport(by: Authorised<'people.export'>, filters: PeopleFilters) {
  const portion = 500
  let edge: SurnameEdge | null = null
  for (;;) {
    const people: ExportedPerson[] = await database.person.findMany({
      where: { AND: [withinReach(by), matching(filters, by.today), beyondEdge(edge, false)] },
      orderBy: bySurname,
      take: portion,
      select: exportColumns,
    })
    if (people.length > 0) yield people
    edge = people.at(-1) ?? null
    if (people.length < portion) return
  }
}

const exportColumns = {
  id: true,
  surnameKey: true,
  email: true,
  firstName: true,
  lastName: true,
  profile: true,
  deactivatedAt: true,
  createdAt: true,
  homeEntry: { select: { name: true, province: { select: { name: true } } } },
  roles: {
    select: { role: true, scopeKind: true, scopeId: true, seat: true, startsOn: true, endsOn: true },
    orderBy: { startsOn: 'asc' },
  },
} satisfies Prisma.PersonSelect

export type ExportedPerson = Prisma.PersonGetPayload<{ select: typeof exportColumns }>

/** Where the page begins; null when there is no such person in reach, and the list begins anew. */
function findEdge(by: Authorised<'people.read'>, id: string | undefined): Promise<SurnameEdge | null> {
  if (!id) return Promise.resolve(null)
  return database.person.findFirst({
    where: { AND: [{ id }, withinReach(by)] },
    select: { surnameKey: true, id: true },
  })
}
