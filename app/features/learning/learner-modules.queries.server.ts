import { findAssessmentStates, findAssessmentStatesOf } from '~/features/assessments/assessment-state.queries.server'
import type { Profile } from '~/features/auth/rules/profiles'
import type { ActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import {
  findCompletedLessons,
  findCompletedLessonsOf,
  findModuleProgress,
  findModuleProgressOf,
} from '~/features/evidence/progress.queries.server'
import {
  findEnrolmentObservations,
  findOwnObservationsOf,
} from '~/features/observations/own-observations.queries.server'
import type { FrozenPlan } from '~/features/training-plan/frozen-plan'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
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

/** An enrolment with the version that it pins. */
export type PinnedEnrolment = { id: string; versionId: string; profile: Profile }

/**
 * The modules of several learners, each as its learner stands in it, in as many reads as of one; by enrolment. For
 * those who look at the progress of others.
 */
export async function findModulesOfLearners(
  enrolments: readonly PinnedEnrolment[],
  now: Date,
): Promise<ReadonlyMap<string, LearnerModule[]>> {
  const pinned = await Promise.all(
    enrolments.map(async (enrolment) => ({ ...enrolment, plan: await frozenPlan(enrolment.versionId) })),
  )
  const ids = enrolments.map(({ id }) => id)
  const [tests, progress, lessons, observations] = await Promise.all([
    findAssessmentStatesOf(pinned, now),
    findModuleProgressOf(ids),
    findCompletedLessonsOf(enrolments),
    findOwnObservationsOf(ids),
  ])
  return new Map(
    pinned.map(({ id, plan, profile }) => {
      const known = {
        tests: tests.get(id) ?? new Map(),
        progress: progress.get(id) ?? [],
        completedLessons: lessons.get(id) ?? new Map(),
        observations: observations.get(id) ?? [],
      }
      return [id, learnerModules(plan.modules, profile, known)] as const
    }),
  )
}
