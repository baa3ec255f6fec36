import { testLength } from '~/features/curriculum/rules/blueprint'
import type { ModuleContent, ModuleSettings, PlanOutline, Question } from '~/features/curriculum/rules/module-content'
import type { Composition, PlannedSizing } from './plan-document'

/** A module with its texts; its questions may come with their keys, as in the content, or without, as when frozen. */
export type PlannedModule = Omit<ModuleContent, 'questions'> & { questions: Question[] }

export type ComposedModule = Composition['modules'][number]

/** A module's settings as the content proposes them. */
export function composeModule(module: ComposedModule): ComposedModule {
  const { slug, hours, prerequisites, assessment, observation } = module
  return { slug, hours, prerequisites, assessment, ...(observation && { observation }) }
}

/** The composition that a first draft starts from: the modules of the outline, in its order, as the content has them. */
export function defaultComposition(
  outline: PlanOutline,
  modules: readonly ComposedModule[],
  sizing: PlannedSizing,
): Composition {
  const known = outline.modules.flatMap((slug) => modules.filter((module) => module.slug === slug))
  return { title: outline.title, modules: known.map(composeModule), sizing }
}

/** The composition with one module more, at the end; unchanged when it is there already. */
export function addModule(composition: Composition, module: ComposedModule): Composition {
  if (composition.modules.some(({ slug }) => slug === module.slug)) return composition
  return { ...composition, modules: [...composition.modules, module] }
}

/**
 * The composition without a module. What named it as a prerequisite still does: `findMissing` tells, and nothing
 * changes behind the back of who composes.
 */
export function removeModule(composition: Composition, slug: string): Composition {
  return { ...composition, modules: composition.modules.filter((module) => module.slug !== slug) }
}

/** The composition with a module one place earlier or later; unchanged at the ends. */
export function moveModule(composition: Composition, slug: string, direction: 'up' | 'down'): Composition {
  const from = composition.modules.findIndex((module) => module.slug === slug)
  const to = direction === 'up' ? from - 1 : from + 1
  const [moved, neighbour] = [composition.modules[from], composition.modules[to]]
  if (!moved || !neighbour) return composition
  const modules = [...composition.modules]
  modules[from] = neighbour
  modules[to] = moved
  return { ...composition, modules }
}

/** The composition with other settings of one module. */
export function changeSettings(composition: Composition, slug: string, settings: ModuleSettings): Composition {
  const changed = composeModule({ ...settings, slug })
  return { ...composition, modules: composition.modules.map((module) => (module.slug === slug ? changed : module)) }
}

/**
 * The modules of a composition with their texts, in its order. Its settings take the place of those of the content,
 * absent ones included; modules that the content does not have are left out.
 */
export function composedModules<Module extends PlannedModule>(
  composition: Pick<Composition, 'modules'>,
  modules: readonly Module[],
): Module[] {
  return composition.modules.flatMap(({ slug, ...settings }) => {
    const module = modules.find((candidate) => candidate.slug === slug)
    return module ? [{ ...module, observation: undefined, ...settings, cutReason: keptReason(module, settings) }] : []
  })
}

/** Why the cut is where the content puts it: no reason for another cut, or for a test of another length. */
function keptReason(
  { assessment, cutReason }: Pick<PlannedModule, 'assessment' | 'cutReason'>,
  composed: Pick<ComposedModule, 'assessment'>,
): string | undefined {
  const same =
    assessment.cut === composed.assessment.cut &&
    testLength(assessment.blueprint) === testLength(composed.assessment.blueprint)
  return same ? cutReason : undefined
}
