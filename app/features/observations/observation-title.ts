import { formatDay } from '~/lib/dates'
import type { ObservationView } from './observation-views'

type Titled = Pick<ObservationView, 'observedOn' | 'outcome' | 'state' | 'reader' | 'learner'>

/** The fact that the page of an observation opens with. */
export function observationTitle({ observedOn, outcome, state, reader, learner }: Titled): string {
  const of = reader.isLearner ? 'La tua osservazione' : `L’osservazione di ${learner.name}`
  const subject = `${of} del ${formatDay(observedOn)}`
  if (state === 'voided') return `${subject} è stata annullata`
  if (state === 'corrected') return `${subject} è stata corretta`
  return outcome.sufficient ? `${subject} vale per il modulo` : `${subject} non vale per il modulo`
}
