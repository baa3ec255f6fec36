import { type Authorised, reaches } from '~/features/auth/authorise.server'
import type { Action } from '~/features/auth/rules/permission-matrix'
import type { Profile } from '~/features/auth/rules/profiles'
import { scopeOfHome } from '~/features/territory/rules/home-scope'
import { writeAudit } from '~/platform/audit/write-audit.server'
import type { Transaction } from '~/platform/database/client.server'

/** An enrolment by id, within the transaction of a command; undefined when absent or when its person is out of reach. */
export async function readEnrolment(tx: Pick<Transaction, 'enrolment'>, by: Authorised<Action>, id: string) {
  const row = await tx.enrolment.findUnique({
    where: { id },
    select: {
      id: true,
      personId: true,
      versionId: true,
      profile: true,
      leftAt: true,
      completedAt: true,
      person: { select: { homeEntryId: true } },
    },
  })
  if (!row || !reaches(by, scopeOfHome(row.person.homeEntryId))) return undefined
  return { ...row, profile: row.profile as Profile }
}

/** The audit row of an act on an enrolment; it stands with the other acts on that person. */
export function auditEnrolment(
  tx: Transaction,
  by: Authorised<Action>,
  action: string,
  { id, personId }: { id: string; personId: string },
): Promise<void> {
  const { actorId, requestId, now } = by
  const event = { actorId, requestId, action, objectType: 'person', objectId: personId, payload: { enrolment: id } }
  return writeAudit(tx, event, now)
}
