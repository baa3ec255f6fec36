import { createHash, randomBytes } from 'node:crypto'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { database, type Transaction, transact } from '~/platform/database/client.server'
import { endAllSessions } from './end-sessions.server'
import { hashPassword } from './password-hash.server'
import { refusePassword } from './rules/password-rule'

/** How long a link to choose a password holds. */
export const passwordLinkHours = 72

/**
 * Makes the one link that is good for a person: earlier ones stop working.
 * @returns the token, kept nowhere but in the link itself
 */
export async function issuePasswordLink(tx: Transaction, personId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.passwordLink.deleteMany({ where: { personId } })
  await tx.passwordLink.create({
    data: {
      tokenHash: hashToken(token),
      personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + passwordLinkHours * 3_600_000),
    },
    select: { tokenHash: true },
  })
  return token
}

/** The person a link is for, or undefined when it was used, has expired or never was. */
export async function findPasswordLink(token: string, now: Date) {
  const link = await database.passwordLink.findFirst({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now }, person: { deactivatedAt: null } },
    select: { person: { select: { id: true, firstName: true, email: true } } },
  })
  return link?.person
}

/**
 * Sets a password by a link, which is then used up; ends the person's sessions.
 * @returns `weak`, or `gone` when the link does not hold any more
 */
export async function redeemPasswordLink(
  token: string,
  chosen: string,
  requestId: string,
  now: Date,
): Promise<Result<null, 'weak' | 'gone'>> {
  const gone = refusal('gone', 'Questo link non vale più: chiedine uno nuovo a chi amministra la piattaforma')
  const person = await findPasswordLink(token, now)
  if (!person) return gone
  const weakness = refusePassword(chosen, person.email)
  if (weakness) return refusal('weak', weakness)
  const passwordHash = await hashPassword(chosen)
  return transact(async (tx) => {
    const { count } = await tx.passwordLink.updateMany({
      where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now }, person: { deactivatedAt: null } },
      data: { usedAt: now },
    })
    if (count === 0) return gone
    await tx.person.update({ where: { id: person.id }, data: { passwordHash }, select: { id: true } })
    await endAllSessions(tx, person.id)
    await writeAudit(
      tx,
      { actorId: person.id, requestId, action: 'password.set', objectType: 'person', objectId: person.id },
      now,
    )
    return success(null)
  })
}

function hashToken(token: string) {
  return createHash('sha256').update(token).digest('hex')
}
