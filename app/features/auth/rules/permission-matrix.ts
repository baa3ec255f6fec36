import type { Role } from './grants'

/**
 * Who may do what. `within: 'scope'` asks that the thing lies in the scope of the role;
 * `within: 'region'` asks that the role itself is held for the whole region, because the thing has no place.
 * What is not listed is refused.
 */
export const permissionMatrix = {
  /** Composing plan versions and submitting them; marking anybody's comment as resolved. */
  'plan.write': [{ role: 'plan-manager', within: 'region' }],
  /** Reading submitted versions, their comments, votes and minutes; commenting, following up conditions. */
  'plan.review': [
    { role: 'committee', within: 'region' },
    { role: 'plan-manager', within: 'region' },
  ],
  'plan.vote': [{ role: 'committee', within: 'region' }],
  /** Keys of frozen questions: nobody else reads them before the review rule shows them to the learner. */
  'plan.keys': [{ role: 'plan-manager', within: 'region' }],
  'enrolment.write': [{ role: 'plan-manager', within: 'scope' }],
  'evidence.recognise': [{ role: 'plan-manager', within: 'scope' }],
  'assessment.unlock': [{ role: 'trainer', within: 'scope' }],
  /** Observing learners, signing, correcting what one signed. */
  'observation.write': [{ role: 'trainer', within: 'scope' }],
  /** Reviewing an observation that the learner disagrees with. */
  'observation.review': [{ role: 'trainer', within: 'scope' }],
  /** Outcomes and levels of signed observations; notes and feedback are for author, reviewer and learner alone. */
  'observation.read': [
    { role: 'trainer', within: 'scope' },
    { role: 'centre-manager', within: 'scope' },
  ],
  /** The page of a signed observation: one's own, or those that observation.read opens. */
  'observation.open': [
    { role: 'learner', within: 'scope' },
    { role: 'trainer', within: 'scope' },
    { role: 'centre-manager', within: 'scope' },
  ],
  'practice.validate': [{ role: 'trainer', within: 'scope' }],
  'register.write': [{ role: 'trainer', within: 'scope' }],
  'register.read': [
    { role: 'trainer', within: 'scope' },
    { role: 'plan-manager', within: 'scope' },
  ],
  /** Who waits for the trainer: to be observed, validated, reviewed, unlocked. */
  'progress.train': [{ role: 'trainer', within: 'scope' }],
  /** One's own people with tests and outcomes, and the hours still to free. */
  'progress.centre': [{ role: 'centre-manager', within: 'scope' }],
  /**
   * Completion, its dates and hours of named people; tests and outcomes in aggregates alone. Every look at named
   * people is written down.
   */
  'progress.read': [
    { role: 'committee', within: 'region' },
    { role: 'plan-manager', within: 'scope' },
  ],
  /** One's own plan, lessons and tests. */
  'learning.follow': [{ role: 'learner', within: 'scope' }],
  /** Modules and lessons of the plan in force, to read. */
  'learning.read': [
    { role: 'learner', within: 'scope' },
    { role: 'trainer', within: 'scope' },
    { role: 'centre-manager', within: 'scope' },
    { role: 'plan-manager', within: 'scope' },
    { role: 'committee', within: 'region' },
  ],
  'people.read': [{ role: 'admin', within: 'scope' }],
  'people.write': [{ role: 'admin', within: 'scope' }],
  'people.import': [{ role: 'admin', within: 'region' }],
  'people.export': [{ role: 'admin', within: 'scope' }],
  'roles.grant': [{ role: 'admin', within: 'scope' }],
  'territory.read': [{ role: 'admin', within: 'scope' }],
  'audit.read': [{ role: 'admin', within: 'region' }],
} as const satisfies Record<string, readonly { role: Role; within: 'scope' | 'region' }[]>

export type Action = keyof typeof permissionMatrix
