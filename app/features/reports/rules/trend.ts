import type { Day } from '~/lib/dates'

/** Completions of one week, by its Monday. */
export type WeekCount = { monday: Day; completed: number }

/** How many had completed at the end of a week. */
export type TrendPoint = { monday: Day; completed: number }

/**
 * Completions added up week by week, weeks without any included, up to the week of today.
 * @param weeks in any order; several rows may speak of one week
 */
export function cumulative(weeks: readonly WeekCount[], today: Day): TrendPoint[] {
  const byWeek = new Map<Day, number>()
  for (const { monday, completed } of weeks) byWeek.set(monday, (byWeek.get(monday) ?? 0) + completed)
  const first = [...byWeek.entries()]
    .filter(([, count]) => count !== 0)
    .map(([monday]) => monday)
    .sort()[0]
  if (first === undefined) return []
  const points: TrendPoint[] = []
  let sum = 0
  for (let monday = first; monday <= today; monday = addDays(monday, 7)) {
    sum += byWeek.get(monday) ?? 0
    points.push({ monday, completed: sum })
  }
  return points
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return addDays(day, weekday === 0 ? -6 : 1 - weekday)
}

function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
