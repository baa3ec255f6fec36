import { scopeFromRow } from '~/features/auth/grants-from-rows'
import { type Grant, type Seat, seats } from '~/features/auth/rules/grants'
import type { Day } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import { seatHeldOn } from './rules/who-votes'

/** Somebody who holds or held a seat of the Cabina. */
export type SeatHolder = { id: string; name: string; active: boolean; grants: Grant[] }

/** Everybody who ever held a seat: three at a time, so few. */
export async function findSeatHolders(): Promise<SeatHolder[]> {
  const rows = await database.roleAssignment.findMany({
    where: { role: 'committee', seat: { in: [...seats] } },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    select: {
      scopeKind: true,
      scopeId: true,
      seat: true,
      startsOn: true,
      endsOn: true,
      person: { select: { id: true, firstName: true, lastName: true, deactivatedAt: true } },
    },
  })
  const holders = new Map<string, SeatHolder>()
  for (const { person, startsOn, endsOn, seat, ...scope } of rows) {
    const holder = holders.get(person.id) ?? {
      id: person.id,
      name: `${person.firstName} ${person.lastName}`,
      active: person.deactivatedAt === null,
      grants: [],
    }
    const grant = { startsOn, endsOn: endsOn ?? undefined, seat: seat as Seat, scope: scopeFromRow(scope) }
    holder.grants.push({ role: 'committee', ...grant })
    holders.set(person.id, holder)
  }
  return [...holders.values()]
}

/** Who holds a seat on a day, or undefined while it is vacant. */
export function holderOf(seat: Seat, holders: readonly SeatHolder[], day: Day): SeatHolder | undefined {
  return holders.find((holder) => holder.active && seatHeldOn(holder.grants, day) === seat)
}
