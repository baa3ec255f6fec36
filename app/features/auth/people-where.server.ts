import type { Day } from '~/lib/dates'
import { foldText } from '~/lib/fold-text'
import type { Prisma } from '~/platform/database/client.server'

/** Roles that hold on a day. */
export function heldOn(day: Day) {
  return { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] }
}

/** The people whose surname, name or e-mail begins with what was typed: a range for each, on its own index. */
export function namedLike(typed: string): Prisma.PersonWhereInput[] {
  const name = foldText(typed)
  const email = typed.trim().toLowerCase()
  return [
    ...(name ? [{ surnameKey: startingWith(name) }, { firstNameKey: startingWith(name) }] : []),
    ...(email ? [{ email: startingWith(email) }] : []),
  ]
}

function startingWith(prefix: string) {
  return { gte: prefix, lt: `${prefix}\u{10FFFF}` }
}
