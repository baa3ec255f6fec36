import type { Profile } from '~/features/auth/rules/profiles'
import { actIds, taskIds } from './act-matrix'
import type { CoverageKind, Criterion, Hours, Targets, Trains } from './module-content'

/** Questions that a task or an act needs, and criteria that observe it, for it to count as covered. */
export const enoughQuestions = 4
export const enoughCriteria = 2

/** What the modules of a plan do for one thing that it must cover. */
export type CoverageRow = {
  id: string
  title: string
  kind: CoverageKind
  /** Slugs of the modules that train it, in the order given. */
  trainedBy: string[]
  /** How many questions test it. */
  questions: number
  /** How many criteria of the forms observe it in this profile. */
  criteria: number
  /** What is missing, in words; empty when it is covered. */
  gaps: string[]
}

type CoveringModule = {
  slug: string
  trains: Trains
  hours: Partial<Record<Profile, Hours>>
  questions: readonly { tests: readonly string[] }[]
  form?: { criteria: readonly Pick<Criterion, 'observes' | Profile>[] }
}

type Titled = { id: string; title: string }

/**
 * What a list of modules covers for one profile: Navigators on the 21 tasks of the matrix, operators on the 32 acts
 * (Allegato 1, par. 3.2); both on LEP, on the topics of art. 5 and the areas of art. 2 of the Convenzione. Only the
 * modules that the profile takes count. Tasks and acts must be trained, tested and observed; the rest, trained.
 *
 * @param titles of tasks and acts, by id (`matrixTitles`); without one the row is called by its id
 */
export function coverageOf(
  modules: readonly CoveringModule[],
  profile: Profile,
  targets: Targets,
  titles: ReadonlyMap<string, string> = new Map(),
): CoverageRow[] {
  const taken = modules.filter((module) => module.hours[profile] !== undefined)
  const matrix = profile === 'navigator' ? taskIds : actIds
  const counts = {
    questions: countByTarget(taken.flatMap(({ questions }) => questions.map(({ tests }) => tests))),
    criteria: countByTarget(
      taken
        .flatMap(({ form }) => form?.criteria ?? [])
        .filter((criterion) => criterion[profile] !== undefined)
        .map(({ observes }) => observes),
    ),
  }
  const inMatrix = matrix.map((id) => ({ id, title: titles.get(id) ?? id }))
  const rows = (kind: CoverageKind, items: readonly Titled[], trained: keyof Trains) =>
    items.map(({ id, title }) => rowOf({ id, title }, kind, trained, taken, counts))
  return [
    ...(profile === 'navigator' ? rows('task', inMatrix, 'tasks') : rows('act', inMatrix, 'acts')),
    ...rows('lep', targets.leps, 'leps'),
    ...rows('topic', targets.topics, 'topics'),
    ...rows('area', targets.areas, 'areas'),
  ]
}

/** The titles of tasks and acts by their ids, as the guide tells them. */
export function matrixTitles(
  phases: readonly { acts: readonly Titled[]; tasks: readonly Titled[] }[],
): ReadonlyMap<string, string> {
  return new Map(phases.flatMap(({ acts, tasks }) => [...tasks, ...acts].map(({ id, title }) => [id, title] as const)))
}

function rowOf(
  { id, title }: Titled,
  kind: CoverageKind,
  trained: keyof Trains,
  modules: readonly CoveringModule[],
  counts: { questions: ReadonlyMap<string, number>; criteria: ReadonlyMap<string, number> },
): CoverageRow {
  const trainedBy = modules.filter((module) => module.trains[trained].includes(id)).map((module) => module.slug)
  const questions = counts.questions.get(id) ?? 0
  const criteria = counts.criteria.get(id) ?? 0
  const inMatrix = kind === 'task' || kind === 'act'
  const gaps = [
    ...(trainedBy.length > 0 ? [] : ['nessun modulo']),
    ...(inMatrix && questions < enoughQuestions ? [`meno di ${enoughQuestions} domande`] : []),
    ...(inMatrix && criteria < enoughCriteria ? [`meno di ${enoughCriteria} criteri`] : []),
  ]
  return { id, title, kind, trainedBy, questions, criteria, gaps }
}

/** How many of the lists name each target; one that names it twice counts once. */
function countByTarget(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of lists.flatMap((list) => [...new Set(list)])) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
