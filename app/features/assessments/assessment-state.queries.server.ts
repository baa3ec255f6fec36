import type { Profile } from '~/features/auth/rules/profiles'
import type { ActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { database } from '~/platform/database/client.server'
import { closeOverdueOf } from './close-overdue.server'
import { readAssessmentFacts, readAssessmentFactsOf } from './read-assessment-facts.server'
import { type AssessmentFacts, type AssessmentState, assessmentState } from './rules/assessment-state'
import { isTimeOver } from './rules/time'

/**
 * Where a learner stands with the test of each module of the plan that the profile takes, by module. An attempt whose
 * time is over is closed first, so that what is shown is what holds.
 */
export async function findAssessmentStates(
  enrolment: ActiveEnrolment,
  plan: FrozenPlan,
  now: Date,
): Promise<Map<string, AssessmentState>> {
  let facts = await readAssessmentFacts(database, enrolment, plan)
  if ([...facts.values()].some(({ open }) => isTimeOver(open?.dueAt ?? null, now))) {
    await closeOverdueOf(enrolment.id, now)
    facts = await readAssessmentFacts(database, enrolment, plan)
  }
  return statesFrom(facts, now)
}

/**
 * The same of several learners in as few reads, by enrolment. For those who look at others: an attempt whose time is
 * over counts as in progress until something closes it.
 */
export async function findAssessmentStatesOf(
  enrolments: readonly { id: string; profile: Profile; plan: FrozenPlan }[],
  now: Date,
): Promise<ReadonlyMap<string, Map<string, AssessmentState>>> {
  const facts = await readAssessmentFactsOf(database, enrolments)
  return new Map([...facts].map(([id, known]) => [id, statesFrom(known, now)]))
}

function statesFrom(facts: ReadonlyMap<string, AssessmentFacts>, now: Date): Map<string, AssessmentState> {
  return new Map([...facts].map(([slug, known]) => [slug, assessmentState(known, now)]))
}
