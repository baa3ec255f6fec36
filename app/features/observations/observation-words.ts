import { dayOf, formatDateTime, formatTime } from '~/lib/dates'
import type { ActionOutcome, ObservationKind, Rating, SupervisionLevel } from './rules/observation'

/** The words of the observation form, as look.md has them. */
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

export const kindHints: Record<ObservationKind, string> = {
  real: 'Con una persona allo sportello',
  simulation: 'Chi impara prova con un collega',
  discussion: 'Si parla di un caso, senza la persona',
}

export const levelNames: Record<SupervisionLevel, { name: string; hint: string }> = {
  1: { name: 'Osservare', hint: 'Guarda mentre un’altra persona lavora' },
  2: { name: 'Fare con aiuto', hint: 'Chi affianca è accanto e interviene' },
  3: { name: 'Fare con verifica', hint: 'Chi affianca controlla subito dopo' },
  4: { name: 'Fare in autonomia', hint: 'Chi affianca è raggiungibile se serve' },
  5: { name: 'Guidare altri', hint: 'Può affiancare chi impara' },
}

export const actionOutcomeNames: Record<ActionOutcome, string> = {
  done: 'Fatta',
  partly: 'Fatta in parte',
  notDone: 'Non fatta',
}

/** What a real case needs (product contract). */
export const informedText = 'La persona è stata informata della presenza dell’osservatore e non si è opposta'

/** What a signed observation amounts to. */
export function outcomeName({ sufficient }: { sufficient: boolean }): string {
  return sufficient ? 'Vale per il modulo' : 'Non vale per il modulo'
}

/** `3, Fare con verifica` */
export function levelName(level: number | null): string {
  const known = level === null ? undefined : levelNames[level as SupervisionLevel]
  return known ? `${level}, ${known.name}` : 'Nessuno'
}

/** What a kind is called, as a row stores it. */
export function kindName(kind: string): string {
  return kindNames[kind as ObservationKind] ?? kind
}

/** `alle 10.52`, or `il 16/12/2019, ore 10.52` when it was another day. */
export function draftSavedText(moment: Date, now: Date): string {
  return dayOf(moment) === dayOf(now) ? `alle ${formatTime(moment)}` : `il ${formatDateTime(moment)}`
}
