import { bankOf } from '~/features/curriculum/rules/final-test'
import type { QuestionKey } from '~/features/curriculum/rules/module-content'
import { latestKept } from '~/lib/latest-kept'
import { database, type Transaction } from '~/platform/database/client.server'
import type { FrozenLesson, FrozenModule, FrozenPlan, FrozenQuestion } from './frozen-plan'
import type { PlanDocument } from './rules/plan-document'

/** Kinds of frozen rows; a module's row holds all of it but lessons and questions. */
export type PartKind = 'plan' | 'module' | 'lesson' | 'question'

// Frozen rows never change, so a version that was read once holds. More than are followed at a time, over the years.
const known = latestKept<FrozenPlan>(60)

/**
 * A submitted version as its frozen rows hold it, without keys.
 * @throws when the version was never submitted
 */
export function frozenPlan(versionId: string): Promise<FrozenPlan> {
  return known(versionId, () => readFrozenPlan(versionId))
}

/** A module of a frozen plan, or undefined. */
export function moduleOf(plan: FrozenPlan, slug: string): FrozenModule | undefined {
  return plan.modules.find((module) => module.slug === slug)
}

/** A module with the questions that its test draws from: those of the final test stand in all the others. */
export function testedModuleOf(plan: FrozenPlan, slug: string): FrozenModule | undefined {
  const module = moduleOf(plan, slug)
  return module?.final ? { ...module, questions: [...bankOf<FrozenQuestion>(module, plan.modules)] } : module
}

/** The version in force: the one that was approved last. Undefined before the first approval. */
export async function findPlanInForce(
  tx: Pick<Transaction, 'planDecision'> | typeof database = database,
): Promise<{ id: string; number: number } | undefined> {
  const decision = await tx.planDecision.findFirst({
    where: { outcome: 'approved' },
    orderBy: [{ closedAt: 'desc' }, { versionId: 'desc' }],
    select: { version: { select: { id: true, number: true } } },
  })
  return decision?.version
}

/** The number of the version in force; null before the first approval. */
export async function findNumberInForce(): Promise<number | null> {
  return (await findPlanInForce())?.number ?? null
}

/**
 * Keys by digest: for scoring, for the review of a passed test, for the plan manager. Never to be handed to a page
 * that the review rule does not open.
 */
export async function findKeys(
  tx: Pick<Transaction, 'frozenKey'> | typeof database,
  digests: readonly string[],
): Promise<Map<string, QuestionKey>> {
  const rows = await tx.frozenKey.findMany({
    where: { digest: { in: [...digests] } },
    select: { digest: true, body: true },
  })
  return new Map(rows.map((row) => [row.digest, JSON.parse(row.body) as QuestionKey]))
}

async function readFrozenPlan(versionId: string): Promise<FrozenPlan> {
  const version = await database.planVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: {
      documentHash: true,
      parts: {
        orderBy: { position: 'asc' },
        select: { kind: true, moduleSlug: true, hash: true, part: { select: { body: true } } },
      },
    },
  })
  if (!version.documentHash) throw new Error(`Plan version ${versionId} was never submitted`)
  const parts = version.parts.map(({ kind, moduleSlug, hash, part }) => ({
    kind: kind as PartKind,
    moduleSlug,
    hash,
    body: JSON.parse(part.body),
  }))
  const within = <T>(kind: PartKind, slug: string) =>
    parts
      .filter((part) => part.kind === kind && part.moduleSlug === slug)
      .map((part) => ({ ...part.body, hash: part.hash }) as T)
  const head = parts.find((part) => part.kind === 'plan')?.body as Omit<PlanDocument, 'modules'>
  return {
    ...head,
    versionId,
    documentHash: version.documentHash,
    modules: parts
      .filter((part) => part.kind === 'module')
      .map(({ body }) => ({
        ...(body as FrozenModule),
        lessons: within<FrozenLesson>('lesson', body.slug),
        questions: within<FrozenQuestion>('question', body.slug),
      })),
  }
}
