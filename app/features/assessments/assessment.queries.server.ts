import type { Authorised } from '~/features/auth/authorise.server'
import { testLength } from '~/features/curriculum/rules/blueprint'
import { findActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { findAssessmentStates } from './assessment-state.queries.server'

/** An ended attempt in a list. */
export type EndedAttempt = {
  id: string
  number: number
  submittedAt: Date
  correct: number
  total: number
  cut: number
  passed: boolean
}

/**
 * What the test of a module is, for the person whose plan holds it, where they stand with it and their past attempts.
 * @returns null when the module is not in the plan that the person follows
 */
export async function findAssessment(by: Authorised<'learning.follow'>, moduleSlug: string) {
  const enrolment = by.actorId ? await findActiveEnrolment(by.actorId) : null
  if (!enrolment) return null
  const plan = await frozenPlan(enrolment.versionId)
  const taken = plan.modules.filter((one) => one.hours[enrolment.profile])
  const module = taken.find(({ slug }) => slug === moduleSlug)
  const state = (await findAssessmentStates(enrolment, plan, by.now)).get(moduleSlug)
  if (!module || !state) return null
  const { blueprint, cut, attempts, waitHours, timeLimitMinutes = null } = module.assessment
  return {
    module: {
      slug: module.slug,
      title: module.title,
      kick: module.final ? 'Alla fine del piano' : `Test del modulo ${taken.indexOf(module) + 1}`,
    },
    rule: { questions: testLength(blueprint), cut, attempts, waitHours, timeLimitMinutes },
    state,
    past: await findEndedAttempts(enrolment.id, moduleSlug),
  }
}

/** The ended attempts of an enrolment at one test, in their order. */
export async function findEndedAttempts(enrolmentId: string, moduleSlug: string): Promise<EndedAttempt[]> {
  const attempts = await database.attempt.findMany({
    where: { enrolmentId, moduleSlug, submittedAt: { not: null } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, submittedAt: true, correct: true, total: true, cut: true, passed: true },
  })
  return attempts.flatMap(({ submittedAt, correct, passed, ...attempt }) =>
    submittedAt ? [{ ...attempt, submittedAt, correct: correct ?? 0, passed: passed ?? false }] : [],
  )
}
