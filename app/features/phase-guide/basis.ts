import type { Fact, Source } from '~/features/curriculum/facts.schema'
import type { Statement } from '~/features/curriculum/statement.schema'
import { formatDay } from '~/lib/dates'
import type { BasisItem, StatementView } from './guide-views'

/** Facts and sources by their ids. */
export type Evidence = { facts: ReadonlyMap<string, Fact>; sources: ReadonlyMap<string, Source> }

/** Collects what a page rests on, in the order in which it is told, each fact once. */
export class Basis {
  readonly #evidence: Evidence
  readonly #ids: string[] = []

  constructor(evidence: Evidence) {
    this.#evidence = evidence
  }

  /** Takes facts in and gives their numbers in the page's list. */
  numbersOf(ids: readonly string[]): number[] {
    return ids.map((id) => {
      if (!this.#ids.includes(id)) this.#ids.push(id)
      return this.#ids.indexOf(id) + 1
    })
  }

  /** A sentence as a page shows it. */
  show({ text, facts, later }: Statement): StatementView {
    return { text, ...(facts && { refs: this.numbersOf(facts) }), ...(later && { later }) }
  }

  /** A sentence whose source the whole page names: its facts are listed, it carries no numbers. */
  quiet({ text, facts, later }: Statement): StatementView {
    this.numbersOf(facts ?? [])
    return { text, ...(later && { later }) }
  }

  list(): BasisItem[] {
    return this.#ids.flatMap((id) => {
      const fact = this.#evidence.facts.get(id)
      if (!fact) return []
      const sources = fact.sources.map((source) => this.#evidence.sources.get(source)?.title ?? source)
      const source = [sources.join('; '), fact.cite].filter(Boolean).join(', ')
      return [{ id, statement: fact.statement, source, ...laterFrom(fact) }]
    })
  }
}

/** The day from which a fact later than the act holds; nothing for the others. */
export function laterFrom(fact: Fact): { laterFrom?: string } {
  return fact.laterThanAct ? { laterFrom: formatDay(fact.validFrom) } : {}
}
