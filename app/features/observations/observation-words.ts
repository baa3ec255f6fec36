import type { ActionOutcome, ObservationKind, Rating, SupervisionLevel } from './rules/observation'

/** What is said of a criterion. */
export const ratingNames: Record<Rating, string> = {
  met: 'Raggiunto',
  partly: 'In parte',
  notMet: 'Non raggiunto',
  notObserved: 'Non osservato',
  notApplicable: 'Non applicabile',
}

export const kindNames: Record<ObservationKind, string> = {
  real: 'Caso reale',
  simulation: 'Simulazione',
  discussion: 'Discussione di un caso',
}

/** What the learner may do next time, from the first level to the fifth. */
export const levelNames: Record<SupervisionLevel, { name: string; hint: string }> = {
  1: { name: 'Osservare', hint: 'Guarda mentre un’altra persona lavora' },
  2: { name: 'Fare con aiuto', hint: 'Chi affianca è accanto e interviene' },
  3: { name: 'Fare con verifica', hint: 'Chi affianca controlla subito dopo' },
  4: { name: 'Fare in autonomia', hint: 'Chi affianca è raggiungibile se serve' },
  5: { name: 'Guidare altri', hint: 'Può affiancare chi impara' },
}

/** What became of an agreed action. */
export const actionOutcomeNames: Record<ActionOutcome, string> = {
  done: 'Fatta',
  partly: 'Fatta in parte',
  notDone: 'Non fatta',
}
