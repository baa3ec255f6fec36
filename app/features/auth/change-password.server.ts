import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { transact } from '~/platform/database/client.server'
import { hashPassword } from './password-hash.server'
import { reauthenticate } from './reauthentication.server'
import { refusePassword } from './rules/password-rule'
import type { SignedIn } from './signed-in.server'

type Change = { current: string; chosen: string; clientAddress: string; requestId: string }

/**
 * Changes one's own password and ends one's other sessions.
 * @returns `weak`, `wrong-proof` (the current password) or `too-many`
 */
export async function changePassword(
  signedIn: SignedIn,
  change: Change,
  now: Date,
): Promise<Result<null, 'weak' | 'wrong-proof' | 'too-many'>> {
  const weakness = refusePassword(change.chosen, signedIn.email)
  if (weakness) return refusal('weak', weakness)
  const proven = await reauthenticate(signedIn.personId, { password: change.current }, change.clientAddress, now)
  if (!proven.ok) return proven
  const passwordHash = await hashPassword(change.chosen)
  return transact(async (tx) => {
    // A link redeemed, or a deactivation, while the password was checked has ended this session.
    const open = await tx.session.findUnique({ where: { idHash: signedIn.sessionHash }, select: { idHash: true } })
    if (!open) return refusal('wrong-proof', 'La sessione è finita: accedi di nuovo')
    await tx.person.update({ where: { id: signedIn.personId }, data: { passwordHash }, select: { id: true } })
    await tx.session.deleteMany({ where: { personId: signedIn.personId, NOT: { idHash: signedIn.sessionHash } } })
    await tx.passwordLink.deleteMany({ where: { personId: signedIn.personId } })
    await writeAudit(
      tx,
      {
        actorId: signedIn.personId,
        requestId: change.requestId,
        action: 'password.change',
        objectType: 'person',
        objectId: signedIn.personId,
      },
      now,
    )
    return success(null)
  })
}
