import type { Authorised } from '~/features/auth/authorise.server'
import { profileNames, roleNames, seatNames } from '~/features/auth/role-names'
import type { Role, Seat } from '~/features/auth/rules/grants'
import { findPlaceNames } from '~/features/territory/territory.queries.server'
import { dayOf } from '~/lib/dates'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import { streamCsv } from '~/platform/export/stream-csv.server'
import { type ExportedPerson, eachPersonForExport } from './people.queries.server'
import type { PeopleFilters } from './people-filters.schema'

const headings = [
  'id',
  'email',
  'nome',
  'cognome',
  'profilo',
  'provincia',
  'sede',
  'ruoli',
  'aggiunta_il',
  'disattivata_il',
]

/** The people in reach as CSV. That it was asked for is in the audit log before the first byte leaves. */
export async function exportPeople(by: Authorised<'people.export'>, filters: PeopleFilters): Promise<ReadableStream> {
  await transact((tx) =>
    writeAudit(
      tx,
      {
        actorId: by.actorId,
        requestId: by.requestId,
        action: 'people.export',
        objectType: 'people',
        objectId: 'csv',
        payload: { filters, scopes: by.scopes },
      },
      by.now,
    ),
  )
  return streamCsv(headings, toRows(eachPersonForExport(by, filters), await findPlaceNames()))
}

type Names = Record<string, string>

async function* toRows(portions: AsyncIterable<ExportedPerson[]>, names: Names) {
  for await (const people of portions) yield people.map((person) => toRow(person, names))
}

function toRow(person: ExportedPerson, names: Names): string[] {
  return [
    person.id,
    person.email,
    person.firstName,
    person.lastName,
    person.profile ? (profileNames[person.profile] ?? person.profile) : '',
    person.homeEntry?.province.name ?? '',
    person.homeEntry?.name ?? '',
    person.roles.map((role) => toText(role, names)).join(' | '),
    dayOf(person.createdAt),
    person.deactivatedAt ? dayOf(person.deactivatedAt) : '',
  ]
}

function toText(held: ExportedPerson['roles'][number], names: Names): string {
  const { role, scopeId, seat, startsOn, endsOn } = held
  const name = seat ? `${roleNames[role as Role]}, ${seatNames[seat as Seat]}` : roleNames[role as Role]
  const place = scopeId === null ? 'regione' : (names[scopeId] ?? scopeId)
  return `${name} (${place}, dal ${startsOn}${endsOn ? ` al ${endsOn}` : ''})`
}
