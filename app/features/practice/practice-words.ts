import type { Companion, PracticeState } from './rules/practice'

/** With whom, on screen. */
export const companionNames: Record<Companion, string> = {
  operatore: 'Operatore CPI',
  responsabile: 'Responsabile del CPI',
  navigator: 'Navigator',
  formatore: 'Formatore',
}

/** What the states are called on screen. */
export const stateNames: Record<PracticeState, string> = {
  pending: 'Da convalidare',
  validated: 'Convalidata',
  returned: 'Rimandata',
  revoked: 'Convalida revocata',
  withdrawn: 'Ritirata',
}
