import type { Authorised } from '~/features/auth/authorise.server'
import {
  beyondEdge,
  bySurname,
  leafsBack,
  type SurnameCursor,
  type SurnameEdge,
  surnameOrder,
  surnamePage,
} from '~/features/auth/surname-pages'
import { homeWithin, withinReach } from '~/features/territory/within-reach.server'
import { database, type Prisma } from '~/platform/database/client.server'
import type { ListFilters } from './cabina-filters.schema'
import { countByEntry, findEntriesInReach } from './counts.queries.server'
import type { TakenModule } from './followed-versions.server'

/** How many people stand on a page of the list. */
const pageSize = 50

const columns = {
  id: true,
  surnameKey: true,
  firstName: true,
  lastName: true,
  homeEntry: { select: { name: true, province: { select: { name: true } } } },
  enrolments: {
    where: { activeKey: { not: null } },
    take: 1,
    select: {
      id: true,
      versionId: true,
      profile: true,
      enrolledAt: true,
      completedOn: true,
      progress: { select: { moduleSlug: true, minutesDone: true, completedOn: true } },
    },
  },
} satisfies Prisma.PersonSelect

export type NamedPerson = Prisma.PersonGetPayload<{ select: typeof columns }>

/** The people behind a number of the dashboard, by surname, a page at a time. */
export async function findNamedPage(
  by: Authorised<'progress.read'>,
  filters: ListFilters,
  module: TakenModule | undefined,
  cursor: SurnameCursor,
) {
  const edge = await findEdge(by, cursor.after ?? cursor.before)
  const back = leafsBack(cursor, edge)
  const rows = await database.person.findMany({
    where: { AND: [matching(by, filters, module), beyondEdge(edge, back)] },
    orderBy: surnameOrder(back),
    take: pageSize + 1,
    select: columns,
  })
  return surnamePage(rows, pageSize, edge, back)
}

/** All of them, in portions of so many people, for a download. */
export async function* eachNamedPerson(
  by: Authorised<'progress.read'>,
  filters: ListFilters,
  module: TakenModule | undefined,
  portion = 500,
) {
  let edge: SurnameEdge | null = null
  for (;;) {
    const people: NamedPerson[] = await database.person.findMany({
      where: { AND: [matching(by, filters, module), beyondEdge(edge, false)] },
      orderBy: bySurname,
      take: portion,
      select: columns,
    })
    if (people.length > 0) yield people
    edge = people.at(-1) ?? null
    if (people.length < portion) return
  }
}

/**
 * How many people stand in the list: the very number that opened it, from the counts that triggers keep.
 * @param module the one that the filters name, if any
 */
export async function countNamed(
  by: Authorised<'progress.read'>,
  filters: ListFilters,
  module: TakenModule | undefined,
): Promise<number> {
  const { profilo, provincia, sede, modulo, stato } = filters
  const entries = (await findEntriesInReach(by)).filter(
    ({ id, provinceCode }) => (!provincia || provinceCode === provincia) && (!sede || id === sede),
  )
  const homeless =
    by.scopes.some(({ kind }) => kind === 'region') && !provincia && (!sede || sede === 'nessuna') ? [''] : []
  const counts = await countByEntry(profilo, [...entries.map(({ id }) => id), ...homeless], modulo ?? '')
  return counts
    .filter(({ versionId }) => !module || module.versions.has(versionId))
    .reduce((sum, { enrolled, completed }) => sum + numberOf(stato, enrolled, completed), 0)
}

function numberOf(state: ListFilters['stato'], enrolled: number, completed: number) {
  if (state === 'completato') return completed
  return state === 'in-corso' ? enrolled - completed : enrolled
}

function matching(
  by: Authorised<'progress.read'>,
  filters: ListFilters,
  module: TakenModule | undefined,
): Prisma.PersonWhereInput {
  const { provincia, sede } = filters
  return {
    AND: [
      withinReach(by),
      provincia ? homeWithin({ kind: 'province', province: provincia }) : {},
      sede ? { homeEntryId: sede === 'nessuna' ? null : sede } : {},
      { enrolments: { some: wanted(filters, module) } },
    ],
  }
}

function wanted({ profilo, stato }: ListFilters, module: TakenModule | undefined): Prisma.EnrolmentWhereInput {
  const active = { activeKey: { not: null }, profile: profilo }
  if (!module) return { ...active, ...stateOfPlan(stato) }
  const taking = { ...active, versionId: { in: [...module.versions] } }
  const completed = { moduleSlug: module.slug, completedOn: { not: null } }
  if (stato === 'completato') return { ...taking, progress: { some: completed } }
  return stato === 'in-corso' ? { ...taking, progress: { none: completed } } : taking
}

function stateOfPlan(state: ListFilters['stato']): Prisma.EnrolmentWhereInput {
  if (state === 'completato') return { completedOn: { not: null } }
  return state === 'in-corso' ? { completedOn: null } : {}
}

/** Where the page begins; null when there is no such person in reach, and the list begins anew. */
function findEdge(by: Authorised<'progress.read'>, id: string | undefined): Promise<SurnameEdge | null> {
  if (!id) return Promise.resolve(null)
  return database.person.findFirst({
    where: { AND: [{ id }, withinReach(by)] },
    select: { surnameKey: true, id: true },
  })
}
