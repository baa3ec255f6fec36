import { database, type Transaction, transact } from '~/platform/database/client.server'
import { closesAt, graceMs } from './rules/time'
import { settleAttempt } from './settle-attempt.server'

/** In the log, what time does has no request of its own. */
const timeRequestId = 'TIME'

/** Only attempts that are open, by the index that begins with their key (for "not null" SQLite does not use it). */
function overdue(now: Date) {
  return { openKey: { gt: '' }, dueAt: { lt: new Date(now.getTime() - graceMs) } }
}

/**
 * Closes the attempts of an enrolment whose time is over, with what was saved, within the transaction of an act on
 * them. Their end is when the time ended, not when it was noticed: waiting times run from there.
 */
export async function closeOverdueIn(tx: Transaction, enrolmentId: string, now: Date): Promise<void> {
  const attempts = await tx.attempt.findMany({
    where: { enrolmentId, ...overdue(now) },
    select: { id: true, dueAt: true },
  })
  for (const { id, dueAt } of attempts) {
    const at = dueAt ? closesAt(dueAt) : now
    await settleAttempt(tx, id, { by: 'time', at, actorId: null, requestId: timeRequestId, now })
  }
}

/** As closeOverdueIn, in a transaction of its own: before an enrolment's attempts are read. */
export async function closeOverdueOf(enrolmentId: string, now: Date): Promise<void> {
  const found = await database.attempt.findFirst({ where: { enrolmentId, ...overdue(now) }, select: { id: true } })
  if (found) await transact((tx) => closeOverdueIn(tx, enrolmentId, now))
}

/**
 * Closes every attempt whose time is over and that nobody has touched since; for the hourly housekeeping. One that
 * cannot be closed does not keep the others open.
 * @returns of how many enrolments
 * @throws an AggregateError of what could not be closed, after all the others were
 */
export async function closeAllOverdue(now: Date): Promise<number> {
  const attempts = await database.attempt.findMany({ where: overdue(now), select: { enrolmentId: true } })
  const enrolments = new Set(attempts.map(({ enrolmentId }) => enrolmentId))
  // One transaction each: learners who are saving do not wait for all of them.
  const failures: unknown[] = []
  for (const enrolmentId of enrolments) {
    await transact((tx) => closeOverdueIn(tx, enrolmentId, now)).catch((error) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} overdue attempts could not be closed`)
  return enrolments.size
}
