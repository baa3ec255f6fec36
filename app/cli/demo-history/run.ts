import type { ModuleRequirements } from '~/features/evidence/rules/requirements'
import type { FrozenModule } from '~/features/training-plan/frozen-plan'
import type { Act, EnrolledLearner } from './acts'
import { type Calendar, momentAt } from './calendar'
import type { Chance } from './chance'
import type { Trait } from './traits'

/** A module that a learner takes, and the working days in which they get to it. */
export type ModuleStretch = {
  module: FrozenModule
  requirements: ModuleRequirements
  /** Place in the calendar, and how many working days. */
  begins: number
  length: number
}

/** The history of one learner while it is being made. */
export type Run = {
  learner: EnrolledLearner
  trait: Trait
  chance: Chance
  calendar: Calendar
  /** The trainers of the province. */
  trainers: readonly string[]
  /** Who manages the plan. */
  managerId: string
  acts: Act[]
  /** Modules whose test is passed, each with the place after it. */
  passed: Map<string, number>
  /** Modules whose lessons, or hours, were recognised: nothing of them is done again. */
  recognised: { lessons: Set<string>; test: Set<string>; hours: Map<string, string> }
}

/** Share of the calendar at which somebody leaves, or moves; and how long who returns was away. */
const turningPoint = 0.55
const awayFor = 16

/** The place of the day on which the learner of a case leaves, moves or is posted. */
export function turnOf({ days }: Calendar): number {
  return Math.floor(days.length * turningPoint) + 0.5
}

/** The moment of a place in a learner's time: later when they were away, undefined when they are gone or it is to come. */
export function when({ trait, calendar }: Pick<Run, 'trait' | 'calendar'>, place: number): Date | undefined {
  const turn = turnOf(calendar)
  if (place <= turn) return momentAt(calendar, place)
  if (trait.case === 'left') return undefined
  return momentAt(calendar, trait.case === 'returned' ? place + awayFor : place)
}

/** The place at which who returns is back. */
export function returnOf(calendar: Calendar): number {
  return turnOf(calendar) + awayFor
}

/** True when the learner follows the plan at a moment. */
export function follows({ trait, calendar, learner }: Pick<Run, 'trait' | 'calendar' | 'learner'>, at: Date): boolean {
  if (at < learner.enrolledAt) return false
  const left = momentAt(calendar, turnOf(calendar))
  if (!left || at < left) return true
  if (trait.case === 'left') return false
  const back = momentAt(calendar, returnOf(calendar))
  return trait.case !== 'returned' || (back !== undefined && at > back)
}
