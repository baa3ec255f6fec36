import { type Profile, profiles } from '~/features/auth/rules/profiles'
import type { Finding } from '~/lib/finding'
import { countOf, formatNumber } from '~/lib/numbers'
import { type Hours, modes } from './module-content'
import { totalHours } from './totals'

type HoursByProfile = Partial<Record<Profile, Hours>>

const wordsPerMinute = 130
const minutesPerCheck = 3
/** Declared time may exceed the estimate by half, no more; a lesson's minutes may not fall below half of it. */
const mostOfEstimate = 1.5
const leastOfEstimate = 0.5

/** What a lesson asks of its reader: words, and self-checks to answer. */
export type LessonLength = { words: number; checks: number }

/** How long a lesson takes, in minutes: 130 words a minute, three minutes for a self-check. */
function lessonMinutes({ words, checks }: LessonLength): number {
  return words / wordsPerMinute + minutesPerCheck * checks
}

/** Why the minutes that a lesson declares are not plausible for its length. The path is that of its top. */
export function refuseLessonMinutes(declared: number, length: LessonLength): Finding[] {
  const estimate = lessonMinutes(length)
  if (declared <= estimate * mostOfEstimate && declared >= estimate * leastOfEstimate) return []
  const measured = `${countOf(length.words, 'parola', 'parole')} e ${countOf(length.checks, 'verifica', 'verifiche')}`
  return [
    { path: ['minutes'], reason: `${declared} minuti non tornano: con ${measured} sono circa ${Math.round(estimate)}` },
  ]
}

/**
 * Why the hours that a module declares do not hold (issue D): online more than one and a half times what its lessons
 * and exercises take; collaborative other than the minutes of its activities.
 */
export function refuseModuleHours(
  module: { hours: HoursByProfile; exerciseMinutes: number },
  lessons: readonly LessonLength[],
  activities: readonly { minutes: number }[],
): Finding[] {
  const estimate = lessons.reduce((sum, lesson) => sum + lessonMinutes(lesson), module.exerciseMinutes)
  const together = activities.reduce((sum, { minutes }) => sum + minutes, 0)
  return profiles.flatMap((profile): Finding[] => {
    const hours = module.hours[profile]
    if (!hours) return []
    const most = estimate * mostOfEstimate
    return [
      ...(hours.online * 60 <= most
        ? []
        : [
            {
              path: ['hours', profile, 'online'],
              reason: `${formatNumber(hours.online * 60)} minuti in rete sono troppi: lezioni ed esercizi ne giustificano ${Math.floor(most)}`,
            },
          ]),
      ...(hours.collaborative * 60 === together
        ? []
        : [
            {
              path: ['hours', profile, 'collaborative'],
              reason: `${formatNumber(hours.collaborative * 60)} minuti collaborativi, ma le attività ne fanno ${formatNumber(together)}`,
            },
          ]),
    ]
  })
}

/** Where the totals that a plan declares differ from the sums of its modules, by profile and mode. */
export function refuseTotals(declared: HoursByProfile, modules: readonly { hours: HoursByProfile }[]): Finding[] {
  const sums = totalHours(modules)
  return profiles.flatMap((profile): Finding[] => {
    const [said, summed] = [declared[profile], sums[profile]]
    if (!said && !summed) return []
    if (!said) return [{ path: ['totals'], reason: `mancano i totali del profilo «${profile}», che segue dei moduli` }]
    return modes.flatMap((mode) => {
      const sum = summed?.[mode] ?? 0
      if (said[mode] === sum) return []
      const reason = `il piano dichiara ${formatNumber(said[mode])} ore, i moduli ne fanno ${formatNumber(sum)}`
      return [{ path: ['totals', profile, mode], reason: `${profile}, ${mode}: ${reason}` }]
    })
  })
}
