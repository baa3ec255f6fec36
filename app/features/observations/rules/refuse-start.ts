import type { Day } from '~/lib/dates'

/** What is known of a learner and a trainer when an observation begins, and again when it is signed. */
export type StartFacts = {
  observerId: string
  learnerId: string
  /** The learner follows the plan, and their account is active. */
  follows: boolean
  /** The profile is observed on something in this module. */
  observable: boolean
  observedOn: Day
  today: Day
  /** The day on which the learner was enrolled. */
  enrolledOn: Day
  /** The observer was a trainer where the learner belonged or worked on that day. */
  trainedThen: boolean
}

export type StartRefusal = 'own' | 'left' | 'not-observable' | 'future' | 'before-enrolment' | 'not-trainer-then'

/** What to do about each. */
export const startRefusals: Record<StartRefusal, string> = {
  own: 'Nessuno osserva sé stesso: lo fa un altro formatore della tua provincia',
  left: 'Questa persona non segue più il piano: non si può osservare',
  'not-observable': 'In questo modulo la persona non ha una scheda di osservazione: scegli un altro modulo',
  future: 'Questo giorno deve ancora venire: scrivi quello in cui hai osservato',
  'before-enrolment': 'Quel giorno la persona non seguiva ancora il piano: controlla la data',
  'not-trainer-then': 'Quel giorno non formavi questa persona: controlla la data',
}

/** Why somebody cannot be observed, or undefined when they can. Who is out of reach is not even there (the command's 404). */
export function refuseStart(facts: StartFacts): StartRefusal | undefined {
  if (facts.observerId === facts.learnerId) return 'own'
  if (!facts.follows) return 'left'
  if (!facts.observable) return 'not-observable'
  if (facts.observedOn > facts.today) return 'future'
  if (facts.observedOn < facts.enrolledOn) return 'before-enrolment'
  return facts.trainedThen ? undefined : 'not-trainer-then'
}
