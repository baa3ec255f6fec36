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
export function practise(run: Run, { module, requirements, begins, length }: ModuleStretch): void {
  const parts = partsOf(requirements.minutes.onTheJob, run.chance)
  const { trains } = module
  const known = run.learner.profile === 'navigator' ? trains.tasks : trains.acts
  for (const [index, minutes] of parts.entries()) {
    const place = begins + length * (0.3 + (0.6 * (index + run.chance.number())) / parts.length)
    const at = when(run, place)
    if (!at) return
    const practice: PlannedPractice = {
      id: run.chance.id(),
      learner: run.learner,
      module: module.slug,
      heldOn: dayOf(at),
      minutes,
      tasks: known.filter((_, task) => task % parts.length === index % known.length || run.chance.happens(0.3)),
      alongside: run.chance.pick(companionsOf[run.learner.profile]),
      ...(run.chance.happens(0.5) && { note: run.chance.pick(practiceNotes) }),
    }
    if (practice.tasks.length === 0) practice.tasks.push(...known.slice(0, 1))
    run.acts.push({ kind: 'practice-logged', at, practice })
    decide(run, practice, place, fateOf(run, index))
  }
}

/** What is decided of a logged practice; what does not stand is logged once more, and validated. */
function decide(run: Run, practice: PlannedPractice, place: number, fate: Fate): void {
  const { chance, acts } = run
  const byId = chance.pick(run.trainers)
  const logged = when(run, place)
  const lookedAt = place + 0.6 + 3 * chance.number()
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
