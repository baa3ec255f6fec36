import type { Authorised } from '~/features/auth/authorise.server'
import { content } from '~/features/curriculum/content.server'
import { countPublicQuestions } from '~/features/curriculum/open-edition.server'
import { trainingModules } from '~/features/curriculum/rules/final-test'
import type { ModuleContent } from '~/features/curriculum/rules/module-content'
import { totalHours } from '~/features/curriculum/rules/totals'
import { frozenPlan } from './frozen-plan.server'
import { type ComposedVersion, findVersion } from './plan-versions.queries.server'
import { composedModules, type PlannedModule } from './rules/composition'
import { coverageView } from './rules/coverage-view'
import { findMissing } from './rules/missing'
import type { PlannedSizing } from './rules/plan-document'
import { hoursLine, ruleLine } from './rules/settings-lines'
import { sizePlan } from './rules/sizing'
import { findSizingEntries } from './sizing-entries.queries.server'

/** What a version is made of: while it is a draft from the content, from submission on from its frozen rows alone. */
export type VersionPlan = { title: string; sizing: PlannedSizing; modules: PlannedModule[] }

/** The plan of a version. The questions come without their keys, or must be stripped of them before they leave. */
export async function findVersionPlan({ id, state, composition }: ComposedVersion): Promise<VersionPlan> {
  if (state !== 'draft') return frozenPlan(id)
  const { title, sizing } = composition
  return { title, sizing, modules: composedModules(composition, content().modules) }
}

/** A version as its page shows it, without texts and questions; undefined when it is not there. */
export async function findVersionView(by: Authorised<'plan.write'>, versionId: string) {
  const version = await findVersion(by, versionId)
  if (!version) return undefined
  const { composition, ...head } = version
  const [plan, entries] = await Promise.all([findVersionPlan(version), findSizingEntries()])
  const { modules, targets, plan: outline, phases } = content()
  const isDraft = version.state === 'draft'
  return {
    ...head,
    title: plan.title,
    classSize: plan.sizing.classSize,
    moduleCount: trainingModules(plan.modules).length,
    modules: (isDraft ? composition.modules : plan.modules).map((module) => ({
      slug: module.slug,
      title: plan.modules.find(({ slug }) => slug === module.slug)?.title,
      hours: hoursLine(module.hours),
      rule: ruleLine(module),
    })),
    totals: totalHours(plan.modules),
    coverage: coverageView(plan.modules, targets, phases),
    sizing: sizePlan(plan.sizing, plan.modules, entries),
    draft: isDraft
      ? {
          addable: modules
            .filter(({ slug }) => !composition.modules.some((module) => module.slug === slug))
            .map(({ slug, title }) => ({ slug, title })),
          missing: findMissing({ composition, modules, targets, outline, entries }),
          questions: countQuestions(composedModules(composition, modules)),
        }
      : null,
  }
}

/** How many questions may be drawn, and how many of them anybody can read in the open edition, keys included. */
function countQuestions(modules: readonly ModuleContent[]) {
  const questions = modules.flatMap((module) => module.questions)
  return { all: questions.length, published: countPublicQuestions(questions) }
}
