import type { Day } from '~/lib/dates'

export type EndRefusal = 'already-ended' | 'in-the-past' | 'later-than-end'

/**
 * The last day to write for a period (a role, a posting) that is being ended.
 * The past is not rewritten: what held until the day before yesterday has held. Yesterday is allowed, so that
 * something can stop at once. A period withdrawn before its first day ends on the day before it.
 *
 * @param wanted the last day on which it should still hold
 */
export function endOfPeriod(
  period: { startsOn: Day; endsOn?: Day },
  wanted: Day,
  today: Day,
): { ok: true; endsOn: Day } | { ok: false; reason: EndRefusal } {
  const yesterday = dayBefore(today)
  if (period.endsOn !== undefined && period.endsOn <= yesterday) return { ok: false, reason: 'already-ended' }
  if (period.endsOn !== undefined && period.endsOn < period.startsOn) return { ok: false, reason: 'already-ended' }
  if (wanted < yesterday) return { ok: false, reason: 'in-the-past' }
  if (period.endsOn !== undefined && wanted > period.endsOn) return { ok: false, reason: 'later-than-end' }
  return { ok: true, endsOn: wanted < period.startsOn ? dayBefore(period.startsOn) : wanted }
}

/** The day before. */
export function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** Why a period could not be ended, in words for its form. */
export const endRefusals: Record<EndRefusal, string> = {
  'already-ended': 'È già terminato: non c’è più nulla da chiudere',
  'in-the-past': 'Scrivi una data da ieri in poi: quello che è già valso non si cambia',
  'later-than-end': 'Scrivi una data che non venga dopo la fine già prevista',
}
