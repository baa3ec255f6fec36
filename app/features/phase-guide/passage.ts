import { searchTerms } from './search-terms'

/** A piece of a passage and where it begins; marked when it is one of the words that were found. */
export type PassagePart = { text: string; marked?: true; at: number }

/** The sentence of a document that holds most of the words found, those words marked. */
export function bestPassage(sentences: readonly string[], found: ReadonlySet<string>): PassagePart[] {
  let best: { parts: PassagePart[]; hits: number } | undefined
  for (const sentence of sentences) {
    const { parts, hits } = markWords(sentence, found)
    if (!best || hits > best.hits) best = { parts, hits }
  }
  return best?.parts ?? []
}

function markWords(sentence: string, found: ReadonlySet<string>) {
  const parts: PassagePart[] = []
  const different = new Set<string>()
  let at = 0
  for (const text of sentence.split(/([\p{L}\p{N}]+)/u)) {
    const term = searchTerms(text)[0]
    const hit = term && (found.has(term.word) || found.has(term.stem))
    if (hit) different.add(term.stem)
    const last = parts.at(-1)
    if (hit) parts.push({ at, text, marked: true })
    else if (last && !last.marked) last.text += text
    else if (text) parts.push({ at, text })
    at += text.length
  }
  return { parts, hits: different.size }
}
