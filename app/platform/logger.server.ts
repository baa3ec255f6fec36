import { pino } from 'pino'
import { environment } from './environment.server'

/**
 * One JSON line per event. Query strings, bodies, cookies, names and e-mail addresses never go in:
 * callers pass ids, and paths without their query.
 */
export const logger = pino({
  level: environment.LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
})
