import { content } from './content.server'
import { type BasisItem, basisItems, type Evidence, type LocatedFact } from './rules/basis-items'
import type { Ground } from './rules/module-content'

let known: Evidence | undefined

/** The facts and sources of this installation, by id. */
function evidence(): Evidence {
  const { facts, sources } = content()
  known ??= {
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    sources: new Map(sources.map((source) => [source.id, source])),
  }
  return known
}

/** What a text rests on: each fact in our words, and where it was read. */
export function factBasis(ids: readonly string[]): BasisItem[] {
  return basisItems(ids, evidence())
}

/** Where the facts of a text were read, without saying them. */
export function locatedFacts(ids: readonly string[]): LocatedFact[] {
  return factBasis(ids).map(({ statement: _said, ...located }) => located)
}

/** What a question or a criterion rests on, without saying it: the place of each fact, or good practice. */
export type GroundView = { facts: LocatedFact[]; practice: boolean }

/** The ground of a question or a criterion as pages show it. */
export function groundView({ facts = [], practice }: Ground): GroundView {
  return { facts: locatedFacts(facts), practice: practice === true }
}
