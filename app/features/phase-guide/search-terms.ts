import { stemOf, wordsOf } from '~/lib/italian-words'

/** A word as the search reads it: folded, and its stem. */
export type SearchTerm = { word: string; stem: string }

// Words that say nothing of what is sought. "non" is none of them: "non si presenta" is a case of its own.
const stopWords = new Set(
  `a ad ai agli al all alla alle allo anche c che chi ci come con cosa cui d da dai dagli dal dall dalla dalle dallo
  degli dei del dell della delle dello di dove e ed fa far fare fra gia gli ha hai hanno ho i il in io l la le lei li
  lo loro lui m ma me mi ne negli nei nel nell nella nelle nello nostro o od per perche piu poi puo qual quale quali
  quando quanta quante quanti quanto quel quella quelle quello questa queste questi questo s se si sia sono su sua
  sue sugli sui sul sull sulla sulle sullo suo suoi t ti tra un una uno v va vi`.split(/\s+/),
)

/** The words of a text that say something. */
export function searchTerms(text: string): SearchTerm[] {
  return wordsOf(text)
    .filter((word) => !stopWords.has(word))
    .map((word) => ({ word, stem: stemOf(word) }))
}

/** What the index keeps of one word: the word and its stem; nothing of a word that says nothing. */
export function indexTerms(word: string): string[] | null {
  return stopWords.has(word) ? null : [...new Set([word, stemOf(word)])]
}
