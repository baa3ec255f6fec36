type Term = { word: string; stem: string }

/** Words sought together, and other ways of saying the same. */
export type Concept = { terms: Term[]; alternatives: Term[][] }

/** Groups of ways of saying the same; each way is a run of words. */
export type SynonymGroups = readonly (readonly Term[][])[]

/**
 * Splits a query into what it asks for: at each word the longest run that a synonym group knows, with the
 * group's other ways of saying it; a word that none knows stands alone.
 */
export function findConcepts(query: readonly Term[], groups: SynonymGroups): Concept[] {
  const concepts: Concept[] = []
  for (let at = 0; at < query.length; ) {
    const length = longestRun(query, at, groups)
    const terms = query.slice(at, at + Math.max(length, 1))
    const known = length > 0 ? groups.filter((group) => group.some((way) => sameRun(way, terms))) : []
    concepts.push({ terms, alternatives: known.flat().filter((way) => !sameRun(way, terms)) })
    at += terms.length
  }
  return concepts
}

function longestRun(query: readonly Term[], at: number, groups: SynonymGroups): number {
  const lengths = groups.flat().map((way) => (sameRun(way, query.slice(at, at + way.length)) ? way.length : 0))
  return Math.max(0, ...lengths)
}

function sameRun(one: readonly Term[], other: readonly Term[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((term, index) => term.stem === other[index]?.stem)
}
