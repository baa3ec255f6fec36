import { grantsFromRows } from '~/features/auth/grants-from-rows'
import { findPersonNames } from '~/features/auth/person-names.queries.server'
import { roleNames } from '~/features/auth/role-names'
import { holdsOn } from '~/features/auth/rules/grants'
import { permissionMatrix } from '~/features/auth/rules/permission-matrix'
import { type Day, dayOf } from '~/lib/dates'
import { groupedBy } from '~/lib/grouped-by'
import { database } from '~/platform/database/client.server'
import type { Dossier } from './dossier.schema'

/**
 * Who has opened somebody's progress by name (the Cabina, the plan manager), from the audit log: when, who, and the
 * roles that let them do it on that day. Lists are logged by their filters, not by who stands in them: they are not here.
 */
export async function findReadings(personId: string): Promise<Dossier['chi_ha_guardato']> {
  const rows = await database.auditEntry.findMany({
    where: { objectId: personId, objectType: 'person', action: 'progress.read-named' },
    orderBy: { seq: 'desc' },
    select: { at: true, actorId: true },
  })
  const readers = rows.flatMap(({ actorId }) => actorId ?? [])
  const [names, rolesOn] = await Promise.all([findPersonNames(readers), findReadingRoles(readers)])
  return rows.map(({ at, actorId }) => ({
    quando: at.toISOString(),
    nome: (actorId && names.get(actorId)) ?? null,
    ruoli: actorId ? rolesOn(actorId, dayOf(at)) : [],
  }))
}

/** The roles by which people read progress, by person and day. */
async function findReadingRoles(personIds: readonly string[]): Promise<(personId: string, day: Day) => string[]> {
  const reading = permissionMatrix['progress.read'].map(({ role }) => role)
  const rows = await database.roleAssignment.findMany({
    where: { personId: { in: [...new Set(personIds)] }, role: { in: reading } },
    select: { personId: true, role: true, scopeKind: true, scopeId: true, seat: true, startsOn: true, endsOn: true },
  })
  const held = groupedBy(rows, ({ personId }) => personId)
  return (personId, day) => {
    const grants = grantsFromRows(held.get(personId) ?? []).filter((grant) => holdsOn(grant, day))
    return [...new Set(grants.map(({ role }) => roleNames[role]))]
  }
}

/** How often somebody signed or decided something about others: numbers alone, whom it was about stays out. */
export async function countSigned(personId: string): Promise<Dossier['firmato_per_altri']> {
  const [osservazioni, riesami, registri, ore_esaminate, test_sbloccati, voti, commenti_al_piano] = await Promise.all([
    database.observation.count({ where: { observerId: personId } }),
    database.observationResponse.count({ where: { byId: personId, slot: 'review' } }),
    database.register.count({ where: { trainerId: personId } }),
    database.practiceDecision.count({ where: { byId: personId, outcome: { not: 'withdrawn' } } }),
    database.assessmentUnlock.count({ where: { byId: personId } }),
    database.vote.count({ where: { personId } }),
    database.planComment.count({ where: { authorId: personId } }),
  ])
  return { osservazioni, riesami, registri, ore_esaminate, test_sbloccati, voti, commenti_al_piano }
}
