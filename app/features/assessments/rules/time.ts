/**
 * How long after the due time an answer still counts: it was chosen in time, and was on its way. Ours (product
 * contract: "nothing is lost"), and too short to answer another question.
 */
export const graceMs = 10_000

/** When an attempt that starts now must end, or null when the plan sets no limit. */
export function dueAtOf(startedAt: Date, timeLimitMinutes: number | undefined): Date | null {
  return timeLimitMinutes === undefined ? null : new Date(startedAt.getTime() + timeLimitMinutes * 60_000)
}

/** The last moment at which an answer is accepted: what is written as the end of an attempt that time has closed. */
export function closesAt(dueAt: Date): Date {
  return new Date(dueAt.getTime() + graceMs)
}

/** True when nothing more is accepted: the due time and its grace are over. */
export function isTimeOver(dueAt: Date | null, now: Date): boolean {
  return dueAt !== null && now > closesAt(dueAt)
}
