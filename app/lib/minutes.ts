import { formatNumber } from './numbers'

/** `2 h`, `45 min`, `2 h 30 min`: minutes as people say them, number and unit never apart. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const wholeHours = `${formatNumber(hours)}\u00a0h`
  if (rest === 0) return wholeHours
  return hours === 0 ? `${rest}\u00a0min` : `${wholeHours} ${rest}\u00a0min`
}

/**
 * Reads hours as people write them: `2`, `1,5`, `0.25`, `2 h`.
 * @returns whole minutes, or undefined when it is no such number
 */
export function parseHours(text: string): number | undefined {
  const match = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*(?:h|ore|ora)?$/i.exec(text.trim())
  if (!match) return undefined
  return Math.round(Number(`${match[1]}.${match[2] ?? 0}`) * 60)
}

/**
 * Reads a time of day as people write it: `9`, `9.30`, `09:30`.
 * @returns minutes after midnight, or undefined when it is no time
 */
export function parseClock(text: string): number | undefined {
  const match = /^(\d{1,2})(?:[.:,](\d{2}))?$/.exec(text.trim())
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2] ?? 0)]
  return match && hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined
}

/** `9.05` from minutes after midnight. */
export function formatClock(minutes: number): string {
  return `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`
}
