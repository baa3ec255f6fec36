/** A calendar day as `yyyy-mm-dd`, in Europe/Rome unless said. */
export type Day = string

const zone = 'Europe/Rome'
const dayParts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
const italianDay = new Intl.DateTimeFormat('it-IT', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const italianTime = new Intl.DateTimeFormat('it-IT', { timeZone: zone, hour: '2-digit', minute: '2-digit' })

/** The day that a moment falls on in Italy. */
export function dayOf(moment: Date): Day {
  return dayParts.format(moment)
}

/** `16/12/2019` from a moment. */
export function formatDate(moment: Date): string {
  return italianDay.format(moment)
}

/** `16/12/2019` from a day. */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** `16/12/2019, ore 9.05` from a moment. */
export function formatDateTime(moment: Date): string {
  return `${formatDate(moment)}, ore ${formatTime(moment)}`
}

/** `9.05` from a moment, as Italian prose writes hours. */
export function formatTime(moment: Date): string {
  return italianTime.format(moment).replace(/^0/, '').replace(':', '.')
}

/**
 * Reads `16/12/2019` (or `16.12.2019`, `2019-12-16`).
 * @returns the day, or undefined when it is no date of the calendar
 */
export function parseDay(text: string): Day | undefined {
  const iso = text.trim().replace(/^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/, '$3-$2-$1')
  const [year = 0, month = 0, date = 0] = /^\d{4}-\d{1,2}-\d{1,2}$/.test(iso) ? iso.split('-').map(Number) : []
  const moment = new Date(Date.UTC(year, month - 1, date))
  const real = year >= 1900 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date
  return real ? moment.toISOString().slice(0, 10) : undefined
}

/** The day after. */
export function nextDay(day: Day): Day {
  return addDays(day, 1)
}

/** So many days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
