import type { FileFinding, Finding, Path } from '~/lib/finding'
import { actIds, matrixPhases, phaseOfId, taskIds } from './act-matrix'

type Ids = readonly string[]
type LinkedFact = { mark: 'memory' } | { mark: 'act' | 'verified' | 'secondary'; sources: Ids }
type LinkedTerm = { slug: string; see: Ids; links: Ids }
type LinkedAct = { id: string; tasks: Ids; terms: Ids }
type LinkedTask = { id: string; acts: Ids; terms: Ids }
type LinkedPhase = {
  number: number
  inMatrix: boolean
  acts: readonly LinkedAct[]
  tasks: readonly LinkedTask[]
  specialCases: readonly { acts: Ids; tasks: Ids }[]
}

/** A parsed file and its name. */
export type Named<T> = { file: string; data: T }

/** Ids that stand twice among the items of a list, or of several: the second one is at fault. */
export function findDuplicates<T>(files: Named<readonly T[]>[], key: keyof T & string): FileFinding[] {
  const seen = new Set<unknown>()
  return files.flatMap(({ file, data }) =>
    data.flatMap((item, index) => {
      const id = item[key]
      if (!seen.has(id)) {
        seen.add(id)
        return []
      }
      return [{ file, path: [index, key], reason: `«${String(id)}» c’è già` }]
    }),
  )
}

/** Facts that name a source nobody described. */
export function findUnknownSources(
  files: Named<readonly LinkedFact[]>[],
  sources: readonly { id: string }[],
): FileFinding[] {
  const known = new Set(sources.map((source) => source.id))
  return files.flatMap(({ file, data }) =>
    data.flatMap((fact, index) =>
      fact.mark === 'memory'
        ? []
        : unknownAmong(fact.sources, known, [index, 'sources'], 'la fonte').map((finding) => ({ file, ...finding })),
    ),
  )
}

/** Terms that point to terms, phases, acts or tasks that are not there. */
export function findBrokenTermLinks(terms: readonly LinkedTerm[], phases: readonly { number: number }[]): Finding[] {
  const slugs = new Set(terms.map((term) => term.slug))
  const targets = new Set([...phases.map((phase) => `fase-${phase.number}`), ...taskIds, ...actIds])
  return terms.flatMap((term, index) => [
    ...unknownAmong(term.see, slugs, [index, 'see'], 'il termine'),
    ...unknownAmong(term.links, targets, [index, 'links'], 'il collegamento'),
    ...(term.see.includes(term.slug) ? [{ path: [index, 'see'], reason: 'il termine rinvia a sé stesso' }] : []),
  ])
}

/** Links inside a phase that lead nowhere: terms of the glossary, acts and tasks of the special cases. */
export function findBrokenPhaseLinks(phase: LinkedPhase, terms: readonly LinkedTerm[]): Finding[] {
  const slugs = new Set(terms.map((term) => term.slug))
  const tasks = new Set(phase.tasks.map((task) => task.id))
  const acts = new Set(phase.acts.map((act) => act.id))
  return [
    ...phase.acts.flatMap((act, index) => unknownAmong(act.terms, slugs, ['acts', index, 'terms'], 'il termine')),
    ...phase.tasks.flatMap((task, index) => unknownAmong(task.terms, slugs, ['tasks', index, 'terms'], 'il termine')),
    ...phase.specialCases.flatMap((item, index) => [
      ...unknownAmong(item.acts, acts, ['specialCases', index, 'acts'], 'il compito'),
      ...unknownAmong(item.tasks, tasks, ['specialCases', index, 'tasks'], 'l’attività'),
    ]),
  ]
}

/** Links between acts and tasks that stand on one side only, or lead to one that is not there. */
export function findOneSidedLinks(phases: Named<LinkedPhase>[]): FileFinding[] {
  const acts = new Map(phases.flatMap(({ data }) => data.acts.map((act) => [act.id, act.tasks] as const)))
  const tasks = new Map(phases.flatMap(({ data }) => data.tasks.map((task) => [task.id, task.acts] as const)))
  const check = (file: string, id: string, linked: readonly string[], others: Map<string, Ids>, at: Path) =>
    linked.flatMap((other, index) => {
      const back = others.get(other)
      if (!back) return [{ file, path: [...at, index], reason: `${other} non esiste` }]
      return back.includes(id)
        ? []
        : [{ file, path: [...at, index], reason: `${id} rinvia a ${other}, ma ${other} non rinvia a ${id}` }]
    })
  return phases.flatMap(({ file, data }) => [
    ...data.acts.flatMap((act, index) => check(file, act.id, act.tasks, tasks, ['acts', index, 'tasks'])),
    ...data.tasks.flatMap((task, index) => check(file, task.id, task.acts, acts, ['tasks', index, 'acts'])),
  ])
}

/**
 * Whether a phase file holds what the act's matrix has for it (Allegato 1, par. 3.2): its number, every
 * task and act exactly once, none of another phase.
 */
export function compareWithMatrix(phase: LinkedPhase, expected: number): Finding[] {
  const findings: Finding[] = []
  if (phase.number !== expected) {
    findings.push({ path: ['number'], reason: `il file è della fase ${expected}, ma il numero è ${phase.number}` })
  }
  if (phase.inMatrix !== matrixPhases.includes(expected)) {
    findings.push({
      path: ['inMatrix'],
      reason: `per la fase ${expected} «inMatrix» deve essere ${matrixPhases.includes(expected)}`,
    })
  }
  for (const [key, name, all] of [
    ['acts', 'il compito', actIds],
    ['tasks', 'l’attività', taskIds],
  ] as const) {
    const present = phase[key].map((item) => item.id)
    const wanted = all.filter((id) => phaseOfId(id) === expected)
    for (const id of wanted) {
      if (!present.includes(id)) findings.push({ path: [key], reason: `manca ${name} ${id} della matrice` })
    }
    present.forEach((id, index) => {
      if (!wanted.includes(id))
        findings.push({ path: [key, index, 'id'], reason: `${name} ${id} non è nella matrice di questa fase` })
      if (present.indexOf(id) !== index) findings.push({ path: [key, index, 'id'], reason: `${name} ${id} c’è già` })
    })
  }
  return findings
}

function unknownAmong(ids: readonly string[], known: ReadonlySet<string>, at: Path, name: string): Finding[] {
  return ids.flatMap((id, index) =>
    known.has(id) ? [] : [{ path: [...at, index], reason: `${name} «${id}» non esiste` }],
  )
}
