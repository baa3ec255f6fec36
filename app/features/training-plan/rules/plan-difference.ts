import { aroundChanges, differenceOfTexts, replaced, type TextPiece } from '~/lib/text-difference'
import { keptOrder } from './kept-order'
import * as facets from './part-facets'
import type { PlanDocument, PlanModule } from './plan-document'
import { moduleLabel, path } from './plan-parts'

/**
 * One thing that changed between two versions.
 * - `added`, `removed`: a part that only one of them has, with what it says in short
 * - `moved`: a part that stands elsewhere among those that stayed; `follows` is what it comes after, if anything
 * - `edited`: a number, or a text word by word
 * - `key`: the digest of a question's key differs; what the key is stays unsaid
 */
export type Change =
  | { kind: 'added' | 'removed'; part: string; label: string; text: string }
  | { kind: 'moved'; part: string; label: string; follows: string | null }
  | { kind: 'edited'; part: string; label: string; of: 'number' | 'text'; pieces: TextPiece[] }
  | { kind: 'key'; part: string; label: string }

/** The changes of the plan itself (no slug), or of one module. */
export type DifferenceSection = { moduleSlug: string | null; title: string; changes: Change[] }

export type PlanDifference = { sections: DifferenceSection[]; count: number }

/**
 * All that a version changes with respect to an earlier one: structure, numbers, texts, keys. Its number and the
 * digests of what is the same say nothing and are left out.
 *
 * @param names what entries and targets are called, by id
 */
export function differenceOfPlans(
  before: PlanDocument,
  after: PlanDocument,
  names: facets.Names = new Map(),
): PlanDifference {
  const plan = [
    ...edits('Piano', path.whole, facets.planFacets(before), facets.planFacets(after)),
    ...edits('Dimensionamento', path.sizing, facets.sizingFacets(before), facets.sizingFacets(after)),
    ...collection(before.sizing.entries, after.sizing.entries, {
      id: ({ entry }) => entry,
      part: () => path.sizing,
      label: ({ entry }) => names.get(entry) ?? entry,
      text: (entry) => inShort(facets.entryFacets(entry)),
      changes: (was, is) =>
        edits(names.get(is.entry) ?? is.entry, path.sizing, facets.entryFacets(was), facets.entryFacets(is)),
    }),
    ...collection(before.modules, after.modules, {
      id: ({ slug }) => slug,
      part: ({ slug }) => path.module(slug),
      label: ({ title }) => `Modulo «${title}»`,
      text: (module) => `${module.summary} Lezioni: ${module.lessons.length}. Domande: ${module.questions.length}.`,
      changes: () => [],
    }),
  ]
  const modules = after.modules.map((module, index): DifferenceSection => {
    const was = before.modules.find(({ slug }) => slug === module.slug)
    const changes = was ? moduleChanges(was, module, names) : []
    return { moduleSlug: module.slug, title: moduleLabel(module, index), changes }
  })
  const sections = [{ moduleSlug: null, title: 'Piano', changes: plan }, ...modules].filter(
    ({ changes }) => changes.length > 0,
  )
  return { sections, count: sections.reduce((sum, { changes }) => sum + changes.length, 0) }
}

/** A section with what matters most first: structure, then numbers, keys, texts. */
export function weightiestFirst<C extends Change>(changes: readonly C[]): C[] {
  return changes.toSorted((one, other) => weight(one) - weight(other))
}

function weight(change: Change) {
  if (change.kind === 'edited') return change.of === 'number' ? 1 : 3
  return change.kind === 'key' ? 2 : 0
}

function moduleChanges(before: PlanModule, after: PlanModule, names: facets.Names): Change[] {
  const { slug } = after
  return [
    ...edits('Modulo', path.module(slug), facets.moduleFacets(before, names), facets.moduleFacets(after, names)),
    ...edits('Test', path.assessment(slug), facets.assessmentFacets(before), facets.assessmentFacets(after)),
    ...edits('Osservazione', path.form(slug), facets.observationFacets(before), facets.observationFacets(after)),
    ...collection(before.lessons, after.lessons, {
      id: (lesson) => lesson.slug,
      part: (lesson) => path.lesson(slug, lesson.slug),
      label: ({ title }) => `Lezione «${title}»`,
      text: ({ lead }) => lead,
      facets: facets.lessonFacets,
    }),
    ...collection(before.questions, after.questions, {
      id: ({ id }) => id,
      part: ({ id }) => path.question(slug, id),
      label: ({ id }) => `Domanda ${id}`,
      text: ({ stem }) => stem,
      facets: (question) => facets.questionFacets(question, names),
      changes: (was, is) =>
        was.keyDigest === is.keyDigest
          ? []
          : [{ kind: 'key', part: path.question(slug, is.id), label: `Domanda ${is.id}` }],
    }),
    ...collection(before.form?.criteria ?? [], after.form?.criteria ?? [], {
      id: ({ id }) => id,
      part: ({ id }) => path.criterion(slug, id),
      label: ({ id }) => `Criterio ${id}`,
      text: ({ operatore, navigator, critical }) =>
        [operatore, navigator, critical ? 'Critico.' : ''].filter(Boolean).join(' '),
      facets: (criterion) => facets.criterionFacets(criterion, names),
    }),
    ...collection(before.activities, after.activities, {
      id: ({ id }) => id,
      part: ({ id }) => path.activity(slug, id),
      label: ({ title }) => `Attività collaborativa «${title}»`,
      text: ({ purpose }) => purpose,
      facets: facets.activityFacets,
    }),
    ...collection(before.jobAid ? [before.jobAid] : [], after.jobAid ? [after.jobAid] : [], {
      id: () => 'one',
      part: () => path.jobAid(slug),
      label: ({ title }) => `Strumento «${title}»`,
      text: ({ lead }) => lead,
      facets: facets.jobAidFacets,
    }),
  ]
}

type Kind<Item> = {
  id: (item: Item) => string
  part: (item: Item) => string
  label: (item: Item) => string
  /** What stands for an item that came in or went away. */
  text: (item: Item) => string
  facets?: (item: Item) => facets.Facet[]
  changes?: (before: Item, after: Item) => Change[]
}

/** Parts of one kind, matched by their ids. */
function collection<Item>(before: readonly Item[], after: readonly Item[], kind: Kind<Item>): Change[] {
  const old = new Map(before.map((item) => [kind.id(item), item]))
  const ids = new Set(after.map(kind.id))
  const kept = keptOrder(before.map(kind.id), after.map(kind.id))
  const gone = before.filter((item) => !ids.has(kind.id(item)))
  return [
    ...after.flatMap((item, index): Change[] => {
      const [part, label] = [kind.part(item), kind.label(item)]
      const was = old.get(kind.id(item))
      if (!was) return [{ kind: 'added', part, label, text: kind.text(item) }]
      const neighbour = after[index - 1]
      const moved: Change[] = kept.has(kind.id(item))
        ? []
        : [{ kind: 'moved', part, label, follows: neighbour ? kind.label(neighbour) : null }]
      const edited = kind.facets ? edits(label, part, kind.facets(was), kind.facets(item)) : []
      return [...moved, ...edited, ...(kind.changes?.(was, item) ?? [])]
    }),
    ...gone.map(
      (item): Change => ({ kind: 'removed', part: kind.part(item), label: kind.label(item), text: kind.text(item) }),
    ),
  ]
}

/** The facets whose text differs; both lists name the same facets in the same order. */
function edits(of: string, part: string, before: readonly facets.Facet[], after: readonly facets.Facet[]): Change[] {
  return after.flatMap((facet, index): Change[] => {
    const was = before[index]?.text ?? ''
    const is = facet.text ?? ''
    if (was === is) return []
    const pieces = facet.kind === 'number' ? replaced(was, is) : aroundChanges(differenceOfTexts(was, is))
    return [{ kind: 'edited', part, label: `${of}, ${facet.label}`, of: facet.kind, pieces }]
  })
}

function inShort(list: readonly facets.Facet[]) {
  return list.map(({ label, text }) => `${label}: ${text}`).join(', ')
}
