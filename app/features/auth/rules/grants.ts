import type { Day } from '~/lib/dates'

/** What a person can be on the platform (product contract, "People"). */
export const roles = ['learner', 'trainer', 'centre-manager', 'plan-manager', 'committee', 'admin'] as const
export type Role = (typeof roles)[number]

/** The three seats of the Cabina di Regia (Convenzione, art. 3): two of the Region, one of Anpal Servizi. */
export const seats = ['region-director', 'region-deputy', 'anpal'] as const
export type Seat = (typeof seats)[number]

/** Where a role holds. An entry is a CPI or the CMD of Varese, and lies in one province. */
export type Scope =
  | { kind: 'region' }
  | { kind: 'province'; province: string }
  | { kind: 'entry'; entry: string; province: string }

/** A role held somewhere, from a day to a day (both included; no end = still held). */
export type Grant = {
  role: Role
  scope: Scope
  seat?: Seat
  startsOn: Day
  endsOn?: Day
}

/** True when the role is held on that day. */
export function holdsOn(grant: Pick<Grant, 'startsOn' | 'endsOn'>, day: Day): boolean {
  return grant.startsOn <= day && (grant.endsOn === undefined || day <= grant.endsOn)
}

/** True when all of `inner` lies within `outer`. */
export function covers(outer: Scope, inner: Scope): boolean {
  if (outer.kind === 'region') return true
  if (outer.kind === 'province') return inner.kind !== 'region' && inner.province === outer.province
  return inner.kind === 'entry' && inner.entry === outer.entry
}

/** True when two periods share a day. */
export function overlaps(one: Pick<Grant, 'startsOn' | 'endsOn'>, other: Pick<Grant, 'startsOn' | 'endsOn'>): boolean {
  return one.startsOn <= (other.endsOn ?? '9999-12-31') && other.startsOn <= (one.endsOn ?? '9999-12-31')
}
