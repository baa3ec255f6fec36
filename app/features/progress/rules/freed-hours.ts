import type { Mode } from '~/features/curriculum/rules/module-content'

/** Modes whose hours somebody has to be freed for, by the word that stands for them in an address. */
export const hourWords = {
  aula: 'classroom',
  distanza: 'remote',
  collaborative: 'collaborative',
  lavoro: 'onTheJob',
} as const satisfies Record<string, Mode>

export type HourWord = keyof typeof hourWords
export type FreedMode = (typeof hourWords)[HourWord]

/** Minutes by mode that somebody still has to do away from the desk. */
export type FreedMinutes = Record<FreedMode, number>

/** Minutes that people still have to be freed for, by mode, all together. */
export function sumFreed(people: readonly { missing: FreedMinutes }[]): FreedMinutes {
  const of = (mode: FreedMode) => people.reduce((sum, { missing }) => sum + missing[mode], 0)
  return {
    classroom: of('classroom'),
    remote: of('remote'),
    collaborative: of('collaborative'),
    onTheJob: of('onTheJob'),
  }
}

export function totalFreed(minutes: FreedMinutes): number {
  return Object.values(hourWords).reduce((sum, mode) => sum + minutes[mode], 0)
}
