import type { Profile } from '~/features/auth/rules/profiles'
import { profiles } from '~/features/auth/rules/profiles'
import { findFollowedModules } from '~/features/enrolment/followed-modules.queries.server'
import { type RegisterMode, registerModes } from './rules/register'

/** A module that somebody follows, with the modes of a register for which a profile has hours. */
export type TaughtModule = { slug: string; title: string; modes: RegisterMode[] }

/** The modules for which a register can be kept. */
export async function findTaughtModules(): Promise<TaughtModule[]> {
  const modules = await findFollowedModules()
  return modules.flatMap(({ slug, title, hours }) => {
    const asked = (mode: RegisterMode) => hours.some((one) => profiles.some((profile: Profile) => one[profile]?.[mode]))
    const modes = registerModes.filter(asked)
    return modes.length > 0 ? [{ slug, title, modes }] : []
  })
}
