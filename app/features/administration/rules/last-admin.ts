import { type Grant, holdsOn } from '~/features/auth/rules/grants'
import type { Day } from '~/lib/dates'

/**
 * True when nobody could administer the whole region on that day: then nobody could give the role back.
 * @param others region-wide administrator roles of active people who have a password, without the one that goes
 * @param from the first day without it
 */
export function leavesNoAdmin(others: readonly Pick<Grant, 'startsOn' | 'endsOn'>[], from: Day): boolean {
  return !others.some((grant) => holdsOn(grant, from))
}
