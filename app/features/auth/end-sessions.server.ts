import { writeAudit } from '~/platform/audit/write-audit.server'
import { type Transaction, transact } from '~/platform/database/client.server'
import type { SignedIn } from './signed-in.server'

/** Ends the session a request came with. */
export async function signOut(signedIn: SignedIn, requestId: string, now: Date): Promise<void> {
  await transact(async (tx) => {
    await tx.session.deleteMany({ where: { idHash: signedIn.sessionHash, personId: signedIn.personId } })
    await writeAudit(tx, event(signedIn, 'session.end', requestId), now)
  })
}

/**
 * Ends one of one's own sessions, named by its hash.
 * @returns false when there is no such session of this person
 */
export async function endOwnSession(
  signedIn: SignedIn,
  sessionHash: string,
  requestId: string,
  now: Date,
): Promise<boolean> {
  return transact(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { idHash: sessionHash, personId: signedIn.personId } })
    if (count > 0) await writeAudit(tx, event(signedIn, 'session.end', requestId), now)
    return count > 0
  })
}

/** Ends all of one's own sessions but the one in use. */
export async function endOtherSessions(signedIn: SignedIn, requestId: string, now: Date): Promise<number> {
  return transact(async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { personId: signedIn.personId, NOT: { idHash: signedIn.sessionHash } },
    })
    await writeAudit(tx, { ...event(signedIn, 'session.end-others', requestId), payload: { ended: count } }, now)
    return count
  })
}

/** Ends every session of a person, within another command's transaction. */
export async function endAllSessions(tx: Transaction, personId: string): Promise<void> {
  await tx.session.deleteMany({ where: { personId } })
}

function event(signedIn: SignedIn, action: string, requestId: string) {
  return { actorId: signedIn.personId, requestId, action, objectType: 'person', objectId: signedIn.personId }
}
