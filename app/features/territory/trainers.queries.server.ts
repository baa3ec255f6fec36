import { provinceOfEntry, scopeFromRow } from '~/features/auth/grants-from-rows'
import { heldOn } from '~/features/auth/people-where.server'
import { covers } from '~/features/auth/rules/grants'
import type { Day } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import { scopeOfHome } from './rules/home-scope'

/** A trainer of somebody today; `atHome` when the scope covers the home entry, and not only a posting of the day. */
export type OwnTrainer = { id: string; name: string; atHome: boolean }

/**
 * The trainers whose scope covers today where somebody belongs or works (workplaces), by surname; not themselves.
 * As many rows are read as there are roles over these places.
 */
export async function findTrainersOf(personId: string, today: Day): Promise<OwnTrainer[]> {
  const person = await database.person.findUniqueOrThrow({
    where: { id: personId },
    select: { homeEntryId: true, postings: { where: heldOn(today), select: { entryId: true } } },
  })
  const places = [
    ...(person.homeEntryId === null ? [] : [person.homeEntryId]),
    ...person.postings.map(({ entryId }) => entryId),
  ]
  const roles = await database.roleAssignment.findMany({
    where: {
      role: 'trainer',
      person: { deactivatedAt: null, id: { not: personId } },
      AND: [
        heldOn(today),
        {
          OR: [
            { scopeKind: 'region' },
            { scopeKind: 'province', scopeId: { in: places.map(provinceOfEntry) } },
            { scopeKind: 'entry', scopeId: { in: places } },
          ],
        },
      ],
    },
    orderBy: [{ person: { surnameKey: 'asc' } }, { personId: 'asc' }],
    select: { scopeKind: true, scopeId: true, person: { select: { id: true, firstName: true, lastName: true } } },
  })
  const trainers = new Map<string, OwnTrainer>()
  for (const { scopeKind, scopeId, person: trainer } of roles) {
    const atHome = covers(scopeFromRow({ scopeKind, scopeId }), scopeOfHome(person.homeEntryId))
    const known = trainers.get(trainer.id)
    const name = `${trainer.firstName} ${trainer.lastName}`
    trainers.set(trainer.id, { id: trainer.id, name, atHome: atHome || (known?.atHome ?? false) })
  }
  return [...trainers.values()]
}
