import { formatTime } from '~/lib/dates'
import { type Result, refusal, success } from '~/lib/result'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { database, transact } from '~/platform/database/client.server'
import { attemptKeys, countSignInAttempt, forgiveAttempts } from './attempt-limit.server'
import { startSession } from './lucia.server'
import { passwordMatches } from './password-hash.server'

type Attempt = {
  /** Trimmed and in lower case. */
  email: string
  password: string
  device: string
  clientAddress: string
  requestId: string
}

/**
 * Signs somebody in. An unknown, deactivated or password-less account costs the same time, consumes the
 * same limits and gets the same answer as a wrong password.
 *
 * @returns the Set-Cookie of the new session, or `wrong` or `too-many`
 */
export async function signIn(attempt: Attempt, now: Date): Promise<Result<string, 'wrong' | 'too-many'>> {
  const keys = attemptKeys(attempt.email, attempt.clientAddress)
  const retryAt = await countSignInAttempt(keys, now)
  if (retryAt) return refusal('too-many', `Troppi tentativi. Riprova alle ${formatTime(retryAt)}`)

  const person = await database.person.findUnique({
    where: { email: attempt.email },
    select: { id: true, passwordHash: true, deactivatedAt: true },
  })
  const hash = person?.deactivatedAt ? null : (person?.passwordHash ?? null)
  if (!(await passwordMatches(attempt.password, hash)) || !person) {
    // Nobody knows who tried: the account that was tried is the object, not the author.
    const refused = { ...event('session.refuse', person?.id ?? null, attempt), actorId: null }
    await transact((tx) => writeAudit(tx, refused, now))
    return refusal('wrong', 'Indirizzo email o password non corretti: controllali e riprova')
  }
  return transact(async (tx) => {
    // Read again inside the transaction: a deactivation may have come while the password was checked.
    const active = await tx.person.findFirst({
      where: { id: person.id, deactivatedAt: null, passwordHash: hash },
      select: { id: true },
    })
    if (!active) return refusal('wrong', 'Indirizzo email o password non corretti: controllali e riprova')
    await forgiveAttempts(tx, keys)
    const cookie = await startSession(tx, person.id, attempt.device, now)
    await writeAudit(tx, event('session.start', person.id, attempt), now)
    return success(cookie)
  })
}

function event(action: string, personId: string | null, attempt: Attempt) {
  return {
    actorId: personId,
    requestId: attempt.requestId,
    action,
    objectType: 'person',
    objectId: personId ?? 'unknown',
    payload: { device: attempt.device },
  }
}
