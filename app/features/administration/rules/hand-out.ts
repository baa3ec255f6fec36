import { covers, type Grant, type Role, type Scope } from '~/features/auth/rules/grants'
import type { Day } from '~/lib/dates'

/** Roles that reach the whole plan or the platform itself: only an administrator of the whole region gives them. */
export const regionalRoles: readonly Role[] = ['admin', 'plan-manager', 'committee']

/** True when somebody who administers `reach` may give, or end, this role there. */
export function mayHandOut(reach: readonly Scope[], role: Role, scope: Scope): boolean {
  if (regionalRoles.includes(role)) return reach.some((one) => one.kind === 'region')
  return reach.some((one) => covers(one, scope))
}

/**
 * True when a person holds, or will hold, a role that the administrator could not have given. Such a person's
 * account is not theirs to touch: a link to a new password would otherwise be a way up.
 */
export function holdsBeyond(reach: readonly Scope[], grants: readonly Grant[], today: Day): boolean {
  return grants
    .filter((grant) => grant.endsOn === undefined || grant.endsOn >= today)
    .some((grant) => !mayHandOut(reach, grant.role, grant.scope))
}

/** Nobody widens what they may do by their own hand. */
export const ownRoleRefusal = 'Un ruolo per te lo dà un altro amministratore'
