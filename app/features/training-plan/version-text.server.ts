import type { Authorised } from '~/features/auth/authorise.server'
import { groundView, locatedFacts } from '~/features/curriculum/fact-basis.server'
import { renderLesson } from '~/features/curriculum/render-lesson.server'
import { testLength } from '~/features/curriculum/rules/blueprint'
import { frozenPlan, moduleOf } from './frozen-plan.server'
import { findPartNames } from './part-names.server'
import { findReviewedVersion } from './review.queries.server'
import type { PlannedModule } from './rules/composition'
import * as facets from './rules/part-facets'
import { moduleLabel } from './rules/plan-parts'
import { prefixIds } from './rules/prefix-ids'
import { sizePlan } from './rules/sizing'
import { findSizingEntries } from './sizing-entries.queries.server'

/** Facts that stand in the headings, or as running text. */
const shownAbove = ['titolo', 'titolo breve', 'in breve', 'obiettivi']

/** A module as its reviewers read it: all of it but what has to do with keys. */
export type ModuleText = ReturnType<typeof moduleText>

/**
 * The text of a submitted version: the list of its modules with the sizing, or one module; undefined for a draft, a
 * version or a module that is not there.
 */
export async function findVersionText(by: Authorised<'plan.review'>, versionId: string, slug: string | null) {
  const version = await findReviewedVersion(by, versionId)
  if (!version) return undefined
  const plan = await frozenPlan(versionId)
  const module = slug === null ? null : moduleOf(plan, slug)
  if (module === undefined) return undefined
  return {
    version: { id: version.id, number: version.number, open: version.decision === null },
    title: plan.title,
    modules: plan.modules.map((one, index) => ({
      slug: one.slug,
      label: moduleLabel(one, index),
      ...(one.final && { final: true as const }),
      lessons: one.lessons.length,
      questions: one.final ? testLength(one.assessment.blueprint) : one.questions.length,
      criteria: one.form?.criteria.length ?? 0,
    })),
    sizing: module ? null : sizePlan(plan.sizing, plan.modules, await findSizingEntries()),
    module:
      module && moduleText(module, plan.modules.indexOf(module), namesWithin(plan.modules, await findPartNames())),
  }
}

/** The names with those of the modules themselves, as others ask for them: "M3 Patto". */
export function namesWithin(modules: readonly PlannedModule[], names: facets.Names): facets.Names {
  return new Map([...names, ...modules.map((module, index) => [module.slug, moduleLabel(module, index)] as const)])
}

/**
 * A module in words, picked field by field: whatever else it holds, keys above all, stays out.
 * @param index its place in the plan, from 0
 */
export function moduleText(module: PlannedModule, index: number, names: facets.Names) {
  const { slug, summary, objectives, activities, form, jobAid } = module
  return {
    slug,
    label: moduleLabel(module, index),
    final: module.final ?? false,
    summary,
    objectives,
    facts: facts(facets.moduleFacets(module, names)).filter(
      ({ label, text }) => !shownAbove.includes(label) && text !== '0 h',
    ),
    assessment: facts(facets.assessmentFacets(module)),
    observation: facts(facets.observationFacets(module)),
    lessons: module.lessons.map(({ slug, title, lead, minutes, markdown }) => ({
      slug,
      title,
      lead,
      minutes,
      ...textOf(markdown, slug),
    })),
    questions: module.questions.map(({ id, objective, level, tests, stem, options, ...ground }) => ({
      id,
      objective,
      level,
      tests: tests.map((test) => names.get(test) ?? test),
      stem,
      options,
      ground: groundView(ground),
    })),
    form: form && {
      title: form.title,
      criteria: form.criteria.map((criterion) => ({
        ...criterion,
        ground: groundView(criterion),
        observes: criterion.observes.map((observed) => names.get(observed) ?? observed),
      })),
    },
    activities,
    jobAid: jobAid && { title: jobAid.title, lead: jobAid.lead, ...textOf(jobAid.markdown, 'strumento') },
  }
}

function facts(list: readonly facets.Facet[]) {
  return list.flatMap(({ label, text }) => (text ? [{ label, text }] : []))
}

function textOf(markdown: string, prefix: string) {
  const { html, facts } = renderLesson(markdown)
  return { html: prefixIds(html, prefix), facts: locatedFacts(facts) }
}
