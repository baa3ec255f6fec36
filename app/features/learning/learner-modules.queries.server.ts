import { findAssessmentStates } from '~/features/assessments/assessment-state.queries.server'
import type { ActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import { findCompletedLessons, findModuleProgress } from '~/features/evidence/progress.queries.server'
import { findEnrolmentObservations } from '~/features/observations/own-observations.queries.server'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { type LearnerModule, learnerModules } from './rules/learner-module'

/** The modules of the pinned version that a learner takes, each as the learner stands in it. */
export async function findLearnerModules(
  enrolment: ActiveEnrolment,
  plan: FrozenPlan,
  now: Date,
): Promise<LearnerModule[]> {
  // First the states: an attempt whose time is over is closed there, and what it brings is then in the progress.
  const tests = await findAssessmentStates(enrolment, plan, now)
  const [progress, completedLessons, observations] = await Promise.all([
    findModuleProgress(enrolment.id),
    findCompletedLessons(enrolment),
    findEnrolmentObservations(enrolment.id),
  ])
  return learnerModules(plan.modules, enrolment.profile, { progress, completedLessons, tests, observations })
}
