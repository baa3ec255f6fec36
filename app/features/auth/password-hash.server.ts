import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import pLimit from 'p-limit'

// OWASP Password Storage Cheat Sheet: argon2id (the library's default), 19 MiB, 2 passes, 1 lane.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** As many at once as there are cores: more would not be faster, only hold 19 MiB each and keep pages waiting. */
const inTurn = pLimit(availableParallelism())

let dummy: Promise<string> | undefined

/** argon2id hash of a password, in the PHC format. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), options))
}

/**
 * True when the password is the account's. For an account without one it hashes all the same, so that
 * the time of the answer does not tell which addresses exist.
 */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password')
  const expected = stored ?? (await dummy)
  const matches = await inTurn(() => verify(expected, password.normalize('NFKC')))
  return matches && stored !== null
}
