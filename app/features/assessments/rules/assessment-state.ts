import type { AssessmentRule } from '~/features/curriculum/rules/module-content'
import { attemptStanding, type PastAttempt } from './attempt-limits'

/** Where a learner stands with the test of one module. */
export type AssessmentState =
  | { kind: 'lessons-first' }
  /** Titles of the modules whose test comes before. */
  | { kind: 'prerequisites-first'; modules: string[] }
  | { kind: 'ready'; number: number; attempts: number }
  | { kind: 'in-progress'; attemptId: string; number: number; dueAt: Date | null }
  | { kind: 'waiting'; number: number; until: Date }
  /** `attemptId` is null when earlier evidence was recognised in place of the test. */
  | { kind: 'passed'; attemptId: string | null; at: Date }
  | { kind: 'exhausted' }

/** What decides it, as the database and the frozen plan say. */
export type AssessmentFacts = {
  rule: Pick<AssessmentRule, 'attempts' | 'waitHours'>
  /** Since when the evidence says that the test is passed; null when it does not. */
  passedSince: Date | null
  lessonsRead: boolean
  /** Titles of prerequisites whose test is not passed. */
  openPrerequisites: string[]
  past: readonly PastAttempt[]
  open: { id: string; number: number; dueAt: Date | null } | null
  unlocked: number
}

/**
 * Where a learner stands with a module's test. Whether it is passed is for the evidence to say: a passed attempt whose
 * evidence was voided is one that was used.
 */
export function assessmentState(facts: AssessmentFacts, now: Date): AssessmentState {
  const { rule, passedSince, lessonsRead, openPrerequisites, open, unlocked } = facts
  const past = facts.past.map((attempt) => ({ ...attempt, passed: attempt.passed && passedSince !== null }))
  const standing = attemptStanding(past, rule, unlocked, now)
  if (standing.kind === 'passed') return standing
  if (passedSince) return { kind: 'passed', attemptId: null, at: passedSince }
  if (open) return { kind: 'in-progress', attemptId: open.id, number: open.number, dueAt: open.dueAt }
  if (!lessonsRead) return { kind: 'lessons-first' }
  if (openPrerequisites.length > 0) return { kind: 'prerequisites-first', modules: openPrerequisites }
  return standing
}
