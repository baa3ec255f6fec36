import { modeNames } from '~/features/training-plan/plan-names'
import type { RecognisedSubject } from './rules/evidence'
import { recordedModes } from './rules/requirements'

/** What earlier evidence is recognised for, as the forms and lists call it. */
export const recognisedNames: Record<Exclude<RecognisedSubject, 'online'>, string> = {
  lessons: 'Le lezioni',
  assessment: 'Il test',
  observation: 'L’osservazione sul lavoro',
  classroom: `Ore ${modeNames.classroom}`,
  remote: `Ore ${modeNames.remote}`,
  collaborative: `Ore ${modeNames.collaborative}`,
  onTheJob: `Ore ${modeNames.onTheJob}`,
}

/** True for what is recognised with its hours. */
export function isHours(subject: string): boolean {
  return recordedModes.some((mode) => mode === subject)
}
