import snowball from 'snowball-stemmers'
import { foldText } from './fold-text'

const stemmer = snowball.newStemmer('italian')

/** The words of a text, folded, in their order; what an apostrophe or a dash joins counts as two. */
export function wordsOf(text: string): string[] {
  const apart = text.replace(/(?<!\p{L})(on|off|e)-(?=\p{L})/giu, '$1').replace(/['’`´\-–—/]/g, ' ')
  return foldText(apart).split(' ').filter(Boolean)
}

// Stemming is most of the work of a search, and the words are nearly always the same few thousand.
const stems = new Map<string, string>()
const mostStems = 20_000

/** The stem of a folded Italian word: what its forms have in common. Short words and numbers stay as they are. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = /^\p{L}{4,}$/u.test(word) ? stemmer.stem(word) : word
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, stem)
  return stem
}
