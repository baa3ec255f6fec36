import { outcomeName } from '~/features/observations/observation-words'
import type { OwnObservation } from '~/features/observations/own-observations'
import { requirementStanding } from '~/features/observations/rules/requirement-standing'
import type { LearnerModule } from './learner-module'
import type { ProofMark } from './module-standing'

/** What has become of an observation of one's own, in words, with the mark that repeats it. */
export type OwnObservationWords = OwnObservation & { mark: ProofMark; text: string; toAcknowledge: boolean }

/** How many observations a module still lacks: "Ne manca una." Null when none is asked, or the requirement is met. */
export function missingObservationsText({
  observation,
  observationMet,
  observations,
}: Pick<LearnerModule, 'observation' | 'observationMet' | 'observations'>): string | null {
  if (!observation || observationMet) return null
  const { missing, byOthers } = requirementStanding(observations, observation)
  const lacking = missing === 1 ? 'Ne manca una' : `Ne mancano ${missing}`
  // The first observer of all is nobody new.
  if (observation.observers === 1 || byOthers === 0 || byOthers === observation.observers) return `${lacking}.`
  return missing === 1
    ? `${lacking}, con un’altra persona che osserva.`
    : `${lacking}, almeno ${byOthers === 1 ? 'una' : byOthers} con altre persone che osservano.`
}

/**
 * The observations of a module that can be opened, the last signed first: a row that only voids another is told at that
 * one.
 * @param rows all signed rows of one enrolment and module
 */
export function ownObservationWords(rows: readonly OwnObservation[]): OwnObservationWords[] {
  const later = new Map(rows.map((row) => [row.corrects, row]))
  return rows
    .filter(({ isVoid }) => !isVoid)
    .map((row) => {
      const after = later.get(row.id)
      if (after) return { ...row, mark: 'off' as const, text: takenText(after), toAcknowledge: false }
      const mark: ProofMark = row.sufficient ? 'ok' : 'todo'
      return { ...row, mark, text: outcomeName(row), toAcknowledge: !row.answered }
    })
    .reverse()
}

function takenText({ isVoid }: OwnObservation) {
  return isVoid ? 'Annullata' : 'Corretta: vale un’altra'
}
