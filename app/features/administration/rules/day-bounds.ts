import { type Day, dayOf } from '~/lib/dates'

/** The moment at which a day begins in Italy: midnight in Europe/Rome, summer time or not. */
export function startOfDay(day: Day): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const summer = new Date(midnight - 2 * 3_600_000)
  return dayOf(summer) === day ? summer : new Date(midnight - 3_600_000)
}
