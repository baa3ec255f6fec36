import type { RouterContextProvider } from 'react-router'
import { scopesOf } from '~/features/auth/rules/resolve-permission'
import { signedInContext } from '~/features/auth/signed-in.server'
import { findPlanReading, opensModule } from '~/features/enrolment/plan-reading.queries.server'
import type { FrozenModule, FrozenPlan } from '~/features/training-plan/frozen-plan'
import { findPlanInForce, frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { dayOf } from '~/lib/dates'

/** Who leafs through the guide: without a session, as one who reads the lessons of the plan, or with other roles. */
export type GuideReader = 'visitor' | 'reads-lessons' | 'other-roles'

/** The plan as the guide tells it to one reader. */
export type ReadPlan = {
  plan: FrozenPlan
  /** It is the version that the reader follows, whichever is in force. */
  own: boolean
  reader: GuideReader
  /** The page of the plan behind this path, as far as this reader gets there: for visitors by way of the sign-in page. */
  linkTo: (module: FrozenModule, path: string) => string | null
}

/**
 * The version of the plan that the guide tells: the one that a learner follows, for everybody else the one in force.
 * From frozen rows alone.
 * @returns null before the first approval
 */
export async function findReadPlan(context: Readonly<RouterContextProvider>): Promise<ReadPlan | null> {
  const signedIn = context.get(signedInContext)
  const today = dayOf(new Date())
  if (signedIn && scopesOf(signedIn.grants, 'learning.read', today).length > 0) {
    const { personId, grants, profile } = signedIn
    const reading = await findPlanReading({ actorId: personId, grants, today }, profile)
    if (!reading) return null
    return {
      plan: await frozenPlan(reading.versionId),
      own: reading.enrolment !== null,
      reader: 'reads-lessons',
      linkTo: (module, path) => (opensModule(reading, module) ? path : null),
    }
  }
  const inForce = await findPlanInForce()
  if (!inForce) return null
  return {
    plan: await frozenPlan(inForce.id),
    own: false,
    reader: signedIn ? 'other-roles' : 'visitor',
    linkTo: (_module, path) => (signedIn ? null : `/accedi?ritorno=${encodeURIComponent(path)}`),
  }
}
