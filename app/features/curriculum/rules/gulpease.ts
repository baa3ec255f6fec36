/** How readable an Italian text is, and on how many words that rests. */
export type Readability = { index: number; words: number }

/**
 * The Gulpease index of an Italian text: 89 + (300 × sentences − 10 × letters) / words, from 0 to 100, higher is
 * easier (Lucisano and Piemontese, 1988). Above 60 most people with a middle-school certificate read it easily;
 * lessons aim at 50 or more.
 */
export function gulpease(text: string): Readability {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return { index: 100, words: 0 }
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  const sentences = Math.max(1, countSentences(text))
  const index = 89 + (300 * sentences - 10 * letters) / words.length
  return { index: Math.min(100, Math.max(0, index)), words: words.length }
}

// The point of an abbreviation ends no sentence: "art. 4", "par. 3.2", "D.P.R. 62/2013", "D.Lgs. 81/2008".
const abbreviation =
  /(?<![\p{L}\p{N}])(?:artt?|par|nn?|lett|pagg?|es|ecc|cfr|sigg?|dott|d\.\s?lgs|(?:\p{L}\.\s?)*\p{L})\.(?=\s)/giu

function countSentences(text: string) {
  return text
    .replace(abbreviation, ' ')
    .split(/[.!?…]+(?=[\s»”")\]]|$)|\n+/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part)).length
}
