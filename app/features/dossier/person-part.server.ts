import { scopeFromRow } from '~/features/auth/grants-from-rows'
import { profileNames, roleNames, seatNames } from '~/features/auth/role-names'
import type { Role, Seat } from '~/features/auth/rules/grants'
import { findPlaceNames } from '~/features/territory/territory.queries.server'
import { database } from '~/platform/database/client.server'
import type { Dossier } from './dossier.schema'

type PersonPart = Pick<Dossier, 'persona' | 'ruoli' | 'periodi_in_altre_sedi' | 'accessi'>

/** Who somebody is: the account without its password, roles, postings, sign-ins. */
export async function findPersonPart(personId: string): Promise<PersonPart> {
  const person = await database.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      email: true,
      profile: true,
      createdAt: true,
      deactivatedAt: true,
      homeEntry: { select: { name: true } },
      roles: {
        orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
        select: { role: true, scopeKind: true, scopeId: true, seat: true, startsOn: true, endsOn: true },
      },
      postings: {
        orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
        select: { startsOn: true, endsOn: true, reason: true, entry: { select: { name: true } } },
      },
      sessions: {
        orderBy: { createdAt: 'desc' },
        select: { device: true, createdAt: true, lastSeenAt: true },
      },
    },
  })
  const places = await findPlaceNames()
  return {
    persona: {
      id: person.id,
      nome: person.firstName,
      cognome: person.lastName,
      email: person.email,
      profilo: person.profile && (profileNames[person.profile] ?? person.profile),
      sede: person.homeEntry?.name ?? null,
      aggiunta_il: person.createdAt.toISOString(),
      disattivata_il: person.deactivatedAt?.toISOString() ?? null,
    },
    ruoli: person.roles.map((row) => ({
      ruolo: roleNames[row.role as Role],
      seggio: row.seat && seatNames[row.seat as Seat],
      ambito: placeOf(row, places),
      dal: row.startsOn,
      al: row.endsOn,
    })),
    periodi_in_altre_sedi: person.postings.map(({ entry, startsOn, endsOn, reason }) => ({
      sede: entry.name,
      dal: startsOn,
      al: endsOn,
      motivo: reason,
    })),
    accessi: person.sessions.map(({ device, createdAt, lastSeenAt }) => ({
      dispositivo: device,
      dal: createdAt.toISOString(),
      ultima_attivita: lastSeenAt.toISOString(),
    })),
  }
}

function placeOf(row: { scopeKind: string; scopeId: string | null }, places: Record<string, string>): string {
  if (scopeFromRow(row).kind === 'region') return 'Tutta la regione'
  return places[row.scopeId ?? ''] ?? row.scopeId ?? ''
}
