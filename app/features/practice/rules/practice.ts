import type { Day } from '~/lib/dates'

/** With whom a learner practised. */
export const companions = ['operatore', 'responsabile', 'navigator', 'formatore'] as const
export type Companion = (typeof companions)[number]

/** What the last decision says of a logged practice; without one it is pending. */
export const practiceStates = ['pending', 'validated', 'returned', 'revoked', 'withdrawn'] as const
export type PracticeState = (typeof practiceStates)[number]

const minutesOfDay = 1440

/** What a learner wants to log. */
export type WantedPractice = { heldOn: Day; minutes: number; tasks: readonly string[] }

/** What it is held against. */
export type PracticeFacts = {
  /** Minutes on the job that the module asks of the learner's profile; undefined when the profile does not take it. */
  required: number | undefined
  /** Ids of the tasks (Navigator) or acts (operatore) that the module trains. */
  trained: readonly string[]
  enrolledOn: Day
  today: Day
  /** Minutes of that day that are there already: other practice, and attendances in signed registers. */
  taken: number
}

export type PracticeRefusal = 'not-taken' | 'tasks' | 'future' | 'before-enrolment' | 'minutes' | 'day-full'

/** What to do, in words for the form. */
export const practiceRefusals: Record<PracticeRefusal, string> = {
  'not-taken': 'Scegli un modulo del tuo piano che chiede ore sul lavoro',
  tasks: 'Scegli che cosa hai fatto, tra quello che il modulo allena',
  future: 'Scrivi un giorno già passato, o oggi',
  'before-enrolment': 'Scrivi un giorno da quando segui il piano',
  minutes: 'Scrivi quante ore: più di zero, e non più di 24',
  'day-full': 'Con le altre ore di quel giorno, aula compresa, sono più di 24: controlla il giorno e le ore',
}

/** Why this cannot be logged, or undefined when it can. A day holds at most 24 hours, whatever they were spent on. */
export function refusePractice(wanted: WantedPractice, facts: PracticeFacts): PracticeRefusal | undefined {
  const { heldOn, minutes, tasks } = wanted
  if (!facts.required) return 'not-taken'
  if (!fitsTasks(tasks, facts.trained)) return 'tasks'
  if (heldOn > facts.today) return 'future'
  if (heldOn < facts.enrolledOn) return 'before-enrolment'
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > minutesOfDay) return 'minutes'
  return isDayFull(facts.taken + minutes) ? 'day-full' : undefined
}

/** True when the minutes of a day are more than it has. */
export function isDayFull(minutes: number): boolean {
  return minutes > minutesOfDay
}

/** At least one, each of them trained by the module; none where the module trains none (as personal data and safety). */
function fitsTasks(tasks: readonly string[], trained: readonly string[]) {
  if (new Set(tasks).size !== tasks.length) return false
  return tasks.every((task) => trained.includes(task)) && (tasks.length > 0 || trained.length === 0)
}
