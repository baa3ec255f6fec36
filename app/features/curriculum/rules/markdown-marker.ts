import { normWords } from './norm-words'
import { type FactMark, refuseFacts } from './statement-rule'

/** The marker at the end of a block of Markdown: `{F-201, F-202}`, `{prassi}` or `{rotta}`. */
const markerAtEnd = /\{(rotta|prassi|F-\d{3}(?:, F-\d{3})*)\}$/

/** True when a paragraph, list item or table row ends with its marker. */
export function isMarked(block: string): boolean {
  return markerAtEnd.test(block)
}

/**
 * Why a paragraph, list item or table row may not be shown (docs/content-format.md): it has no marker,
 * its facts do not carry it, its advice sounds like a norm, it is HTML.
 */
export function refuseBlock(block: string, facts: ReadonlyMap<string, FactMark>): string[] {
  if (block.startsWith('<')) return ['HTML non ammesso: usa il Markdown']
  const mark = markerAtEnd.exec(block)?.[1]
  if (!mark) return ['il testo non finisce con un segno: {F-001}, {prassi} o {rotta}']
  if (mark === 'rotta') return []
  if (mark !== 'prassi') return refuseFacts(mark.split(', '), facts).map((finding) => finding.reason)
  const words = normWords(block)
  return words ? [`il consiglio di buona pratica suona come una norma («${words}»): indica il fatto`] : []
}
