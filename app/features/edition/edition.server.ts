import type { Authorised } from '~/features/auth/authorise.server'
import { findPlanInForce } from '~/features/training-plan/frozen-plan.server'
import { findVersion } from '~/features/training-plan/plan-versions.queries.server'
import { findReviewedVersion } from '~/features/training-plan/review.queries.server'
import type { Composition } from '~/features/training-plan/rules/plan-document'
import { database } from '~/platform/database/client.server'
import type { EditedVersion } from './edition-view'

/** A version to make an edition of; `composition` is there for a draft alone. */
export type EditionSource = { version: EditedVersion; composition: Composition | null }

/** A submitted version, for whoever may review it; undefined for a draft, or for what is not there. */
export async function findReviewedEdition(
  by: Authorised<'plan.review'>,
  versionId: string,
): Promise<EditionSource | undefined> {
  const found = await findReviewedVersion(by, versionId)
  if (!found) return undefined
  const { id, number, state, submittedAt, decision } = found
  return {
    version: { id, number, state, revision: 0, submittedAt, closedAt: decision?.closedAt ?? null },
    composition: null,
  }
}

/** A version of any state, for who composes the plan; undefined for what is not there. */
export async function findComposedEdition(
  by: Authorised<'plan.write'>,
  versionId: string,
): Promise<EditionSource | undefined> {
  const found = await findVersion(by, versionId)
  if (!found) return undefined
  const { id, number, state, revision, submittedAt, closedAt } = found
  return {
    version: { id, number, state, revision, submittedAt, closedAt },
    composition: state === 'draft' ? found.composition : null,
  }
}

/**
 * The same by its number, for the operator's command.
 * @param number that of the version in force when it is left out
 */
export async function findEditionByNumber(
  by: Authorised<'plan.write'>,
  number?: number,
): Promise<EditionSource | undefined> {
  const found =
    number === undefined
      ? await findPlanInForce()
      : await database.planVersion.findUnique({ where: { number }, select: { id: true } })
  return found ? findComposedEdition(by, found.id) : undefined
}
