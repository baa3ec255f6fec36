import { randomUUID } from 'node:crypto'
import type { Authorised } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { writeAudits } from '~/platform/audit/write-audits.server'
import type { Transaction } from '~/platform/database/client.server'

const chunk = 5000

/**
 * Enrols people in a version, some thousands per statement, each with the event and the audit row; everybody else who
 * writes waits for the transaction of it. Whether they may be enrolled is for the command that calls.
 * @returns the ids of the enrolments, in the order of the people
 */
export async function writeEnrolments(
  tx: Transaction,
  by: Authorised<'enrolment.write'>,
  versionId: string,
  people: readonly { id: string; profile: Profile }[],
): Promise<string[]> {
  const { actorId, requestId, now } = by
  const rows = people.map(({ id, profile }) => ({ id: randomUUID(), eventId: randomUUID(), personId: id, profile }))
  for (let start = 0; start < rows.length; start += chunk) {
    const json = JSON.stringify(rows.slice(start, start + chunk))
    await tx.$executeRaw`
      INSERT INTO "Enrolment" ("id", "personId", "versionId", "profile", "enrolledAt", "activeKey")
      SELECT value ->> 'id', value ->> 'personId', ${versionId}, value ->> 'profile', ${now}, value ->> 'personId'
      FROM json_each(${json})`
    await tx.$executeRaw`
      INSERT INTO "EnrolmentEvent" ("id", "enrolmentId", "kind", "at", "byId")
      SELECT value ->> 'eventId', value ->> 'id', 'enrolled', ${now}, ${actorId} FROM json_each(${json})`
  }
  const events = rows.map(({ id, personId, profile }) => ({
    actorId,
    requestId,
    action: 'enrolment.create',
    objectType: 'person',
    objectId: personId,
    payload: { enrolment: id, version: versionId, profile },
  }))
  await writeAudits(tx, events, now)
  return rows.map(({ id }) => id)
}
