import { profileNames, roleNames } from '~/features/auth/role-names'
import { holdsOn } from '~/features/auth/rules/grants'
import { scopesOf } from '~/features/auth/rules/resolve-permission'
import type { SignedIn } from '~/features/auth/signed-in.server'
import type { Day } from '~/lib/dates'

/** What a signed-in person is greeted with: their name, the roles they hold today, what they can open. */
export function homeData(signedIn: SignedIn, today: Day) {
  const held = signedIn.grants.filter((grant) => holdsOn(grant, today))
  const profile = signedIn.profile ? profileNames[signedIn.profile] : undefined
  const roles = held.map((grant) => (grant.role === 'learner' && profile ? profile : roleNames[grant.role]))
  return {
    firstName: signedIn.firstName,
    roles: [...new Set(roles)],
    administers: scopesOf(held, 'people.read', today).length > 0,
  }
}
