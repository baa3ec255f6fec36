import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { type Hours, type Mode, modes } from './module-content'

type TimedModule = { hours: Partial<Record<Profile, Hours>> }

/** Hours by profile and mode that modules make together; a profile that takes none of them is left out. */
export function totalHours(modules: readonly TimedModule[]): Partial<Record<Profile, Hours>> {
  const taken = profiles.flatMap((profile) => {
    const hours = modules.flatMap((module) => module.hours[profile] ?? [])
    const sumOf = (mode: Mode) => hours.reduce((sum, one) => sum + one[mode], 0)
    return hours.length === 0 ? [] : [[profile, Object.fromEntries(modes.map((mode) => [mode, sumOf(mode)]))]]
  })
  return Object.fromEntries(taken)
}

/** All the hours of a profile, whatever the mode. */
export function sumOfModes(hours: Hours): number {
  return modes.reduce((sum, mode) => sum + hours[mode], 0)
}
