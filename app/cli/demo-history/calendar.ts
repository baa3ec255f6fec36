import { startOfDay } from '~/features/administration/rules/day-bounds'
import { type Day, dayOf, nextDay } from '~/lib/dates'

/** How long before the first load the history of the demo begins. */
const monthsOfHistory = 5
/** The hours in which people learn, as minutes after midnight: acts of a day are spread over them. */
const [opensAt, closesAt] = [8 * 60 + 30, 17 * 60]

/**
 * The working days of the history, to which places on it refer: 3.5 is the middle of the fourth. All that is dated lies
 * between its first moment and the anchor, the moment of the first load.
 */
export type Calendar = { days: readonly Day[]; anchor: Date }

/**
 * The working days (Monday to Friday) of the five months before the anchor's day. That day itself is left out: the end of
 * a test that began just before the load would lie ahead.
 */
export function calendarUntil(anchor: Date): Calendar {
  const last = dayOf(anchor)
  const days: Day[] = []
  for (let day = monthsBefore(last); day < last; day = nextDay(day)) {
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) days.push(day)
  }
  return { days, anchor }
}

/** The moment of a place, within the hours of that day; undefined when it has not come yet. */
export function momentAt({ days, anchor }: Calendar, place: number): Date | undefined {
  const day = days[Math.floor(place)]
  if (day === undefined) return undefined
  const minute = opensAt + (place - Math.floor(place)) * (closesAt - opensAt)
  const moment = momentOf(day, minute)
  return moment <= anchor ? moment : undefined
}

/** The moment of a minute of a day in Italy. */
export function momentOf(day: Day, minutesAfterMidnight: number): Date {
  return new Date(beginningOf(day) + Math.round(minutesAfterMidnight * 60) * 1000)
}

/** A moment some minutes later. */
export function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + Math.round(minutes * 60) * 1000)
}

/** The day that comes some days after, or before, another. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const beginnings = new Map<Day, number>()

function beginningOf(day: Day) {
  const known = beginnings.get(day) ?? startOfDay(day).getTime()
  beginnings.set(day, known)
  return known
}

function monthsBefore(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - monthsOfHistory, date)).toISOString().slice(0, 10)
}
