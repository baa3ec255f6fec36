import type { Profile } from '~/features/auth/rules/profiles'
import { actIds, taskIds } from './act-matrix'
import type { Criterion, Hours, Targets, Trains } from './module-content'

/** Questions that a task or an act needs, and criteria that observe it, for it to count as covered. */
export const enoughQuestions = 4
export const enoughCriteria = 2

export type CoverageKind = 'task' | 'act' | 'lep' | 'topic' | 'area'

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
  const inMatrix = matrix.map((id) => ({ id, title: titles.get(id) ?? id }))
  const rows = (kind: CoverageKind, items: readonly Titled[], trained: keyof Trains) =>
    items.map(({ id, title }) => rowOf({ id, title }, kind, trained, taken, profile))
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
  profile: Profile,
): CoverageRow {
  const trainedBy = modules.filter((module) => module.trains[trained].includes(id)).map((module) => module.slug)
  const questions = modules.flatMap((module) => module.questions).filter(({ tests }) => tests.includes(id)).length
  const criteria = modules
    .flatMap((module) => module.form?.criteria ?? [])
    .filter((criterion) => criterion[profile] !== undefined && criterion.observes.includes(id)).length
  const inMatrix = kind === 'task' || kind === 'act'
  const gaps = [
    ...(trainedBy.length > 0 ? [] : ['nessun modulo']),
    ...(inMatrix && questions < enoughQuestions ? [`meno di ${enoughQuestions} domande`] : []),
    ...(inMatrix && criteria < enoughCriteria ? [`meno di ${enoughCriteria} criteri`] : []),
  ]
  return { id, title, kind, trainedBy, questions, criteria, gaps }
}
