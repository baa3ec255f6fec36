import { addDays, type Day } from '~/lib/dates'

/** An action that is due within so many days is shown before its day. */
export const daysAhead = 7
/** With the requirement met no later observation takes an action up: it is shown this long after its day. */
const daysAfter = 30

/**
 * True when a trainer is to come back to an agreed action now: it falls due within a week or is overdue, and no later
 * observation has taken it up (which is for the caller to say).
 */
export function isDue({ actionOn, observationMet }: { actionOn: Day; observationMet: boolean }, today: Day): boolean {
  if (actionOn > addDays(today, daysAhead)) return false
  return !observationMet || actionOn >= addDays(today, -daysAfter)
}
