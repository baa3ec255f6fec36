import type { Prisma } from '~/platform/database/client.server'

/** After the last, or before the first, of the people on the page one comes from (by id). */
export type SurnameCursor = { after?: string; before?: string }

/** Where a page of people begins. */
export type SurnameEdge = { surnameKey: string; id: string }

/** Lists of people go by surname; the id keeps namesakes apart. */
export const bySurname: Prisma.PersonOrderByWithRelationInput[] = [{ surnameKey: 'asc' }, { id: 'asc' }]
const backwards: Prisma.PersonOrderByWithRelationInput[] = [{ surnameKey: 'desc' }, { id: 'desc' }]

/** True when one leafs back, from the first person of a page; without that person the list begins anew. */
export function leafsBack({ after, before }: SurnameCursor, edge: SurnameEdge | null): boolean {
  return edge !== null && before !== undefined && after === undefined
}

/** The order in which a page is read: backwards when one leafs back. */
export function surnameOrder(back: boolean): Prisma.PersonOrderByWithRelationInput[] {
  return back ? backwards : bySurname
}

/** The people that come after (before, when leafing back) where a page begins. */
export function beyondEdge(edge: SurnameEdge | null, back: boolean): Prisma.PersonWhereInput {
  if (!edge) return {}
  const { surnameKey, id } = edge
  return back
    ? { surnameKey: { lte: surnameKey }, OR: [{ surnameKey: { lt: surnameKey } }, { id: { lt: id } }] }
    : { surnameKey: { gte: surnameKey }, OR: [{ surnameKey: { gt: surnameKey } }, { id: { gt: id } }] }
}

/**
 * A page from rows read in surnameOrder, one more than it holds, with the ids that lead to the pages before and after.
 * @param edge where it began; null for the first page
 */
export function surnamePage<Row extends { id: string }>(
  rows: readonly Row[],
  size: number,
  edge: SurnameEdge | null,
  back: boolean,
): { people: Row[]; previous: string | null; next: string | null } {
  const more = rows.length > size
  const people = rows.slice(0, size)
  if (back) people.reverse()
  return {
    people,
    previous: (back ? more : edge !== null) ? (people[0]?.id ?? null) : null,
    next: (back ? edge !== null : more) ? (people.at(-1)?.id ?? null) : null,
  }
}
