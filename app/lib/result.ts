/** What a command gives back: its value, or one of a closed set of reasons for refusing. */
export type Result<Value, Reason extends string> =
  | { ok: true; value: Value }
  | { ok: false; reason: Reason; message: string }

export function success<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** @param message an Italian sentence that says what to do */
export function refusal<Reason extends string>(reason: Reason, message: string) {
  return { ok: false as const, reason, message }
}
