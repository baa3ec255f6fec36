import type { FileFinding, Finding, Path } from '~/lib/finding'
import { actIds, taskIds } from './act-matrix'
import type { Objective, Targets, Trains } from './module-content'

type LinkedModule = {
  objectives: readonly Objective[]
  lessons: readonly string[]
  prerequisites: readonly string[]
  phases: readonly number[]
  trains: Trains
}

/** All that a module says it trains, as one list of ids. */
export function trainedIds(trains: Trains): ReadonlySet<string> {
  return new Set([...trains.tasks, ...trains.acts, ...trains.leps, ...trains.topics, ...trains.areas])
}

/** Ids that a module may train, by the list they stand in. */
export function trainableIds(targets: Targets): Record<keyof Trains, ReadonlySet<string>> {
  const idsOf = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id))
  return {
    tasks: new Set(taskIds),
    acts: new Set(actIds),
    leps: idsOf(targets.leps),
    topics: idsOf(targets.topics),
    areas: idsOf(targets.areas),
  }
}

/**
 * What module.yaml names and is not there, or names twice: ids that it trains, prerequisites; objectives that no
 * lesson or no question serves.
 *
 * @param served objectives of its lessons and of its questions
 */
export function refuseModuleLinks(
  slug: string,
  module: LinkedModule,
  known: { modules: ReadonlySet<string>; trainable: Record<keyof Trains, ReadonlySet<string>> },
  served: { lessons: ReadonlySet<string>; questions: ReadonlySet<string> },
): Finding[] {
  const lists = Object.keys(known.trainable) as (keyof Trains)[]
  return [
    ...lists.flatMap((list) => [
      ...unknown(module.trains[list], known.trainable[list], ['trains', list], 'che cosa forma'),
      ...twice(module.trains[list], ['trains', list]),
    ]),
    ...twice(
      module.objectives.map(({ id }) => id),
      ['objectives'],
    ),
    ...module.objectives.flatMap(({ id }, index) => [
      ...(served.lessons.has(id)
        ? []
        : [{ path: ['objectives', index], reason: `nessuna lezione ha l’obiettivo ${id}` }]),
      ...(served.questions.has(id)
        ? []
        : [{ path: ['objectives', index], reason: `nessuna domanda ha l’obiettivo ${id}` }]),
    ]),
    ...twice(module.lessons, ['lessons']),
    ...twice(module.phases.map(String), ['phases']),
    ...unknown(module.prerequisites, known.modules, ['prerequisites'], 'il modulo'),
    ...(module.prerequisites.includes(slug)
      ? [{ path: ['prerequisites'], reason: 'il modulo è il requisito di sé stesso' }]
      : []),
  ]
}

/** Modules that ask for each other before they open, in a circle: each is named in its own file. */
export function findPrerequisiteCycles(
  modules: readonly { file: string; slug: string; prerequisites: readonly string[] }[],
): FileFinding[] {
  const prerequisitesOf = new Map(modules.map(({ slug, prerequisites }) => [slug, prerequisites]))
  const wayBack = (from: string): string[] | undefined => {
    const seen = new Set<string>()
    const follow = (slug: string, way: string[]): string[] | undefined => {
      for (const next of prerequisitesOf.get(slug) ?? []) {
        if (next === from) return [...way, next]
        if (seen.has(next)) continue
        seen.add(next)
        const found = follow(next, [...way, next])
        if (found) return found
      }
      return undefined
    }
    return follow(from, [from])
  }
  return modules.flatMap(({ file, slug }) => {
    const way = wayBack(slug)
    // Of a module that asks for itself its own check says so.
    if (!way || way.length === 2) return []
    return [{ file, path: ['prerequisites'], reason: `i requisiti tornano al punto di partenza: ${way.join(' → ')}` }]
  })
}

function unknown(ids: readonly string[], among: ReadonlySet<string>, at: Path, name: string): Finding[] {
  return ids.flatMap((id, index) =>
    among.has(id) ? [] : [{ path: [...at, index], reason: `${name}: «${id}» non esiste` }],
  )
}

function twice(ids: readonly string[], at: Path): Finding[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: [...at, index], reason: `«${id}» c’è già` }] : [],
  )
}
