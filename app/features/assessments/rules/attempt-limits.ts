import type { AssessmentRule } from '~/features/curriculum/rules/module-content'

/** An attempt that has ended. */
export type PastAttempt = { id: string; number: number; submittedAt: Date; passed: boolean }

/** Whether another attempt may begin. `attempts` is how many there are in all, those given by trainers included. */
export type AttemptStanding =
  | { kind: 'ready'; number: number; attempts: number }
  | { kind: 'waiting'; number: number; until: Date }
  | { kind: 'exhausted' }
  | { kind: 'passed'; attemptId: string; at: Date }

/**
 * Whether another attempt may begin, by the plan's attempts and waiting times (product contract, "Rules"; the numbers
 * are those that the Cabina approved).
 *
 * Waiting times are hours that really pass, from the end of the failed attempt: 24 hours are 24 hours also when the
 * clock changes. The n-th time follows the n-th failed attempt; the last one holds for those after it. An attempt that
 * a trainer gave is not waited for.
 *
 * @param unlocked how many attempts trainers gave beyond those of the rule
 */
export function attemptStanding(
  past: readonly PastAttempt[],
  { attempts, waitHours }: Pick<AssessmentRule, 'attempts' | 'waitHours'>,
  unlocked: number,
  now: Date,
): AttemptStanding {
  const passed = past.find((attempt) => attempt.passed)
  if (passed) return { kind: 'passed', attemptId: passed.id, at: passed.submittedAt }
  const last = past.reduce<PastAttempt | undefined>(
    (latest, attempt) => (latest && latest.number > attempt.number ? latest : attempt),
    undefined,
  )
  const number = (last?.number ?? 0) + 1
  const allowed = attempts + unlocked
  if (number > allowed) return { kind: 'exhausted' }
  if (last && number <= attempts) {
    const hours = waitHours[last.number - 1] ?? waitHours.at(-1) ?? 0
    const until = new Date(last.submittedAt.getTime() + hours * 3_600_000)
    if (now < until) return { kind: 'waiting', number, until }
  }
  return { kind: 'ready', number, attempts: allowed }
}
