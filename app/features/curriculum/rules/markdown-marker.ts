import { normWords } from './norm-words'
import { type FactMark, refuseFacts } from './statement-rule'

const marker = '\\{(rotta|prassi|F-\\d{3}(?:, F-\\d{3})*)\\}'

/** The marker at the end of a block of Markdown: `{F-201, F-202}`, `{prassi}` or `{rotta}`. */
const markerAtEnd = new RegExp(`${marker}$`)

/** What a paragraph, list item or table row says that it rests on: its facts, or a word; undefined without marker. */
export function markerOf(block: string): string[] | 'rotta' | 'prassi' | undefined {
  const mark = markerAtEnd.exec(block)?.[1]
  return mark === undefined || mark === 'rotta' || mark === 'prassi' ? mark : mark.split(', ')
}

/** True when a paragraph, list item or table row ends with its marker. */
export function isMarked(block: string): boolean {
  return markerOf(block) !== undefined
}

// While a text is parsed these stand around the facts of a marker that is to be seen.
const [opening, closing] = ['\uE001', '\uE002']
const shieldedAtStart = new RegExp(`^${opening}([^${opening}${closing}]*)${closing}`)

/** The reference that a text begins with, once `takeMarkers` has kept it: its facts, and how much of the text it takes. */
export function referenceAtStartOf(text: string): { raw: string; facts: string[] } | undefined {
  const [raw, facts] = shieldedAtStart.exec(text) ?? []
  return raw === undefined ? undefined : { raw, facts: facts?.split(',') ?? [] }
}

/** Where the next kept reference stands in a text. */
export function nextReference(text: string): number | undefined {
  const at = text.indexOf(opening)
  return at === -1 ? undefined : at
}

/**
 * A text without its markers, and the facts that they named, each once, in their order.
 * @param kept facts stay where they are named, for the renderer to show (`referenceAtStartOf`)
 */
export function takeMarkers(markdown: string, kept = false): { markdown: string; facts: string[] } {
  const facts = new Set<string>()
  const bare = markdown.replace(new RegExp(` ?${marker}`, 'g'), (_, mark: string) => {
    if (!mark.startsWith('F-')) return ''
    const named = mark.split(', ')
    for (const id of named) facts.add(id)
    return kept ? `${opening}${named.join(',')}${closing}` : ''
  })
  return { markdown: bare, facts: [...facts] }
}

/**
 * Why a paragraph, list item or table row may not be shown (docs/content-format.md): it has no marker,
 * its facts do not carry it, its advice sounds like a norm, it is HTML.
 */
export function refuseBlock(block: string, facts: ReadonlyMap<string, FactMark>): string[] {
  if (block.startsWith('<')) return ['HTML non ammesso: usa il Markdown']
  const mark = markerOf(block)
  if (!mark) return ['il testo non finisce con un segno: {F-001}, {prassi} o {rotta}']
  if (mark === 'rotta') return []
  if (mark !== 'prassi') return refuseFacts(mark, facts).map((finding) => finding.reason)
  const words = normWords(block)
  return words ? [`il consiglio di buona pratica suona come una norma («${words}»): indica il fatto`] : []
}
