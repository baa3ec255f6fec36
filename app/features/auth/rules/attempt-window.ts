/** How many failures were counted for a key, and until when they count. */
export type Window = { count: number; resetAt: Date }

/**
 * Counts one more attempt.
 *
 * @param window what was counted so far; undefined or past its end = nothing
 * @param limit attempts allowed in a window
 * @param minutes length of a window, counted from its first attempt
 * @returns the window to keep, and whether this attempt may go on
 */
export function countAttempt(
  window: Window | undefined,
  limit: number,
  minutes: number,
  now: Date,
): { allowed: boolean; window: Window } {
  if (!window || window.resetAt <= now) {
    return { allowed: true, window: { count: 1, resetAt: new Date(now.getTime() + minutes * 60_000) } }
  }
  if (window.count >= limit) return { allowed: false, window }
  return { allowed: true, window: { ...window, count: window.count + 1 } }
}
