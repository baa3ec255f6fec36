import type { ModuleContent } from '~/features/curriculum/rules/module-content'
import { composedModules } from './composition'
import type { Composition, PlanDocument, PlanModule } from './plan-document'

/**
 * The document of a version: what was composed, with the texts that the content holds at this moment.
 * Modules that the content does not have are left out: `findMissing` refuses such a plan before.
 *
 * @param digestOf the salted digest of a question's key
 */
export function buildDocument({
  number,
  composition,
  modules,
  normsAt,
  digestOf,
}: {
  number: number
  composition: Composition
  modules: readonly ModuleContent[]
  normsAt: string
  digestOf: (moduleSlug: string, questionId: string) => string
}): PlanDocument {
  return {
    format: 'rotta-plan/1',
    number,
    title: composition.title,
    normsAt,
    modules: composedModules(composition, modules).map(
      ({ questions, ...module }): PlanModule => ({
        ...module,
        questions: questions.map(({ key: _key, ...question }) => ({
          ...question,
          keyDigest: digestOf(module.slug, question.id),
        })),
      }),
    ),
    sizing: composition.sizing,
  }
}
