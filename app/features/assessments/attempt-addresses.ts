import type { directions } from './answer.schema'

/** The page of one question of an open attempt. */
export function questionAddress(attemptId: string, position: number): string {
  return `/tentativi/${attemptId}?domanda=${position}`
}

/** The page after a question that was saved: the one beside it, or the review after the last. */
export function addressAfter(
  attemptId: string,
  { position, total, direction }: { position: number; total: number; direction: (typeof directions)[number] },
): string {
  const next = direction === 'avanti' ? position + 1 : Math.max(position - 1, 1)
  return next > total ? `/tentativi/${attemptId}/riepilogo` : questionAddress(attemptId, next)
}
