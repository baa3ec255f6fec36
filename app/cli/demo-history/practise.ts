import type { Companion } from '~/features/practice/rules/practice'
import { dayOf } from '~/lib/dates'
import type { PlannedPractice } from './acts'
import { minutesAfter } from './calendar'
import type { ModuleStretch, Run } from './run'
import { when } from './run'
import { practiceNotes, practiceReturned, practiceRevoked } from './texts'

/** Practice is logged in whole half hours, up to half a day at a time. */
const [stepMinutes, mostSteps] = [30, 8]
const returnedShare = 0.05
const revokedShare = 0.01
const withdrawnShare = 0.01

const companionsOf: Record<'navigator' | 'operatore', readonly Companion[]> = {
  navigator: ['operatore', 'operatore', 'responsabile', 'formatore'],
  operatore: ['navigator', 'navigator', 'operatore', 'responsabile', 'formatore'],
}

type Fate = 'validated' | 'returned' | 'revoked' | 'withdrawn'

/** The practice on the job that a module asks for, logged in parts and decided by the trainers some days later. */
export function practise(run: Run, stretch: ModuleStretch): void {
  const { requirements, begins, length } = stretch
  const parts = partsOf(requirements.minutes.onTheJob, run.chance)
  for (const [index, minutes] of parts.entries()) {
    const place = begins + length * (0.3 + (0.6 * (index + run.chance.number())) / parts.length)
    const practice = log(run, stretch, { place, minutes, index, parts: parts.length })
    if (!practice) return
    decide(run, practice, place, fateOf(run, index))
  }
}

/** Practice of the last days that nobody has looked at yet. */
export function practiseLately(run: Run, stretch: ModuleStretch): void {
  if (stretch.requirements.minutes.onTheJob === 0) return
  const place = run.calendar.days.length - 2.9 + 0.8 * run.chance.number()
  log(run, stretch, { place, minutes: 120, index: 0, parts: 1 })
}

type Part = { place: number; minutes: number; index: number; parts: number }

/** @returns undefined when the day is still to come */
function log(run: Run, { module }: ModuleStretch, { place, minutes, index, parts }: Part): PlannedPractice | undefined {
  const at = when(run, place)
  if (!at) return undefined
  const { chance, learner } = run
  const known = learner.profile === 'navigator' ? module.trains.tasks : module.trains.acts
  const tasks = known.filter((_, task) => task % parts === index % known.length || chance.happens(0.3))
  const practice: PlannedPractice = {
    id: chance.id(),
    learner,
    module: module.slug,
    heldOn: dayOf(at),
    minutes,
    tasks: tasks.length > 0 ? tasks : known.slice(0, 1),
    alongside: chance.pick(companionsOf[learner.profile]),
    ...(chance.happens(0.5) && { note: chance.pick(practiceNotes) }),
  }
  run.acts.push({ kind: 'practice-logged', at, practice })
  return practice
}

/** What is decided of a logged practice; what does not stand is logged once more, and validated. */
function decide(run: Run, practice: PlannedPractice, place: number, fate: Fate): void {
  const { chance, acts } = run
  const byId = chance.pick(run.trainers)
  const logged = when(run, place)
  const lookedAt = place + 0.6 + 6 * chance.number()
  const at = when(run, lookedAt)
  if (fate === 'withdrawn' && logged) {
    const soon = minutesAfter(logged, 25)
    if (soon > run.calendar.anchor) return
    acts.push({ kind: 'practice-decided', at: soon, practice, outcome: 'withdrawn', byId: run.learner.personId })
    logAgain(run, practice, place + 0.2)
  } else if (!at) return
  else if (fate === 'returned') {
    const reason = chance.pick(practiceReturned)
    acts.push({ kind: 'practice-decided', at, practice, outcome: 'returned', byId, reason })
    // The demo shows some that still lie with the learner.
    if (run.trait.case !== 'practice-returned') logAgain(run, practice, lookedAt + 0.7)
  } else {
    acts.push({ kind: 'practice-decided', at, practice, outcome: 'validated', byId })
    const later = fate === 'revoked' ? when(run, lookedAt + 2.3) : undefined
    if (!later) return
    acts.push({ kind: 'practice-decided', at: later, practice, outcome: 'revoked', byId, reason: practiceRevoked })
    logAgain(run, practice, lookedAt + 4)
  }
}

function logAgain(run: Run, practice: PlannedPractice, place: number) {
  const at = when(run, place)
  if (!at) return
  const again = { ...practice, id: run.chance.id(), alongside: run.chance.pick(companionsOf[run.learner.profile]) }
  run.acts.push({ kind: 'practice-logged', at, practice: again })
  decide(run, again, place, 'validated')
}

function fateOf({ chance, trait }: Run, index: number): Fate {
  if (index === 0 && trait.case === 'practice-returned') return 'returned'
  if (index === 0 && trait.case === 'practice-revoked') return 'revoked'
  const number = chance.number()
  if (number < returnedShare) return 'returned'
  if (number < returnedShare + revokedShare) return 'revoked'
  return number < returnedShare + revokedShare + withdrawnShare ? 'withdrawn' : 'validated'
}

/** Minutes in parts that add up to what is asked. */
function partsOf(required: number, chance: Run['chance']): number[] {
  const parts: number[] = []
  for (let left = required; left > 0; left -= parts.at(-1) ?? left) {
    parts.push(Math.min(left, stepMinutes * chance.whole(4, mostSteps)))
  }
  return parts
}
