import type { Authorised } from '~/features/auth/authorise.server'
import type { AuditEvent } from '~/platform/audit/write-audit.server'
import { columnsOfGrant } from './grant-role.server'
import type { Change, NewPerson, NewRole } from './write-people.server'

export type ImportCounts = { created: number; updated: number; unchanged: number; roles: number }

/** What an import wrote. */
export type ImportedChanges = { people: NewPerson[]; changes: Change[]; roles: NewRole[] }

const fields = ['firstName', 'lastName', 'profile', 'homeEntryId'] as const

/** What the audit log says of an import: the same of each person as when it is done by hand, and at the end the whole. */
export function importEvents(
  by: Authorised<'people.import'>,
  { people, changes, roles }: ImportedChanges,
  { draftId, sha256, counts }: { draftId: string; sha256: string; counts: ImportCounts },
): AuditEvent[] {
  const { actorId, requestId } = by
  const ofPerson = (action: string, objectId: string, payload: Record<string, unknown>): AuditEvent => {
    return { actorId, requestId, action, objectType: 'person', objectId, payload }
  }
  return [
    ...people.map(({ id, data }) =>
      ofPerson('person.create', id, { profile: data.profile ?? null, homeEntry: data.homeEntryId ?? null }),
    ),
    ...changes.map((change) => ofPerson('person.update', change.person.id, changedFields(change))),
    ...roles.map(({ id, personId, grant }) =>
      ofPerson('role.grant', personId, { assignment: id, ...columnsOfGrant(grant) }),
    ),
    {
      actorId,
      requestId,
      action: 'people.import',
      objectType: 'import',
      objectId: draftId,
      payload: { ...counts, sha256 },
    },
  ]
}

function changedFields({ person, data }: Change): Record<string, unknown> {
  const changed = fields.filter((field) => person[field] !== data[field])
  return {
    changed,
    ...(changed.includes('profile') && { profile: [person.profile ?? null, data.profile ?? null] }),
    ...(changed.includes('homeEntryId') && { homeEntry: [person.homeEntryId ?? null, data.homeEntryId ?? null] }),
  }
}
