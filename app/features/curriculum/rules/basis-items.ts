import { formatDay } from '~/lib/dates'

type UsableFact = {
  statement: string
  sources: readonly string[]
  cite?: string
  validFrom: string
  laterThanAct: boolean
}
type NamedSource = { title: string; short?: string }

/** Facts and sources by their ids. */
export type Evidence = { facts: ReadonlyMap<string, UsableFact>; sources: ReadonlyMap<string, NamedSource> }

/** Where a fact was read: its sources and the place in them; the day from which it holds when it is later than the act. */
export type LocatedFact = { id: string; source: string; laterFrom?: string; gone?: true }

/** A fact in our words, and where it was read. */
export type BasisItem = LocatedFact & { statement: string }

/**
 * Facts as a reader gets them, in the order of their ids given. One that this edition does not have stays in the list
 * and says so: a frozen text may rest on facts of an earlier edition, and numbers in it count on the list.
 */
export function basisItems(ids: readonly string[], { facts, sources }: Evidence): BasisItem[] {
  return ids.map((id) => {
    const fact = facts.get(id)
    if (!fact) return { id, statement: 'Questo fatto non è più fra le fonti.', source: '', gone: true }
    return { id, statement: fact.statement, source: sourceOf(fact, sources), ...laterFrom(fact) }
  })
}

/** "D.g.r. XI/1981 del 22/07/2019, Allegato 1, par. 3.2, fase 2" */
function sourceOf({ sources, cite }: UsableFact, known: Evidence['sources']): string {
  const titles = sources.map((id) => known.get(id)?.short ?? known.get(id)?.title ?? id)
  return [titles.join('; '), cite].filter(Boolean).join(', ')
}

/** The day from which a fact later than the act holds; nothing for the others. */
export function laterFrom(fact: Pick<UsableFact, 'validFrom' | 'laterThanAct'>): { laterFrom?: string } {
  return fact.laterThanAct ? { laterFrom: formatDay(fact.validFrom) } : {}
}
