import { type Mode, modes } from '~/features/curriculum/rules/module-content'
import { requirementStanding } from '~/features/observations/rules/requirement-standing'
import { formatDate, formatDateTime } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import type { LearnerModule } from './learner-module'

/** How a proof is marked; `todo` is the plain ring. */
export type ProofMark = 'ok' | 'half' | 'warn' | 'off' | 'todo'

/** One proof of a module in words, with the mark that repeats it. */
export type Proof = { mark: ProofMark; text: string }

export type ModuleStanding = { lessons: Proof; hours: Proof; test: Proof; observation: Proof }

/** Minutes of a mode, or of several together. */
export type HoursFigure = { done: number; required: number }
export type ModeHours = HoursFigure & { mode: Mode }

/** The state of the proofs that a module asks for, each as a whole sentence. */
export function moduleStanding(module: LearnerModule): ModuleStanding {
  return {
    lessons: lessonsProof(module),
    hours: hoursProof(totalHours([module])),
    test: testProof(module),
    observation: observationProof(module),
  }
}

/** "Completato il 20/09/2019" or how far it is. */
export function moduleStateText(module: LearnerModule): string {
  if (module.completedAt) return `Completato il ${formatDate(module.completedAt)}`
  return hasBegun(module) ? 'Iniziato' : 'Da iniziare'
}

/** Hours by mode of modules together; a mode that none of them asks for is left out. */
export function hoursByMode(modules: readonly LearnerModule[]): ModeHours[] {
  return modes
    .map((mode) => ({
      mode,
      done: modules.reduce((total, { minutesDone }) => total + minutesDone[mode], 0),
      required: modules.reduce((total, { minutesRequired }) => total + minutesRequired[mode], 0),
    }))
    .filter(({ required }) => required > 0)
}

/** Hours of all modes together: a surplus of one does not fill another. */
export function totalHours(modules: readonly LearnerModule[]): HoursFigure {
  const all = hoursByMode(modules)
  return {
    done: all.reduce((total, { done }) => total + done, 0),
    required: all.reduce((total, { required }) => total + required, 0),
  }
}

/** "4 h su 6 h" */
export function hoursText({ done, required }: HoursFigure): string {
  return `${formatMinutes(done)} su ${formatMinutes(required)}`
}

function hasBegun(module: LearnerModule) {
  const { final, test, observationMet, observations } = module
  // A test without lessons of its own is open before anything of it has begun.
  const closed = test.kind === 'lessons-first' || test.kind === 'prerequisites-first'
  const tested = !closed && !(final && test.kind === 'ready' && test.number === 1)
  return (
    tested ||
    observationMet ||
    observations.length > 0 ||
    totalHours([module]).done > 0 ||
    module.lessons.some(({ readOn }) => readOn)
  )
}

function lessonsProof({ lessons }: LearnerModule): Proof {
  if (lessons.length === 0) return { mark: 'off', text: 'Non previste' }
  const read = lessons.filter(({ readOn }) => readOn !== undefined).length
  return { mark: markOf(read, lessons.length), text: `Lette ${read} su ${lessons.length}` }
}

function hoursProof(hours: HoursFigure): Proof {
  if (hours.required === 0) return { mark: 'off', text: 'Non previste' }
  return { mark: markOf(hours.done, hours.required), text: hoursText(hours) }
}

function testProof({ test }: LearnerModule): Proof {
  switch (test.kind) {
    case 'passed':
      return { mark: 'ok', text: test.attemptId ? 'Superato' : 'Riconosciuto' }
    case 'in-progress':
      return { mark: 'half', text: 'Iniziato, da consegnare' }
    case 'ready':
      return { mark: 'todo', text: `Aperto: tentativo ${test.number} di ${test.attempts}` }
    case 'waiting':
      return { mark: 'todo', text: `Si riapre il ${formatDateTime(test.until)}` }
    case 'exhausted':
      return { mark: 'warn', text: 'Tentativi finiti: lo sblocca chi ti forma' }
    case 'lessons-first':
      return { mark: 'todo', text: 'Si apre a lezioni finite' }
    case 'prerequisites-first':
      return { mark: 'todo', text: afterTests(test.modules) }
    default:
      return test satisfies never
  }
}

function afterTests(titles: readonly string[]) {
  if (titles.length > 3) return `Si apre dopo i test di ${titles.length} moduli`
  return `Si apre dopo il test di ${titles.map((title) => `«${title}»`).join(', ')}`
}

function observationProof({ observation, observationMet, observations }: LearnerModule): Proof {
  if (!observation) return { mark: 'off', text: 'Non prevista' }
  if (observationMet) return { mark: 'ok', text: 'Requisito raggiunto' }
  const { required, reached } = requirementStanding(observations, observation)
  const text = `${reached} di ${required} ${reached === 1 || required === 1 ? 'raggiunta' : 'raggiunte'}`
  return { mark: reached > 0 ? 'half' : 'todo', text }
}

function markOf(done: number, required: number): ProofMark {
  if (done >= required) return 'ok'
  return done > 0 ? 'half' : 'todo'
}
