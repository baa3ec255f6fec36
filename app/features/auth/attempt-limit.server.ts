import { createHash } from 'node:crypto'
import { type Transaction, transact } from '~/platform/database/client.server'
import { environment } from '~/platform/environment.server'
import { attemptAddress } from './rules/attempt-address'
import { countAttempt } from './rules/attempt-window'

/** The two things that attempts are counted on: the account that is tried, and the address that tries. */
export type AttemptKeys = { account: string; address: string }

/** Keys are digests, dropped with their window: what was typed as an e-mail, known or not, is not kept as such. */
export function attemptKeys(email: string, clientAddress: string): AttemptKeys {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  return { account: `account:${hash(email)}`, address: `address:${hash(attemptAddress(clientAddress))}` }
}

/**
 * Counts an attempt before the password is looked at, so that simultaneous ones cannot slip through together.
 * @returns undefined when it may go on, else when the next attempt is possible
 */
export async function countSignInAttempt(keys: AttemptKeys, now: Date): Promise<Date | undefined> {
  return transact(async (tx) => {
    const limits = [
      [keys.account, environment.SIGN_IN_LIMIT_ACCOUNT],
      [keys.address, environment.SIGN_IN_LIMIT_ADDRESS],
    ] as const
    for (const [key, limit] of limits) {
      const before = await tx.attemptWindow.findUnique({ where: { key }, select: { count: true, resetAt: true } })
      const { allowed, window } = countAttempt(before ?? undefined, limit, environment.SIGN_IN_WINDOW_MINUTES, now)
      if (!allowed) return window.resetAt
      await tx.attemptWindow.upsert({ where: { key }, create: { key, ...window }, update: window })
    }
    return undefined
  })
}

/** After a success: the account starts afresh, and the address gets this attempt back. */
export async function forgiveAttempts(tx: Transaction, keys: AttemptKeys): Promise<void> {
  await tx.attemptWindow.deleteMany({ where: { key: keys.account } })
  await tx.attemptWindow.updateMany({
    where: { key: keys.address, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  })
}

/** Drops windows that have ended; run at start and every hour. */
export async function deleteEndedWindows(now: Date): Promise<void> {
  await transact((tx) => tx.attemptWindow.deleteMany({ where: { resetAt: { lte: now } } }))
}
