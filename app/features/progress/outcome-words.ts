import type { LearnerModule } from '~/features/learning/rules/learner-module'
import type { ProofMark } from '~/features/learning/rules/module-standing'
import { missingMinutes, type NextStep } from '~/features/learning/rules/next-step'
import { modeNames } from '~/features/training-plan/plan-names'
import { formatDateTime } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { countOf } from '~/lib/numbers'
import type { ModuleOutcomes } from './module-outcomes.queries.server'

/** A state in words, with the mark that repeats it. */
export type OutcomeWords = { mark: ProofMark; text: string }

/** How the test of a module stands, for who follows people: "Superato, 7 su 8". */
export function testWords({ test }: Pick<LearnerModule, 'test'>, { attempts }: Pick<ModuleOutcomes, 'attempts'>) {
  const last = attempts.at(-1)
  const score = last ? `, ${last.correct} su ${last.total}` : ''
  const words = (mark: ProofMark, text: string): OutcomeWords => ({ mark, text })
  switch (test.kind) {
    case 'passed':
      return test.attemptId ? words('ok', `Superato${scoreOfPassed(attempts)}`) : words('ok', 'Riconosciuto')
    case 'in-progress':
      return words('half', 'In corso')
    case 'exhausted':
      return words('warn', `Non superato${score}: tentativi finiti`)
    case 'waiting':
      return words('warn', `Non superato${score}`)
    case 'ready':
      return last ? words('warn', `Non superato${score}`) : words('todo', 'Da fare')
    case 'lessons-first':
    case 'prerequisites-first':
      return words('todo', 'Non ancora aperto')
    default:
      return test satisfies never
  }
}

function scoreOfPassed(attempts: ModuleOutcomes['attempts']) {
  const passed = attempts.find((attempt) => attempt.passed)
  return passed ? `, ${passed.correct} su ${passed.total}` : ''
}

/** How the observations of a module stand: "Requisito raggiunto, livello 3". */
export function observationWords(
  { observation, observationMet }: Pick<LearnerModule, 'observation' | 'observationMet'>,
  { observations }: Pick<ModuleOutcomes, 'observations'>,
): OutcomeWords {
  if (!observation) return { mark: 'off', text: 'Non prevista' }
  const level = observations.at(-1)?.level
  const levelText = level ? `, livello ${level}` : ''
  const counted = observations.filter(({ sufficient }) => sufficient).length
  if (observationMet) {
    return { mark: 'ok', text: observations.length > 0 ? `Requisito raggiunto${levelText}` : 'Riconosciuta' }
  }
  if (observations.length === 0) return { mark: 'todo', text: 'Da osservare' }
  return { mark: 'half', text: `${counted} su ${observation.required}${levelText}` }
}

/** How tests and observations of a whole plan stand: how many of how many, and tests that a trainer has to unlock. */
export function summaryWords(modules: readonly Pick<LearnerModule, 'test' | 'observation' | 'observationMet'>[]) {
  const observed = modules.filter(({ observation }) => observation)
  const exhausted = modules.filter(({ test }) => test.kind === 'exhausted').length
  const passed = modules.filter(({ test }) => test.kind === 'passed').length
  const met = observed.filter(({ observationMet }) => observationMet).length
  const counted = (name: string, done: number, all: number): OutcomeWords => ({
    mark: markOf(done, all),
    text: `${name}: ${done} su ${all}`,
  })
  return [
    counted('Test superati', passed, modules.length),
    ...(observed.length > 0 ? [counted('Osservazioni raggiunte', met, observed.length)] : []),
    ...(exhausted > 0 ? [{ mark: 'warn' as const, text: `Test da sbloccare: ${exhausted}` }] : []),
  ]
}

function markOf(done: number, all: number): ProofMark {
  if (done >= all) return 'ok'
  return done > 0 ? 'half' : 'todo'
}

/** "2 h in aula, 4 h sul lavoro": what of the recorded hours is still missing; empty when nothing is. */
export function missingHoursWords(modules: readonly LearnerModule[]): string {
  const missing = modules.flatMap(missingMinutes)
  const sums = new Map<(typeof missing)[number]['mode'], number>()
  for (const { mode, minutes } of missing) sums.set(mode, (sums.get(mode) ?? 0) + minutes)
  return [...sums].map(([mode, minutes]) => `${formatMinutes(minutes)} ${modeNames[mode]}`).join(', ')
}

/** The next thing that somebody does, told to who follows them: the learner's own next step in the third person. */
export function nextThingWords(step: NextStep): string {
  switch (step.kind) {
    case 'test-continue':
      return `Finire il test di «${step.module.shortTitle}»`
    case 'lesson':
      return `Leggere ${countOf(step.left + 1, 'lezione', 'lezioni')} di «${step.module.shortTitle}»`
    case 'test':
      return `Fare il test di «${step.module.shortTitle}»`
    case 'unlock':
      return `Farsi sbloccare il test di «${step.module.shortTitle}»`
    case 'waiting-test':
      return `Rifare il test di «${step.module.shortTitle}», dal ${formatDateTime(step.until)}`
    case 'hours':
      return `Ore di «${step.module.shortTitle}»: ${missingHoursWords([step.module])}`
    case 'observation':
      return `Farsi osservare per «${step.module.shortTitle}»`
    case 'complete':
      return 'Nulla: il piano è completo'
    default:
      return step satisfies never
  }
}
