import type { PlanOutline, Targets } from '~/features/curriculum/rules/module-content'
import { composedModules, type PlannedModule } from './composition'
import { findUncovered } from './missing-coverage'
import type { MissingFinding } from './missing-finding'
import { findInModule, findPrerequisites } from './missing-in-module'
import { findInSizing } from './missing-sizing'
import { findTotals } from './missing-totals'
import type { Composition } from './plan-document'
import type { SizingEntry } from './sizing'

/**
 * What a composition lacks, in words: what blocks comes first. Empty when nothing does.
 *
 * Blocking: no module; a module that the content has no longer; hours missing, negative or not halves; a blueprint
 * that the bank cannot fill; cut, attempts or waits that make no test; prerequisites that cannot be met; an
 * observation rule that no form or no criterion serves; nobody planned; a sizing of another table, no class size.
 * Warning: something not trained, or tested by too few questions, or observed by too few criteria (issue D's check);
 * more Navigators than the act's places (Allegato 1, par. 6); collaborative hours that the activities do not fill;
 * totals other than those that the outline declares.
 *
 * @param modules all that the content has
 * @param entries the act's table
 */
export function findMissing({
  composition,
  modules,
  targets,
  outline,
  entries,
}: {
  composition: Composition
  modules: readonly PlannedModule[]
  targets: Targets
  outline: PlanOutline
  entries: readonly SizingEntry[]
}): MissingFinding[] {
  const composed = composedModules(composition, modules)
  const findings = [
    ...findInPlan(composition, modules),
    ...composed.flatMap((module) => findInModule(module, composed)),
    ...findPrerequisites(composed),
    ...findInSizing(composition.sizing, entries),
    ...findTotals(composed, outline),
    ...findUncovered(composed, targets),
  ]
  const of = (wanted: MissingFinding['severity']) => findings.filter(({ severity }) => severity === wanted)
  return [...of('blocking'), ...of('warning')]
}

function findInPlan(composition: Composition, modules: readonly PlannedModule[]): MissingFinding[] {
  const block = (sentence: string): MissingFinding => ({ severity: 'blocking', where: { kind: 'plan' }, sentence })
  const gone = composition.modules.filter(({ slug }) => !modules.some((module) => module.slug === slug))
  return [
    ...(composition.modules.length === 0 ? [block('Il piano non ha moduli: aggiungine almeno uno.')] : []),
    ...gone.map(({ slug }) => block(`I contenuti non hanno più il modulo «${slug}»: toglilo dal piano.`)),
  ]
}
