import type { Profile } from '~/features/auth/rules/profiles'
import { type Hours, type Mode, modes } from '~/features/curriculum/rules/module-content'
import type { FrozenModule } from '~/features/training-plan/frozen-plan'

/** The modes whose minutes somebody records; the online hours are those of the lessons, and are met by reading them. */
export const recordedModes = modes.filter((mode) => mode !== 'online')

/** What a module asks of a profile. */
export type ModuleRequirements = {
  lessons: readonly { slug: string; minutes: number }[]
  /** Minutes by mode, the online ones included. */
  minutes: Record<Mode, number>
  observation: boolean
}

/** What a frozen module asks of a profile, or undefined when that profile does not take it. */
export function requirementsOf(
  module: Pick<FrozenModule, 'lessons' | 'hours' | 'observation'>,
  profile: Profile,
): ModuleRequirements | undefined {
  const hours = module.hours[profile]
  if (!hours) return undefined
  return {
    lessons: module.lessons.map(({ slug, minutes }) => ({ slug, minutes })),
    minutes: minutesOf(hours),
    observation: (module.observation?.required ?? 0) > 0,
  }
}

function minutesOf(hours: Hours): Record<Mode, number> {
  const { online, classroom, remote, collaborative, onTheJob } = hours
  return {
    online: online * 60,
    classroom: classroom * 60,
    remote: remote * 60,
    collaborative: collaborative * 60,
    onTheJob: onTheJob * 60,
  }
}
