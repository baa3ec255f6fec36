import MiniSearch, { type SearchResult as Hit } from 'minisearch'
import { wordsOf } from '~/lib/italian-words'
import { bestPassage, type PassagePart, readSentence, type Sentence } from './passage'
import { type Concept, findConcepts, type SynonymGroups } from './rules/search-concepts'
import type { ResultKind, SearchDocument } from './search-documents'
import { indexTerms, type SearchTerm, searchTerms } from './search-terms'

export type SearchResult = { kind: ResultKind; title: string; within?: string; to: string; passage: PassagePart[] }
export type SearchResults = { results: SearchResult[]; total: number }

/** How a search is answered: by default as in the guide. */
type SearchOptions = {
  /** So many good results need no others beside them: pages with half of what was asked, or less. */
  enough?: number
  /** How many results are shown. */
  most?: number
  /** Leaves the others out, of the total too. */
  only?: (document: SearchDocument) => boolean
}

const fieldBoosts = { title: 3.5, keywords: 2, text: 1 }
// What helps at the desk before what proves it.
const kindBoosts: Record<ResultKind, number> = {
  'Attività del Navigator': 1.15,
  'Compito del CPI': 1.2,
  'Caso particolare': 1.1,
  Termine: 1.15,
  Fase: 1,
  Pagina: 0.9,
  Fonte: 0.15,
  Lezione: 1,
  Modulo: 1.1,
}
/** How much another way of saying the same counts, beside the words themselves. */
const alternativeWeight = 0.8

/** A document's share in a query: the sum of scores, how much of the query it covers, the words found. */
type Match = { score: number; covered: number; found: Set<string> }

/** Finds pages by the words of the desk. Built once; a search takes a few milliseconds. */
export class SearchIndex {
  readonly #documents: ReadonlyMap<string, SearchDocument>
  /** Read when a document is found for the first time: most of them never are. */
  readonly #sentences = new Map<string, readonly Sentence[]>()
  /** Addresses by the ids and phases that name them. */
  readonly #byName = new Map<string, string[]>()
  readonly #synonyms: SynonymGroups
  readonly #index = new MiniSearch<{ id: string; title: string; keywords: string; text: string }>({
    fields: ['title', 'keywords', 'text'],
    tokenize: wordsOf,
    processTerm: indexTerms,
  })

  /** @param synonyms groups of ways of saying the same */
  constructor(documents: readonly SearchDocument[], synonyms: readonly (readonly string[])[]) {
    this.#documents = new Map(documents.map((document) => [document.to, document]))
    for (const { to, names = [] } of documents) {
      for (const name of names) this.#byName.set(name, [...(this.#byName.get(name) ?? []), to])
    }
    this.#synonyms = synonyms.map((group) => group.map(searchTerms))
    this.#index.addAll(
      documents.map(({ to, title, keywords, sentences }) => ({
        id: to,
        title,
        keywords: keywords.join('\n'),
        text: sentences.join('\n'),
      })),
    )
  }

  /** The pages that a query finds, the best first. Ids (`F5.3`) and phases (`fase 6`) that it names come first. */
  search(query: string, { enough = 5, most = 20, only = () => true }: SearchOptions = {}): SearchResults {
    const terms = searchTerms(query)
    const concepts = findConcepts(terms, this.#synonyms)
    const matches = new Map<string, Match>()
    for (const [index, concept] of concepts.entries()) {
      const last = index === concepts.length - 1
      for (const [id, match] of this.#findConcept(concept, last)) add(matches, id, match)
    }
    const named = this.#named(query)
    const ranked = [...matches]
      .filter(([id]) => !named.includes(id))
      .map(([id, match]) => ({ id, ...this.#rank(id, match, concepts.length) }))
      .sort((a, b) => b.score - a.score)
    // Pages with half of what was asked or less are shown only when few have more.
    const good = ranked.filter(({ coverage }) => coverage > 0.5)
    const answering = [...named, ...(good.length >= enough ? good : ranked).map(({ id }) => id)]
    const ids = answering.filter((id) => this.#isAmong(id, only))
    const results = ids.slice(0, most).flatMap((id) => this.#result(id, matches.get(id)?.found ?? new Set()))
    return { results, total: ids.length }
  }

  /** Every document that says a concept, in the query's words or in others. */
  #findConcept({ terms, alternatives }: Concept, last: boolean): Map<string, Match> {
    const found = new Map<string, Match>()
    const own = new Map<string, Match>()
    for (const [index, term] of terms.entries()) {
      for (const hit of this.#findTerm(term, last && index === terms.length - 1)) {
        add(own, hit.id, { score: hit.score, covered: 1 / terms.length, found: new Set(hit.terms) })
      }
    }
    // Half of a phrase is worth less than half: "non" alone is no "non si presenta".
    for (const [id, match] of own) keepBetter(found, id, { ...match, score: match.score * match.covered })
    for (const way of alternatives) {
      const hits = this.#index.search(
        { combineWith: 'AND', queries: way.map(({ stem }) => stem) },
        { boost: fieldBoosts, tokenize: (text) => [text], processTerm: (word) => word },
      )
      for (const hit of hits) {
        keepBetter(found, hit.id, { score: hit.score * alternativeWeight, covered: 1, found: new Set(hit.terms) })
      }
    }
    return found
  }

  /** Exact first; beginnings of words while the last one may not be finished; likeness only for words nobody wrote. */
  #findTerm({ word, stem }: SearchTerm, last: boolean): Hit[] {
    const options = { boost: fieldBoosts, tokenize: (text: string) => [text], processTerm: (text: string) => text }
    const exact = this.#index.search({ combineWith: 'OR', queries: [...new Set([word, stem])] }, options)
    if (exact.length > 0 && !(last && word.length >= 3)) return exact
    if (exact.length > 0)
      return mergeHits(exact, this.#index.search(word, { ...options, prefix: true, boost: lowered }))
    const fuzzy = word.length >= 5 ? 0.2 : false
    return this.#index.search(word, { ...options, prefix: last || word.length >= 3, fuzzy })
  }

  #rank(id: string, { score, covered }: Match, concepts: number) {
    const kind = this.#documents.get(id)?.kind ?? 'Pagina'
    const coverage = covered / concepts
    return { coverage, score: score * kindBoosts[kind] * coverage ** 2 }
  }

  #named(query: string): string[] {
    const ids = [...query.matchAll(/(?<![\p{L}\p{N}])f([2-9])[.\s]?(c?[1-9])(?![\p{L}\p{N}])/giu)].map(
      ([, phase, rest]) => `F${phase}.${rest?.toUpperCase()}`,
    )
    const phases = [...query.matchAll(/(?<!\p{L})fase\s*([1-9])(?!\d)/giu)].map(([, number]) => `fase-${number}`)
    return [...new Set([...ids, ...phases])].flatMap((name) => this.#byName.get(name) ?? [])
  }

  #isAmong(id: string, only: (document: SearchDocument) => boolean) {
    const document = this.#documents.get(id)
    return document !== undefined && only(document)
  }

  #result(id: string, found: ReadonlySet<string>): SearchResult[] {
    const document = this.#documents.get(id)
    if (!document) return []
    const { kind, title, within, to } = document
    return [{ kind, title, ...(within && { within }), to, passage: bestPassage(this.#sentencesOf(document), found) }]
  }

  #sentencesOf({ to, sentences }: SearchDocument): readonly Sentence[] {
    const known = this.#sentences.get(to) ?? sentences.map(readSentence)
    this.#sentences.set(to, known)
    return known
  }
}

const lowered = Object.fromEntries(Object.entries(fieldBoosts).map(([field, boost]) => [field, boost / 4]))

function mergeHits(exact: Hit[], others: Hit[]): Hit[] {
  const known = new Set(exact.map((hit) => hit.id))
  return [...exact, ...others.filter((hit) => !known.has(hit.id))]
}

function add(matches: Map<string, Match>, id: string, match: Match) {
  const before = matches.get(id)
  matches.set(id, {
    score: (before?.score ?? 0) + match.score,
    covered: (before?.covered ?? 0) + match.covered,
    found: new Set([...(before?.found ?? []), ...match.found]),
  })
}

function keepBetter(matches: Map<string, Match>, id: string, match: Match) {
  const before = matches.get(id)
  const better = before && before.score >= match.score ? before : match
  matches.set(id, { ...better, found: new Set([...(before?.found ?? []), ...match.found]) })
}
