import { type SearchTerm, searchTerms } from './search-terms'

/** A piece of a passage and where it begins; marked when it is one of the words that were found. */
export type PassagePart = { text: string; marked?: true; at: number }

/** A sentence cut into words and what stands between them, each word as the search reads it. */
export type Sentence = readonly { text: string; term?: SearchTerm }[]

/** Cuts a sentence; done once for each, since reading words is most of the work of a search. */
export function readSentence(text: string): Sentence {
  return text.split(/([\p{L}\p{N}]+)/u).map((piece) => ({ text: piece, term: searchTerms(piece)[0] }))
}

/** The sentence of a document that holds most of the words found, those words marked. */
export function bestPassage(sentences: readonly Sentence[], found: ReadonlySet<string>): PassagePart[] {
  let best: { sentence: Sentence; hits: number } | undefined
  for (const sentence of sentences) {
    const hits = new Set(sentence.filter(({ term }) => isFound(term, found)).map(({ term }) => term?.stem)).size
    if (!best || hits > best.hits) best = { sentence, hits }
  }
  return best ? markWords(best.sentence, found) : []
}

function isFound(term: SearchTerm | undefined, found: ReadonlySet<string>) {
  return term !== undefined && (found.has(term.word) || found.has(term.stem))
}

function markWords(sentence: Sentence, found: ReadonlySet<string>) {
  const parts: PassagePart[] = []
  let at = 0
  for (const { text, term } of sentence) {
    const last = parts.at(-1)
    if (isFound(term, found)) parts.push({ at, text, marked: true })
    else if (last && !last.marked) last.text += text
    else if (text) parts.push({ at, text })
    at += text.length
  }
  return parts
}
