import { type BasisItem, basisItems, type Evidence } from '~/features/curriculum/rules/basis-items'
import type { Statement } from '~/features/curriculum/statement.schema'
import type { StatementView } from './guide-views'

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
    return basisItems(this.#ids, this.#evidence)
  }
}
