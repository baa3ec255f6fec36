import type { AssessmentState } from '~/features/assessments/rules/assessment-state'
import type { Mode } from '~/features/curriculum/rules/module-content'
import { awaitsObserver } from '~/features/observations/rules/awaits-observer'
import { type RequirementStanding, requirementStanding } from '~/features/observations/rules/requirement-standing'
import type { LearnerModule } from './learner-module'
import { missingMinutes } from './next-step'

/** Who could give what is missing. */
export type Giver = { id: string; name: string; atHome: boolean }

/** One thing that a module still lacks, with the trainers who can give it; lessons and tests are one's own to do. */
export type Missing =
  | { kind: 'lessons'; left: number }
  | { kind: 'test'; test: Exclude<AssessmentState, { kind: 'passed' | 'exhausted' }> }
  | { kind: 'unlock'; givers: Giver[] }
  | { kind: 'hours'; mode: Mode; minutes: number; givers: Giver[] }
  | { kind: 'observation'; standing: RequirementStanding; givers: Giver[] }

/**
 * What a module still lacks, in the order of its proofs; nothing when it is complete.
 *
 * Hours and observations are given by any trainer of the place; an observation not by one who has observed already
 * where the rest must come from others; a test is unlocked by a trainer of the home entry (assessments).
 */
export function whatIsMissing(module: LearnerModule, trainers: readonly Giver[]): Missing[] {
  if (module.completedAt) return []
  const left = module.lessons.filter(({ readOn }) => readOn === undefined).length
  const lessons: Missing[] = left > 0 ? [{ kind: 'lessons', left }] : []
  const hours = missingMinutes(module).map((missing): Missing => ({ kind: 'hours', ...missing, givers: [...trainers] }))
  return [...lessons, ...testMissing(module, trainers), ...hours, ...observationMissing(module, trainers)]
}

function testMissing({ test }: LearnerModule, trainers: readonly Giver[]): Missing[] {
  if (test.kind === 'passed') return []
  if (test.kind === 'exhausted') return [{ kind: 'unlock', givers: trainers.filter(({ atHome }) => atHome) }]
  return [{ kind: 'test', test }]
}

function observationMissing(
  { observation, observationMet, observations }: LearnerModule,
  trainers: readonly Giver[],
): Missing[] {
  if (!observation || observationMet) return []
  const givers = trainers.filter(({ id }) => awaitsObserver(observations, observation, id))
  return [{ kind: 'observation', standing: requirementStanding(observations, observation), givers }]
}
