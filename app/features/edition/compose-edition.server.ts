import { content } from '~/features/curriculum/content.server'
import { totalHours } from '~/features/curriculum/rules/totals'
import { guide } from '~/features/phase-guide/guide.server'
import { frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { findPartNames } from '~/features/training-plan/part-names.server'
import { composedModules, type PlannedModule } from '~/features/training-plan/rules/composition'
import { coverageView } from '~/features/training-plan/rules/coverage-view'
import type { Composition, PlannedSizing } from '~/features/training-plan/rules/plan-document'
import { prefixIds } from '~/features/training-plan/rules/prefix-ids'
import { sizePlan } from '~/features/training-plan/rules/sizing'
import { findSizingEntries } from '~/features/training-plan/sizing-entries.queries.server'
import { moduleText, namesWithin } from '~/features/training-plan/version-text.server'
import type { Day } from '~/lib/dates'
import type { EditedVersion, EditionModule, EditionPhase, EditionView } from './edition-view'
import { boundHtml } from './rules/bound-html'
import { partIds } from './rules/part-ids'

type EditionPlan = {
  title: string
  normsAt: Day
  documentHash: string | null
  modules: PlannedModule[]
  sizing: PlannedSizing
}

/** What of a module stands in a table of its hours, or in the heading of its form. */
const shownElsewhere = /^ore (?!di esercizio)|^titolo della scheda$/

/** Lessons stand under headings of this level. */
const lessonLevel = 4

/**
 * All that the edition of a version prints: the plan as it was frozen, or as a draft stands, with the guide, the
 * glossary and the sources of this installation. Nothing of it grows with votes, comments or learners.
 *
 * @param composition of a draft; null for a version that was submitted
 */
export async function composeEdition(
  version: EditedVersion,
  composition: Composition | null,
  composedOn: Day,
): Promise<EditionView> {
  const plan = composition ? draftPlan(composition) : await frozenPlan(version.id)
  const [entries, partNames] = await Promise.all([findSizingEntries(), findPartNames()])
  const { targets, phases } = content()
  const { furtherActivities, glossary, sources } = guide()
  const places = placesOfGuide()
  const names = namesWithin(plan.modules, partNames)
  return {
    version,
    documentHash: plan.documentHash,
    title: plan.title,
    normsAt: plan.normsAt,
    composedOn,
    totals: totalHours(plan.modules),
    phases: editionPhases(),
    further: furtherActivities,
    modules: plan.modules.map((module, index) => editionModule(module, index, names, places)),
    coverage: coverageView(plan.modules, targets, phases),
    sizing: sizePlan(plan.sizing, plan.modules, entries),
    glossary,
    sources: sources.groups,
  }
}

function draftPlan(composition: Composition): EditionPlan {
  const { edition, modules } = content()
  const { title, sizing } = composition
  return {
    title,
    sizing,
    normsAt: edition.normsAt,
    documentHash: null,
    modules: composedModules<PlannedModule>(composition, modules),
  }
}

function editionPhases(): EditionPhase[] {
  const { phases, activities } = guide()
  const all = [...activities.values()]
  const ordered = [...all.filter(({ kind }) => kind === 'act'), ...all.filter(({ kind }) => kind === 'task')]
  return phases.map((phase) => ({
    ...phase,
    activities: ordered.filter((activity) => activity.phase.number === phase.number),
  }))
}

function editionModule(
  module: PlannedModule,
  index: number,
  names: Parameters<typeof moduleText>[2],
  places: ReadonlySet<string>,
): EditionModule {
  const { lessons, jobAid, facts, observation, ...text } = moduleText(module, index, names)
  const bound = (html: string) => boundHtml(prefixIds(html, module.slug), lessonLevel, (id) => places.has(id))
  return {
    ...text,
    facts: facts.filter(({ label }) => !shownElsewhere.test(label)),
    observation: observation.filter(({ label }) => !shownElsewhere.test(label)),
    shortTitle: module.shortTitle,
    hours: module.hours,
    lessons: lessons.map((lesson) => ({ ...lesson, html: bound(lesson.html) })),
    jobAid: jobAid && { ...jobAid, html: bound(jobAid.html) },
  }
}

/** The places of guide, glossary and sources that a lesson may lead to. */
function placesOfGuide(): ReadonlySet<string> {
  const { phases, activities, glossary, sources } = guide()
  return new Set([
    partIds.further,
    ...phases.map(({ number }) => partIds.phase(number)),
    ...[...activities.keys()].map(partIds.activity),
    ...glossary.flatMap(({ entries }) => entries.map(({ slug }) => partIds.term(slug))),
    ...sources.groups.flatMap((group) => group.sources.flatMap(({ facts }) => facts.map(({ id }) => partIds.fact(id)))),
  ])
}
