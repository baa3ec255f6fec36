import type { Grant } from '~/features/auth/rules/grants'
import type { Day } from '~/lib/dates'
import type { Transaction } from '~/platform/database/client.server'
import { columnsOf } from './create-person.server'
import { columnsOfGrant } from './grant-role.server'
import type { Data, KnownPerson } from './rules/import/plan-import'

const chunk = 5000

/** Somebody to add, with the id that they get. */
export type NewPerson = { id: string; data: Data }
export type Change = { person: KnownPerson; data: Data }
/** A role, with the id that it gets, for somebody who is there or has just been added. */
export type NewRole = { id: string; personId: string; grant: Grant }

/**
 * Adds many people, some thousands per statement: the whole of an import stands in one transaction, for which
 * everybody else who writes waits. (createMany takes ten times as long.)
 */
export async function insertPeople(tx: Transaction, people: readonly NewPerson[], now: Date): Promise<void> {
  for (let start = 0; start < people.length; start += chunk) {
    const rows = people.slice(start, start + chunk).map(({ id, data }) => ({ id, ...columnsOf(data) }))
    await tx.$executeRaw`
      INSERT INTO "Person"
        ("id", "email", "firstName", "lastName", "surnameKey", "firstNameKey", "profile", "homeEntryId", "createdAt")
      SELECT value ->> 'id', value ->> 'email', value ->> 'firstName', value ->> 'lastName', value ->> 'surnameKey',
        value ->> 'firstNameKey', value ->> 'profile', value ->> 'homeEntryId', ${now}
      FROM json_each(${JSON.stringify(rows)})`
  }
}

/**
 * Changes the data of many people. The learner's role moves to the new home, as in updatePerson.
 * @param today roles that ended before it stay where they were
 */
export async function changePeople(tx: Transaction, changes: readonly Change[], today: Day): Promise<void> {
  for (let start = 0; start < changes.length; start += chunk) {
    const rows = changes.slice(start, start + chunk).map(({ person, data }) => ({ id: person.id, ...columnsOf(data) }))
    const json = JSON.stringify(rows)
    await tx.$executeRaw`
      UPDATE "Person" SET
        "firstName" = wanted.value ->> 'firstName', "lastName" = wanted.value ->> 'lastName',
        "surnameKey" = wanted.value ->> 'surnameKey', "firstNameKey" = wanted.value ->> 'firstNameKey',
        "profile" = wanted.value ->> 'profile', "homeEntryId" = wanted.value ->> 'homeEntryId',
        "revision" = "revision" + 1
      FROM json_each(${json}) AS wanted WHERE "Person"."id" = wanted.value ->> 'id'`
    // A plus keeps SQLite from walking all learners for each person, by the index on role.
    await tx.$executeRaw`
      UPDATE "RoleAssignment" SET "scopeKind" = 'entry', "scopeId" = wanted.value ->> 'homeEntryId'
      FROM json_each(${json}) AS wanted
      WHERE "personId" = wanted.value ->> 'id' AND wanted.value ->> 'homeEntryId' IS NOT NULL
        AND +"role" = 'learner' AND (+"endsOn" IS NULL OR +"endsOn" >= ${today})`
  }
}

/** Adds many roles; the same, and for the same reason. */
export async function insertRoles(tx: Transaction, roles: readonly NewRole[], now: Date): Promise<void> {
  for (let start = 0; start < roles.length; start += chunk) {
    const rows = roles
      .slice(start, start + chunk)
      .map(({ id, personId, grant }) => ({ id, personId, ...columnsOfGrant(grant) }))
    await tx.$executeRaw`
      INSERT INTO "RoleAssignment"
        ("id", "personId", "role", "scopeKind", "scopeId", "seat", "startsOn", "endsOn", "createdAt")
      SELECT value ->> 'id', value ->> 'personId', value ->> 'role', value ->> 'scopeKind', value ->> 'scopeId',
        value ->> 'seat', value ->> 'startsOn', value ->> 'endsOn', ${now}
      FROM json_each(${JSON.stringify(rows)})`
  }
}

/** Drops the open password links of many people. */
export async function dropPasswordLinks(tx: Transaction, personIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "PasswordLink" WHERE "usedAt" IS NULL AND "personId" IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))`
}
