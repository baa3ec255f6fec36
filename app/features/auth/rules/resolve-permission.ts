import type { Day } from '~/lib/dates'
import { covers, type Grant, holdsOn, type Role, type Scope } from './grants'
import { type Action, permissionMatrix } from './permission-matrix'

/**
 * - `allowed`
 * - `role`: nobody with these roles does this (the page answers 403)
 * - `scope`: the role fits, but this thing lies elsewhere (the page answers 404, as if it were not there)
 */
export type Verdict = 'allowed' | 'role' | 'scope'

/**
 * The one answer to "may they?". Deny by default: an ended or future role counts for nothing.
 *
 * @param grants the person's roles, past and future ones included
 * @param target where the thing lies; undefined when only the area itself is entered
 */
export function resolvePermission(
  grants: readonly Grant[],
  action: Action,
  target: Scope | undefined,
  today: Day,
): Verdict {
  const reach = scopesOf(grants, action, today)
  if (reach.length === 0) return 'role'
  if (target === undefined || reach.some((scope) => covers(scope, target))) return 'allowed'
  return 'scope'
}

/** The places where somebody may do this today: what the `where` of a list is made from. */
export function scopesOf(grants: readonly Grant[], action: Action, today: Day): Scope[] {
  const rules: readonly { role: Role; within: 'scope' | 'region' }[] = permissionMatrix[action]
  return grants
    .filter((grant) => holdsOn(grant, today))
    .filter((grant) =>
      rules.some((rule) => rule.role === grant.role && (rule.within === 'scope' || grant.scope.kind === 'region')),
    )
    .map((grant) => grant.scope)
}
