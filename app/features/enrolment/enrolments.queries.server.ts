import type { Authorised } from '~/features/auth/authorise.server'
import { heldOn, namedLike } from '~/features/auth/people-where.server'
import {
  beyondEdge,
  leafsBack,
  type SurnameCursor,
  type SurnameEdge,
  surnameOrder,
  surnamePage,
} from '~/features/auth/surname-pages'
import { homeWithin, withinReach } from '~/features/territory/within-reach.server'
import { database, type Prisma } from '~/platform/database/client.server'
import type { EnrolmentFilters } from './enrolment-filters.schema'

/** How many people stand on a page of the list. */
export const pageSize = 50

/** The enrolment that a list shows of a person: the one they follow now, else the one they left last. */
const lastFirst: Prisma.EnrolmentOrderByWithRelationInput[] = [
  { activeKey: { sort: 'desc', nulls: 'last' } },
  { enrolledAt: 'desc' },
]

function listColumns(enrolments: Prisma.EnrolmentWhereInput) {
  return {
    id: true,
    firstName: true,
    lastName: true,
    surnameKey: true,
    homeEntry: { select: { name: true } },
    enrolments: {
      where: enrolments,
      orderBy: lastFirst,
      take: 1,
      select: {
        id: true,
        profile: true,
        enrolledAt: true,
        leftAt: true,
        completedAt: true,
        version: { select: { number: true } },
      },
    },
  } satisfies Prisma.PersonSelect
}

function wanted({ profilo, stato }: EnrolmentFilters): Prisma.EnrolmentWhereInput {
  return {
    AND: [
      profilo ? { profile: profilo } : {},
      stato === 'in-corso' ? { activeKey: { not: null }, completedAt: null } : {},
      stato === 'completate' ? { completedAt: { not: null } } : {},
      stato === 'lasciate' ? { activeKey: null } : {},
    ],
  }
}

function matching(by: Authorised<'enrolment.write'>, filters: EnrolmentFilters): Prisma.PersonWhereInput {
  const { provincia, sede } = filters
  return {
    AND: [
      withinReach(by),
      provincia ? homeWithin({ kind: 'province', province: provincia }) : {},
      sede ? { homeEntryId: sede } : {},
      { enrolments: { some: wanted(filters) } },
    ],
  }
}

/** A page of the people in reach who have an enrolment that the filters let through, by surname, each with that one. */
export async function findEnrolmentsPage(
  by: Authorised<'enrolment.write'>,
  filters: EnrolmentFilters,
  cursor: SurnameCursor,
) {
  const edge = await findEdge(by, cursor.after ?? cursor.before)
  const back = leafsBack(cursor, edge)
  const rows = await database.person.findMany({
    where: { AND: [matching(by, filters), beyondEdge(edge, back)] },
    orderBy: surnameOrder(back),
    take: pageSize + 1,
    select: listColumns(wanted(filters)),
  })
  return surnamePage(rows, pageSize, edge, back)
}

/** How many people in reach have an enrolment that the filters let through. */
export function countEnrolledPeople(by: Authorised<'enrolment.write'>, filters: EnrolmentFilters): Promise<number> {
  return database.person.count({ where: matching(by, filters) })
}

/** How many people in reach follow the plan now. */
export function countFollowing(by: Authorised<'enrolment.write'>): Promise<number> {
  return database.enrolment.count({ where: { activeKey: { not: null }, person: withinReach(by) } })
}

/**
 * The people in reach whose surname, name or e-mail begins with what was typed, and who are learners today or were
 * enrolled once.
 * @returns at most a page of them by surname, and whether there are more
 */
export async function searchLearners(by: Authorised<'enrolment.write'>, typed: string) {
  const known: Prisma.PersonWhereInput = {
    OR: [
      { deactivatedAt: null, roles: { some: { role: 'learner', ...heldOn(by.today) } } },
      { enrolments: { some: {} } },
    ],
  }
  const found = await Promise.all(
    namedLike(typed).map((range) =>
      database.person.findMany({
        where: { AND: [range, withinReach(by), known] },
        orderBy: Object.keys(range).map((column) => ({ [column]: 'asc' })),
        take: pageSize + 1,
        select: { ...listColumns({}), profile: true },
      }),
    ),
  )
  const people = [...new Map(found.flat().map((person) => [person.id, person])).values()]
  people.sort((one, other) => (`${one.surnameKey}\0${one.id}` < `${other.surnameKey}\0${other.id}` ? -1 : 1))
  return { people: people.slice(0, pageSize), more: people.length > pageSize }
}

export type EnrolledPerson = Awaited<ReturnType<typeof findEnrolmentsPage>>['people'][number]
export type FoundLearner = Awaited<ReturnType<typeof searchLearners>>['people'][number]

/** Where the page begins; null when there is no such person in reach, and the list begins anew. */
function findEdge(by: Authorised<'enrolment.write'>, id: string | undefined): Promise<SurnameEdge | null> {
  if (!id) return Promise.resolve(null)
  return database.person.findFirst({
    where: { AND: [{ id }, withinReach(by)] },
    select: { surnameKey: true, id: true },
  })
}
