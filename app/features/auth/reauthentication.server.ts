import { formatTime } from '~/lib/dates'
import { type Result, refusal, success } from '~/lib/result'
import { database, transact } from '~/platform/database/client.server'
import { attemptKeys, countSignInAttempt, forgiveAttempts } from './attempt-limit.server'
import { passwordMatches } from './password-hash.server'

/** What somebody brings to prove again that they are who signed in. Today a password. */
export type Proof = { password: string }

/**
 * The one port for proving again who one is, before acts that bind: a role given, a vote, a signature.
 * An identity provider will be another implementation behind the same signature.
 * Attempts count towards the same limits as signing in.
 *
 * @returns `wrong-proof`, or `too-many` once the limit is reached
 */
export async function reauthenticate(
  personId: string,
  proof: Proof,
  clientAddress: string,
  now: Date,
): Promise<Result<null, 'wrong-proof' | 'too-many'>> {
  const person = await database.person.findUnique({
    where: { id: personId },
    select: { email: true, passwordHash: true, deactivatedAt: true },
  })
  const keys = attemptKeys(person?.email ?? personId, clientAddress)
  const retryAt = await countSignInAttempt(keys, now)
  if (retryAt) return refusal('too-many', `Troppi tentativi. Riprova alle ${formatTime(retryAt)}`)
  const matches = await passwordMatches(proof.password, person?.deactivatedAt ? null : (person?.passwordHash ?? null))
  if (!matches) return refusal('wrong-proof', 'La password non è giusta: scrivila di nuovo')
  await transact((tx) => forgiveAttempts(tx, keys))
  return success(null)
}
