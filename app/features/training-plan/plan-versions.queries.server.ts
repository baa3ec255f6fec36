import type { Authorised } from '~/features/auth/authorise.server'
import { database, type Prisma } from '~/platform/database/client.server'
import { findPlanInForce } from './frozen-plan.server'
import type { Composition } from './rules/plan-document'
import { versionState } from './rules/version-state'

const head = {
  id: true,
  number: true,
  revision: true,
  basedOnId: true,
  createdAt: true,
  submittedAt: true,
  decision: { select: { outcome: true, closedAt: true } },
} satisfies Prisma.PlanVersionSelect

const authors = {
  orderBy: [{ firstAt: 'asc' }, { personId: 'asc' }],
  select: { person: { select: { firstName: true, lastName: true } } },
} satisfies Prisma.PlanVersion$authorsArgs

/** All versions with their state, the latest first. */
export async function findAllVersions(_by: Authorised<'plan.write'>) {
  const [versions, inForce] = await Promise.all([
    database.planVersion.findMany({ orderBy: { number: 'desc' }, select: head }),
    findPlanInForce(),
  ])
  return versions.map(({ decision, ...version }) => ({
    ...version,
    closedAt: decision?.closedAt ?? null,
    state: versionState({ ...version, decision }, inForce?.id),
  }))
}

/** A version as its composer sees it. */
export type ComposedVersion = NonNullable<Awaited<ReturnType<typeof findVersion>>>

/** One version with its state, its composition and who wrote it, or undefined. */
export async function findVersion(_by: Authorised<'plan.write'>, versionId: string) {
  const [found, inForce] = await Promise.all([
    database.planVersion.findUnique({
      where: { id: versionId },
      select: { ...head, composition: true, authors },
    }),
    findPlanInForce(),
  ])
  if (!found) return undefined
  const { decision, composition, authors: writers, ...version } = found
  return {
    ...version,
    closedAt: decision?.closedAt ?? null,
    state: versionState({ ...version, decision }, inForce?.id),
    composition: JSON.parse(composition) as Composition,
    authors: writers.map(({ person }) => `${person.firstName} ${person.lastName}`),
  }
}
