import { findPlanInForce, frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { latestKept } from '~/lib/latest-kept'
import { countOf } from '~/lib/numbers'
import { type PlanUse, planUses } from './rules/fact-uses'

/** What of the plan in force rests on each fact, in words, by the fact's id. */
export type PlanUses = { number: number; texts: Record<string, string> }

// A frozen version never changes.
const known = latestKept<Record<string, string>>(4)

/** What of the plan in force rests on each fact; null before the first approval. */
export async function findPlanUses(): Promise<PlanUses | null> {
  const inForce = await findPlanInForce()
  if (!inForce) return null
  return { number: inForce.number, texts: await known(inForce.id, () => readUses(inForce.id)) }
}

async function readUses(versionId: string) {
  const { modules } = await frozenPlan(versionId)
  return Object.fromEntries([...planUses(modules)].map(([id, use]) => [id, usesText(use)]))
}

/** "12 lezioni, una scheda, 8 domande" */
export function usesText({ lessons, jobAids, questions, criteria, activities }: PlanUse): string {
  const parts = [
    lessons > 0 && countOf(lessons, 'lezione', 'lezioni'),
    jobAids > 0 && countOf(jobAids, 'scheda da tenere allo sportello', 'schede da tenere allo sportello'),
    activities > 0 && countOf(activities, 'attività collaborativa', 'attività collaborative'),
    questions > 0 && countOf(questions, 'domanda', 'domande'),
    criteria > 0 && countOf(criteria, 'criterio di osservazione', 'criteri di osservazione'),
  ]
  return parts.filter(Boolean).join(', ')
}
